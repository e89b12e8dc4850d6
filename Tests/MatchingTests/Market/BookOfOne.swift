import Domain
import Matching

/// A market of one zone and the five generated types, for tests that look at the book itself.
enum BookOfOne {
    static let hour = GeneratedHistory.firstHour

    static func make(_ rule: PriceRule = .resting) throws -> MarketBook {
        var book = MarketBook(rule: rule, clock: .shanghai)
        for zone in try GeneratedCatalogue.zones() { book.define(zone: zone) }
        for type in try GeneratedCatalogue.types() { book.define(instanceType: type) }
        return book
    }

    static func offer(
        _ number: Int64, _ units: Int64, at price: Int64, by provider: Int64 = 101, type: Int64 = 1, zone: Int64 = 7,
        hours: Range<Int64> = 0..<24, lot: Int64 = 1000, term: Int64 = 1, weekly: [UnitPrice]? = nil,
        buyers: BuyerClass = .everyone
    ) throws -> Offer {
        let step = CapacityStep(window: try window(hours), quantity: try Quantity(units * 1000))
        let terms = try OfferTerms(
            instanceType: InstanceTypeID(type), zone: ZoneID(zone), schedule: CapacitySchedule(steps: [step]),
            lotSize: Quantity(lot), shortestTermHours: term,
            price: weekly.map { .hourOfWeek($0) } ?? .flat(UnitPrice(price)), vat: .cloudService, buyers: buyers,
            tier: .declared)
        return Offer(id: OfferID(number), provider: PartyID(provider), terms: terms, place: Place(sequence: number))
    }

    static func demand(
        _ number: Int64, _ units: Int64, at limit: Int64, buyer: Int64 = 1, hours: Range<Int64> = 0..<4,
        requirements: Requirements? = nil, home: Int64 = 7, reach: Reach? = nil,
        policy: FillPolicy = .goodTillCancelled,
        network: Int64 = 0, isSingle: Bool = false
    ) throws -> MarketDemand {
        let terms = try DemandTerms(
            requirements: requirements ?? Requirements(), quantity: Quantity(units * 1000), window: window(hours),
            home: ZoneID(home), reach: reach ?? Reach(level: .nation, latencyMicrosecondsMost: nil),
            limit: UnitPrice(limit), policy: policy, singleProvider: isSingle)
        let profile = FirmProfile(
            region: try Symbol("east"), sector: .software, staff: 1, revenue: .zero, assets: .zero,
            founded: try CivilDate(year: 2020, month: 1, day: 1))
        return MarketDemand(
            demand: Demand(id: DemandID(number), buyer: PartyID(buyer), terms: terms, place: Place(sequence: number)),
            buyer: BuyerFacts(party: PartyID(buyer), size: .small, profile: profile), subsidyClass: 0,
            network: network)
    }

    static func window(_ hours: Range<Int64>) throws -> Window {
        try Window(hour + hours.lowerBound, hour + hours.upperBound)
    }
}

extension MarketBook {
    /// Admits, decides and commits.
    @discardableResult
    mutating func submit(_ entry: MarketDemand) -> Decision {
        admit(entry)
        let decision = decide(entry.demand.id) { _ in true }
        commit(decision)
        return decision
    }
}
