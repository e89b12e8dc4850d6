import Domain
import Foundation
import MarketStudies
import Records
import Simulation
import Testing
import Trading

/// Policies and surges on generated markets.
struct EscalationTests {
    /// `SUANLI_TEST_SEED` sets the first seed.
    static let firstSeed = ProcessInfo.processInfo.environment["SUANLI_TEST_SEED"].flatMap { UInt64($0) } ?? 20_261_129
    static let seeds = (0..<3).map { firstSeed &+ $0 }
    private static let sizes = MarketSizes(parties: 24, offers: 120, commands: 500, hours: 48, programmes: 0)

    private func market(_ seed: UInt64) -> SimulatedExchange {
        let market = SimulatedExchange()
        var generator = MarketGenerator(seed: seed, sizes: Self.sizes)
        market.run(&generator)
        return market
    }

    /// No policy gains more than one national clearing, whose bound is met by its prices; and each is what its rounds say.
    @Test(arguments: seeds) func theNationsClearingIsTheMost(seed: UInt64) throws {
        let book = try #require(HourBook(busiestOf: market(seed)), "seed \(seed)")
        let policies = EscalationPolicy.compared(book.zones)
        #expect(policies.last == .nation && Set(policies).count == policies.count && policies.count >= 3)
        let outcomes = try policies.map { try #require(book.cleared(by: $0), "seed \(seed)") }
        let nation = try #require(outcomes.last)
        print("EscalationTests: seed \(seed), \(nation.units) of \(book.unitsWanted) units in one clearing")
        #expect(nation.value.value <= nation.bound.value, "seed \(seed)")
        for outcome in outcomes {
            #expect(outcome.value.value <= nation.bound.value, "seed \(seed): \(outcome.policy)")
            #expect(outcome.units <= book.unitsWanted && outcome.value.value >= 0, "seed \(seed): \(outcome.policy)")
            #expect(outcome.unitsByRound.count == outcome.policy.levels.count)
        }
        // Each way up begins with what its first level clears alone.
        for way in outcomes where way.policy.levels.count > 1 {
            let alone = outcomes.first { $0.policy.levels == [way.policy.levels[0]] }
            #expect(way.unitsByRound[0] == alone?.units, "seed \(seed)")
            #expect(way.value.value >= alone?.value.value ?? 0, "seed \(seed)")
        }
        let twice = try #require(book.cleared(by: EscalationPolicy([.nation, .nation])))
        #expect((nation.value.value...nation.bound.value).contains(twice.value.value), "seed \(seed)")
    }

    /// A market's commands, with demands for one unit and a day each, offers of whole units, and money for all: then nobody who is served
    /// from elsewhere takes from those at home what they would have had without.
    private func commands(_ seed: UInt64) throws -> [GeneratedCommand] {
        var parties: Int64 = 0
        return try market(seed).entries.filter { $0.record.header.outcome == .accepted }.flatMap { entry in
            let (actor, command) = (entry.record.header.actor, entry.record.command)
            switch command {
            case .submitDemand(let terms):
                let window = try Window(terms.window.start, terms.window.start + 24)
                let plain = try terms.with(
                    quantity: Quantity(1_000), window: window, limit: UnitPrice(UnitPrice.mostMicroYuan),
                    policy: .goodTillCancelled)
                return [GeneratedCommand(actor: actor, command: .submitDemand(plain))]
            case .listOffer(let terms) where terms.lotSize.milli != 1_000: return []
            case .admitParty(let party):
                parties += 1
                let reference = try Label("surge-\(parties)")
                let deposit = BankDeposit(
                    party: party, amount: Money(fen: Money.most.fen / 1_000), reference: reference)
                let clerk = SimulatedActors.operators[0]
                return [
                    GeneratedCommand(actor: actor, command: command),
                    GeneratedCommand(actor: clerk, command: .recordDeposit(deposit)),
                ]
            default: return [GeneratedCommand(actor: actor, command: command)]
            }
        }
    }

    /// The wider a burst may reach, the more of it is served.
    @Test(arguments: seeds) func aWiderReachServesNoLess(seed: UInt64) throws {
        let script = try #require(SurgeScript(try commands(seed), copies: 40), "seed \(seed)")
        let runs = [ZoneLevel.edge, .nation].map { SurgeRun(script, reach: $0, patience: 1) }
        print("EscalationTests: seed \(seed), \(runs[0].filled) and \(runs[1].filled) of \(runs[0].demands) in a surge")
        #expect(runs[0].demands == runs[1].demands && runs[0].demands > 0)
        #expect(runs[0].filled <= runs[1].filled, "seed \(seed)")
        for run in runs {
            #expect(run.filledByHour.count == 1 && run.filledByHour.last == run.filled, "seed \(seed)")
            #expect(run.waits.count == run.filled, "seed \(seed)")
            #expect((run.filled > 0) == (run.priceMicroYuan != nil), "seed \(seed)")
        }
    }

    /// Every demand that a band was told of and that was filled is counted once.
    @Test func bandsAreCounted() throws {
        let market = SimulatedExchange()
        var generator = MarketGenerator(
            seed: Self.firstSeed, sizes: MarketSizes(parties: 8, offers: 500, commands: 1_000, hours: 800))
        market.run(&generator)
        let study = try BandStudy(market)
        let closed = market.records.flatMap(\.events).filter {
            if case .demandClosed(_, nil) = $0 { true } else { false }
        }
        #expect(study.before + study.within + study.after == study.filled)
        #expect(study.filled <= study.told && study.told <= study.rested && study.rested > 0)
        #expect(study.filled <= closed.count)
        print("EscalationTests: seed \(Self.firstSeed), \(study)")
    }
}
