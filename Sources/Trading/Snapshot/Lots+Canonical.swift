import Accounting
import Domain
import Programmes
import Records

// Lots with their holds, pools, caps, leases.
extension Exchange {
    func writeLots(to writer: inout CanonicalWriter) {
        writer.write(table: lots.all.map { StoredLot($0) })
        writer.write(table: programmes.entries.map { pools.available($0.id) })
        writer.write(table: caps.rows)
    }

    mutating func readLots(from reader: inout CanonicalReader) throws(CanonicalError) {
        for stored in try reader.table(of: StoredLot.self) {
            let version = programmes.entry(stored.lot.programme)?.version(stored.lot.programmeVersion)
            guard let version else { throw CanonicalError(.notCanonical, at: reader.offset) }
            programmes.countLot()
            lots.restore(stored.balance(version.definition))
        }
        let start = reader.offset
        let available = try reader.table(of: [Money].self)
        guard available.count == programmes.entries.count else { throw CanonicalError(.notCanonical, at: start) }
        for (entry, amounts) in zip(programmes.entries, available) where !amounts.isEmpty {
            try CanonicalError.checking(at: start) { () throws(Reason) in try pools.add(amounts, to: entry.id) }
        }
        caps = CapBook(restoring: try reader.table())
    }

    func writeLeases(to writer: inout CanonicalWriter) {
        writer.write(Int64(leases.entries.count))
        for lease in leases.entries {
            writer.write(lease.fill, lease.filledAt, lease.reportedUntil, lease.ended, lease.end, lease.sought)
            lease.account.writeProgress(to: &writer)
        }
    }

    mutating func readLeases(from reader: inout CanonicalReader) throws(CanonicalError) {
        for _ in 0..<max(0, try reader.read(Int64.self)) {
            let start = reader.offset
            let (fill, stamp) = (try reader.read(Fill.self), try reader.read(Stamp.self))
            let (reported, ended) = (try reader.read(Int64.self), try reader.read(Reason?.self))
            let (end, sought) = (try reader.read(Hour.self), try reader.read(DemandID?.self))
            var account: LeaseAccount
            do throws(AccountingFault) {
                account = try LeaseAccount(fill, lots: { lotTerms($0) })
            } catch {
                throw CanonicalError(.notCanonical, at: start)
            }
            try account.readProgress(from: &reader)
            leases.add(fill, account, at: stamp)
            leases.update(fill.lease) { entry in
                (entry.reportedUntil, entry.ended, entry.end, entry.sought) = (reported, ended, end, sought)
            }
        }
    }
}

/// A lot and what became of it. Its rules are its programme's.
private struct StoredLot: Canonical {
    let lot: Lot
    private let usableUntil: Stamp
    private let free: [Money]
    private let drawn: [Money]
    private let refunded: [Money]
    private let expired: [Money]
    private let holdings: [LotExpiry.HeldPart]

    init(_ balance: Programmes.LotBalance) {
        (lot, usableUntil, free, drawn) = (balance.lot, balance.usableUntil, balance.free, balance.drawn)
        (refunded, expired, holdings) = (balance.refunded, balance.expired, balance.holdings)
    }

    func balance(_ definition: ProgrammeDefinition) -> Programmes.LotBalance {
        Programmes.LotBalance(
            lot, definition: definition, usableUntil: usableUntil, free: free, drawn: drawn, refunded: refunded,
            expired: expired, holdings: holdings)
    }

    func write(to writer: inout CanonicalWriter) {
        writer.write(lot, usableUntil, free, drawn, refunded, expired)
        writer.write(table: holdings)
    }

    init(from reader: inout CanonicalReader) throws(CanonicalError) {
        (lot, usableUntil, free) = (try reader.read(), try reader.read(), try reader.read())
        (drawn, refunded, expired) = (try reader.read(), try reader.read(), try reader.read())
        holdings = try reader.table()
    }
}

extension LotExpiry.HeldPart: Canonical {
    public func write(to writer: inout CanonicalWriter) { writer.write(demand, amounts) }

    public init(from reader: inout CanonicalReader) throws(CanonicalError) {
        self.init(demand: try reader.read(), amounts: try reader.read())
    }
}

extension CapRow: Canonical {
    public func write(to writer: inout CanonicalWriter) {
        writer.write(party, programme, cap, period)
        writer.write(table: used)
        writer.write(table: holds)
    }

    public init(from reader: inout CanonicalReader) throws(CanonicalError) {
        self.init(
            party: try reader.read(), programme: try reader.read(), cap: try reader.read(), period: try reader.read(),
            used: try reader.table(), holds: try reader.table())
    }
}

extension CapRow.Used: Canonical {
    public func write(to writer: inout CanonicalWriter) { writer.write(day, amount) }

    public init(from reader: inout CanonicalReader) throws(CanonicalError) {
        self.init(day: try reader.read(), amount: try reader.read())
    }
}

extension CapRow.Held: Canonical {
    public func write(to writer: inout CanonicalWriter) { writer.write(demand, amount) }

    public init(from reader: inout CanonicalReader) throws(CanonicalError) {
        self.init(demand: try reader.read(), amount: try reader.read())
    }
}

extension CapPeriod: Canonical {
    /// The kind's number, then the year, 0 where it has none.
    public func write(to writer: inout CanonicalWriter) {
        switch self {
        case .calendarYear(let year): writer.write(Int64(0), year)
        case .fiscalYear(let year): writer.write(Int64(1), year)
        case .rolling: writer.write(Int64(2), Int64(0))
        case .lifetime: writer.write(Int64(3), Int64(0))
        }
    }

    public init(from reader: inout CanonicalReader) throws(CanonicalError) {
        let start = reader.offset
        let (kind, year) = (try reader.read(Int64.self), try reader.read(Int64.self))
        switch (kind, year) {
        case (0, _): self = .calendarYear(year)
        case (1, _): self = .fiscalYear(year)
        case (2, 0): self = .rolling
        case (3, 0): self = .lifetime
        default: throw CanonicalError(.outOfRange(kind), at: start)
        }
    }
}
