import Domain
import Records

extension MarketGenerator {
    mutating func listOffer() throws -> GeneratedCommand? {
        guard !view.types.isEmpty, !view.places.isEmpty, let provider = provider() else { return nil }
        return GeneratedCommand(actor: provider, command: .listOffer(try offerTerms()))
    }

    mutating func offerTerms() throws -> OfferTerms {
        let lot = random.pick([250, 500, 1_000, 1_000, 1_000])
        return try OfferTerms(
            instanceType: random.pick(view.types).id, zone: random.pick(view.places), schedule: try schedule(lot: lot),
            lotSize: try Quantity(Int64(lot)), shortestTermHours: random.pick([1, 1, 1, 4]), price: try price(),
            vat: random.pick([.cloudService, .equipmentLease]), buyers: buyerClass(),
            tier: random.pick(VerificationTier.allCases))
    }

    /// One to three steps from about now, with a blackout between some.
    private mutating func schedule(lot: Int) throws -> CapacitySchedule {
        var start = view.time.hour + random.below(12)
        let steps = try (0..<random.number(1...3)).map { _ in
            start += random.pick([0, 0, 3])
            let end = start + random.number(4...48)
            defer { start = end }
            return CapacityStep(
                window: try Window(start, end), quantity: try Quantity(Int64(lot) * random.number(1...8)))
        }
        return try CapacitySchedule(steps: steps)
    }

    /// About 10 to 30 yuan a unit-hour; a quarter by the hour of the week.
    mutating func price() throws -> PriceSchedule {
        let base = 333_333 * random.number(30...90)
        if random.chance(75) { return .flat(try UnitPrice(base)) }
        return .hourOfWeek(try (0..<168).map { try UnitPrice(base + Int64($0) % 7 * 1_000_001) })
    }

    private mutating func buyerClass() -> BuyerClass {
        switch random.below(10) {
        case 0: BuyerClass(sizes: [.micro, .small])
        case 1: view.buyers.isEmpty ? .everyone : BuyerClass(members: [random.pick(view.buyers)])
        default: .everyone
        }
    }

    /// By its provider, as a rule.
    mutating func withdrawOffer() -> GeneratedCommand? {
        guard let offer = view.offers.draw(&random), let owner = view.offerOwners[offer] else { return nil }
        return GeneratedCommand(actor: SimulatedActors.provider(owner), command: .withdrawOffer(offer))
    }
}
