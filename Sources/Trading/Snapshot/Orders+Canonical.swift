import Accounting
import Domain
import Programmes
import Records

extension OfferEntry: Canonical {
    func write(to writer: inout CanonicalWriter) { writer.write(offer, closed) }

    init(from reader: inout CanonicalReader) throws(CanonicalError) {
        self.init(offer: try reader.read(), closed: try reader.read())
    }
}

extension DemandEntry: Canonical {
    func write(to writer: inout CanonicalWriter) {
        writer.write(demand, versions, Int64(subsidyClass), openHours, hold, capPeriodEnd, totals, fills)
        writer.write(isNearOthers, contracts, isOpen, rests, closed, restedAt, closedAt)
    }

    init(from reader: inout CanonicalReader) throws(CanonicalError) {
        let (demand, versions) = (try reader.read(Demand.self), try reader.read(PinnedVersions.self))
        self.init(demand, versions, subsidyClass: Int32(truncatingIfNeeded: try reader.read(Int64.self)))
        (openHours, hold, capPeriodEnd) = (try reader.read(), try reader.read(), try reader.read())
        (totals, fills, isNearOthers) = (try reader.read(), try reader.read(), try reader.read())
        contracts = try reader.read()
        (isOpen, rests, closed) = (try reader.read(), try reader.read(), try reader.read())
        (restedAt, closedAt) = (try reader.read(), try reader.read())
    }
}

extension ContractEntry: Canonical {
    func write(to writer: inout CanonicalWriter) { writer.write(provider, signedAt, state.totals) }

    init(from reader: inout CanonicalReader) throws(CanonicalError) {
        self.init(
            provider: try reader.read(), signedAt: try reader.read(),
            state: ContractState(restoring: try reader.read()))
    }
}

extension ContractTotals: Canonical {
    public func write(to writer: inout CanonicalWriter) { writer.write(programme, version, base, weighted, amount) }

    public init(from reader: inout CanonicalReader) throws(CanonicalError) {
        self.init(
            programme: try reader.read(), version: try reader.read(), base: try reader.read(),
            weighted: try reader.read(), amount: try reader.read())
    }
}

extension OrderRegister: Canonical {
    func write(to writer: inout CanonicalWriter) {
        writer.write(table: offers)
        writer.write(table: demands)
        writer.write(fillCount)
    }

    init(from reader: inout CanonicalReader) throws(CanonicalError) {
        let (offers, demands) = (try reader.table(of: OfferEntry.self), try reader.table(of: DemandEntry.self))
        self.init(restoring: offers, demands, fillCount: try reader.read())
    }
}
