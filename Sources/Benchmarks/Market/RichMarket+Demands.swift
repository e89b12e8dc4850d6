import Domain
import Matching
import Simulation

extension RichMarket {
    /// Demands in the order of their arrival, numbered from 1; their places follow those of all offers.
    func demands(_ count: Int) throws(Reason) -> [MarketDemand] {
        var random = SeededGenerator(seed: seed &+ 3)
        var demands: [MarketDemand] = []
        for number in 1...Int64(count) {
            let buyer = random.number(1...5_000)
            let demand = Demand(
                id: DemandID(number), buyer: PartyID(1_000 + buyer), terms: try terms(&random),
                place: Place(sequence: 1_000_000_000 + number))
            demands.append(
                MarketDemand(
                    demand: demand, buyer: try RichMarket.facts(of: demand.buyer), subsidyClass: Int32(buyer % 3),
                    network: 1))
        }
        return demands
    }

    private func terms(_ random: inout SeededGenerator) throws(Reason) -> DemandTerms {
        let hours: Int64 = random.pick([1, 8, 24, 72, 168, 336])
        let begin = Self.start + random.below(Self.days * 24 - hours)
        let quantity = Quantity(unchecked: random.number(1...8) * 1_000)
        let (requirements, level) = try requirements(&random)
        return try DemandTerms(
            requirements: requirements, quantity: quantity, window: try Window(begin, begin + hours),
            home: RichMarket.city(random.below(50)), reach: try reach(&random),
            limit: UnitPrice(unchecked: level * random.number(60...140) / 100),
            policy: try policy(quantity, &random), singleProvider: random.chance(10))
    }

    /// What is asked for, and what a unit-hour of the cheapest that has it costs about.
    private func requirements(_ random: inout SeededGenerator) throws(Reason) -> (Requirements, level: Int64) {
        let type = random.pick(types)
        let tier: VerificationTier = random.pick([.declared, .declared, .documented])
        let requirements =
            switch random.below(50) {
            case 0..<30:
                try Requirements(
                    kind: .accelerator, chips: [type.terms.chip].compactMap(\.self), chipsMilli: type.terms.chipsMilli,
                    leastTier: tier)
            case 30..<44:
                try Requirements(
                    kind: .accelerator, architectures: [type.terms.architecture], chipsMilli: type.terms.chipsMilli,
                    chipMemoryBytes: type.terms.chipMemoryBytes, leastTier: tier)
            case 44..<49: try Requirements(kind: .accelerator, instanceTypes: [type.id], leastTier: tier)
            default: try Requirements(kind: .accelerator, chipsMilli: type.terms.chipsMilli, leastTier: tier)
            }
        let cheapest = types.filter { requirements.admits($0) }.map { RichMarket.level(of: $0) }.min()
        return (requirements, cheapest ?? RichMarket.level(of: type))
    }

    private func reach(_ random: inout SeededGenerator) throws(Reason) -> Reach {
        let level: ZoneLevel = random.pick([.city, .province, .hub, .hub, .nation, .nation])
        return Reach(level: level, latencyMicrosecondsMost: random.chance(20) ? 10_000 : nil)
    }

    private func policy(_ quantity: Quantity, _ random: inout SeededGenerator) throws(Reason) -> FillPolicy {
        switch random.below(20) {
        case 0..<2: try FillPolicy(.immediateOrCancel)
        case 2: try FillPolicy(.fillOrKill)
        case 3..<5: try FillPolicy(.goodTillCancelled, allOrNone: true)
        case 5: try FillPolicy(.goodTillCancelled, minimum: min(quantity, Quantity(unchecked: 2_000)))
        default: .goodTillCancelled
        }
    }

    static func facts(of party: PartyID) throws(Reason) -> BuyerFacts {
        BuyerFacts(
            party: party, size: .small,
            profile: FirmProfile(
                region: try Symbol("chengdu"), sector: .software, staff: 50, revenue: Money(fen: 500_000_000),
                assets: Money(fen: 500_000_000), founded: try CivilDate("2020-05-01")))
    }
}
