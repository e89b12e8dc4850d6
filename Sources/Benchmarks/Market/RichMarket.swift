import Domain
import Matching
import Simulation

/// A generated market of many classes: the same seed gives the same market on every machine.
///
/// 50 cities in ten provinces and four hubs; 192 instance types; providers that sell in a few cities under terms of their
/// own; capacity in steps and prices by hour over 60 days; demands from one city's chip to anything in the nation.
public struct RichMarket: Sendable {
    static let days: Int64 = 60
    /// 2026-01-01T00:00Z.
    static let start: Hour = 490_896

    let seed: UInt64
    let zones: [Zone]
    let links: [Link]
    let types: [InstanceType]
    /// Types that no demand asks for.
    let untouchedType: InstanceType
    let rates: [SubsidyTable.Rate]
    private let providers: [Seller]

    /// A provider, what its offers have in common, and where it sells.
    private struct Seller {
        let party: PartyID
        let admissionClass: Int32
        let cities: [ZoneID]
        let tier: VerificationTier
        let lot: Quantity
        let termHours: Int64
        let vat: VATRate
    }

    /// An offer, and which programmes admit its provider.
    struct Listing {
        let offer: Offer
        let admissionClass: Int32
    }

    public init(seed: UInt64) throws(Reason) {
        self.seed = seed
        zones = try RichMarket.zones()
        links = RichMarket.links(zones)
        types = try RichMarket.types()
        untouchedType = try RichMarket.storageType(Int64(types.count) + 1)
        rates = RichMarket.rates(types)
        var random = SeededGenerator(seed: seed)
        providers = (1...120).map { number in
            Seller(
                party: PartyID(number), admissionClass: Int32(number % 2),
                cities: (0..<5).map { _ in RichMarket.city(random.below(50)) },
                tier: random.pick([.declared, .documented]),
                lot: Quantity(unchecked: random.chance(10) ? 500 : 1_000), termHours: random.pick([1, 1, 1, 24]),
                vat: random.chance(90) ? .cloudService : .equipmentLease)
        }
    }

    /// Offers in the order of their arrival, numbered from 1.
    func offers(_ count: Int) throws(Reason) -> [Listing] {
        try listings(1...Int64(count), stream: 1) { random in
            // Some types are sold much more than others.
            types[Int(min(random.below(Int64(types.count)), random.below(Int64(types.count))))]
        }
    }

    /// Offers of a type that no demand asks for, by the same providers in the same cities, numbered from 100,000,001.
    func untouchedOffers(_ count: Int) throws(Reason) -> [Listing] {
        try listings(100_000_001...100_000_000 + Int64(count), stream: 2) { _ in untouchedType }
    }

    private func listings(
        _ numbers: ClosedRange<Int64>, stream: UInt64, type: (inout SeededGenerator) -> InstanceType
    ) throws(Reason) -> [Listing] {
        var random = SeededGenerator(seed: seed &+ stream)
        var listings: [Listing] = []
        for number in numbers {
            let seller = random.pick(providers)
            let type = type(&random)
            let terms = try OfferTerms(
                instanceType: type.id, zone: random.pick(seller.cities), schedule: try schedule(seller.lot, &random),
                lotSize: seller.lot, shortestTermHours: seller.termHours, price: price(of: type, &random),
                vat: seller.vat, buyers: .everyone, tier: seller.tier)
            let offer = Offer(
                id: OfferID(number), provider: seller.party, terms: terms, place: Place(sequence: number))
            listings.append(Listing(offer: offer, admissionClass: seller.admissionClass))
        }
        return listings
    }

    /// One to four steps over the days, with blackouts between them.
    private func schedule(_ lot: Quantity, _ random: inout SeededGenerator) throws(Reason) -> CapacitySchedule {
        let count: Int64 = random.pick([1, 1, 2, 4])
        let span = Self.days * 24 / count
        var steps: [CapacityStep] = []
        for place in 0..<count {
            let begin = Self.start + place * span + random.below(span / 8)
            let end = Self.start + (place + 1) * span - random.below(span / 8)
            steps.append(
                CapacityStep(
                    window: try Window(begin, end), quantity: Quantity(unchecked: lot.milli * random.number(2...64))))
        }
        return try CapacitySchedule(steps: steps)
    }

    /// Around what a chip of the type costs; every fifth by the hour of the week, dearer by day.
    private func price(of type: InstanceType, _ random: inout SeededGenerator) -> PriceSchedule {
        guard type.id != untouchedType.id else {
            return .flat(UnitPrice(unchecked: random.number(1_000...9_000)))
        }
        let level = RichMarket.level(of: type)
        let price = level * random.number(70...130) / 100
        guard random.chance(20) else { return .flat(UnitPrice(unchecked: price)) }
        return .hourOfWeek(
            (0..<168).map { UnitPrice(unchecked: (9..<21).contains($0 % 24) ? price : price * 7 / 10) })
    }
}
