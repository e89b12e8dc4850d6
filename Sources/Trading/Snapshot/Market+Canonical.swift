import Domain
import Matching
import Programmes
import Records

// The market is made again of catalogue, tables and open orders; what it alone knows is written.
extension Exchange {
    func writeMarket(to writer: inout CanonicalWriter) {
        writer.write(table: market.networks.map { StoredNetwork(version: $0.version, links: $0.links) })
        for entry in orders.offers where entry.isOpen {
            writer.write(table: market.taken(of: entry.offer.id).map { TakenStep($0) })
        }
    }

    mutating func readMarket(from reader: inout CanonicalReader) throws(CanonicalError) {
        market = MarketBook(rule: catalogue.policy.priceRule, clock: .shanghai)
        for zone in catalogue.zones { market.define(zone: zone) }
        for type in catalogue.types { market.define(instanceType: type) }
        for network in try reader.table(of: StoredNetwork.self) {
            market.publish(links: network.links, version: network.version)
        }
        for table in catalogue.conversions.dropFirst() { market.publish(conversion: table) }
        market.use(pairs: pairs)
        market.use(subsidies: subsidies.table)
        market.setHalted(halts.isMarketHalted)
        for entry in orders.offers where entry.isOpen {
            let offer = entry.offer
            market.list(offer, admissionClass: SubsidyClasses.admissionClass(of: offer.provider))
            market.take(try reader.table(of: TakenStep.self).map(\.step), of: offer.id)
            setSuspension(of: offer.id)
        }
        market.begin(at: now.nextHour)
        for entry in orders.demands where entry.isOpen && !quotes.isOpen(entry.id) && !bundles.contains(entry.id) {
            market.admit(marketDemand(entry))
            if entry.rests { market.rest(entry.id) }
        }
        for batch in batches.open { market.markFrozen(batch) }
        for quote in quotes.quotes { markPromised(quote) }
    }
}

private struct StoredNetwork: Canonical {
    let version: Int64
    let links: [Link]

    init(version: Int64, links: [Link]) { (self.version, self.links) = (version, links) }

    func write(to writer: inout CanonicalWriter) {
        writer.write(version)
        writer.write(table: links)
    }

    init(from reader: inout CanonicalReader) throws(CanonicalError) {
        (version, links) = (try reader.read(), try reader.table())
    }
}

/// Hours and quantity; neighbouring steps may be one that is longer than a window.
private struct TakenStep: Canonical {
    let step: CapacityStep

    init(_ step: CapacityStep) { self.step = step }

    func write(to writer: inout CanonicalWriter) { writer.write(step.window.start, step.window.end, step.quantity) }

    init(from reader: inout CanonicalReader) throws(CanonicalError) {
        let (start, end): (Hour, Hour) = (try reader.read(), try reader.read())
        step = CapacityStep(window: Window(unchecked: start, end), quantity: try reader.read())
    }
}

extension PairTable: Canonical {
    public func write(to writer: inout CanonicalWriter) {
        writer.write(version)
        writer.write(table: sorted.map { StoredPair(buyer: $0.buyer, provider: $0.provider, relation: $0.relation) })
    }

    public init(from reader: inout CanonicalReader) throws(CanonicalError) {
        let version = try reader.read(Int64.self)
        let pairs = try reader.table(of: StoredPair.self).map { ($0.buyer, $0.provider, $0.relation) }
        self = PairTable().setting(pairs, version: version)
    }
}

extension Matching.PairRelation: Canonical {}

private struct StoredPair: Canonical {
    let buyer: PartyID
    let provider: PartyID
    let relation: Matching.PairRelation

    init(buyer: PartyID, provider: PartyID, relation: Matching.PairRelation) {
        (self.buyer, self.provider, self.relation) = (buyer, provider, relation)
    }

    func write(to writer: inout CanonicalWriter) { writer.write(buyer, provider, relation) }

    init(from reader: inout CanonicalReader) throws(CanonicalError) {
        (buyer, provider, relation) = (try reader.read(), try reader.read(), try reader.read())
    }
}

// The classes that subsidy rates depend on, and the rates as they were found when each was first seen.
extension Exchange {
    func writeSubsidies(to writer: inout CanonicalWriter) {
        writer.write(table: subsidies.keys)
        writer.write(table: subsidies.applicants.map(\.party))
        writer.write(table: subsidies.pairs)
        writer.write(subsidies.table.version)
        writer.write(table: subsidies.table.sorted)
    }

    mutating func readSubsidies(from reader: inout CanonicalReader) throws(CanonicalError) {
        let (start, keys) = (reader.offset, try reader.table(of: SubsidyKey.self))
        let applicants = try reader.table(of: PartyID.self).compactMap { parties.entry($0)?.applicant }
        guard applicants.count == keys.count else { throw CanonicalError(.notCanonical, at: start) }
        let pairs = try reader.table(of: ProviderType.self)
        let version = try reader.read(Int64.self)
        let table = SubsidyTable().setting(try reader.table(), version: version)
        subsidies = SubsidyClasses(keys: keys, applicants: applicants, pairs: pairs, table: table)
    }
}

extension SubsidyTable.Rate: Canonical {
    public func write(to writer: inout CanonicalWriter) {
        writer.write(Int64(subsidyClass), Int64(admissionClass), instanceType, rate)
    }

    public init(from reader: inout CanonicalReader) throws(CanonicalError) {
        let (subsidyClass, admissionClass) = (try reader.read(Int64.self), try reader.read(Int64.self))
        self.init(
            subsidyClass: Int32(truncatingIfNeeded: subsidyClass),
            admissionClass: Int32(truncatingIfNeeded: admissionClass), instanceType: try reader.read(),
            rate: try reader.read())
    }
}

extension ProviderType: Canonical {
    func write(to writer: inout CanonicalWriter) { writer.write(provider, type) }

    init(from reader: inout CanonicalReader) throws(CanonicalError) {
        self.init(provider: try reader.read(), type: try reader.read())
    }
}

extension SubsidyKey.Rules: Canonical {
    func write(to writer: inout CanonicalWriter) { writer.write(programme, version) }

    init(from reader: inout CanonicalReader) throws(CanonicalError) {
        self.init(programme: try reader.read(), version: try reader.read())
    }
}

extension SubsidyKey: Canonical {
    func write(to writer: inout CanonicalWriter) {
        writer.write(rules, size, attributes, region, sector, founded, legalPerson, use)
        writer.write(days)
    }

    init(from reader: inout CanonicalReader) throws(CanonicalError) {
        self.init(
            rules: try reader.read(), size: try reader.read(), attributes: try reader.read(),
            region: try reader.read(), sector: try reader.read(), founded: try reader.read(),
            legalPerson: try reader.read(), use: try reader.read(), days: try reader.read())
    }
}
