import Domain
import Records
import Simulation
import Testing
import Trading

struct MarketGeneratorTests {
    /// A generated market and what was asked of it.
    private func market(_ seed: UInt64, _ sizes: MarketSizes) -> (commands: [GeneratedCommand], records: [Record]) {
        let exchange = SimulatedExchange()
        var generator = MarketGenerator(seed: seed, sizes: sizes)
        var commands: [GeneratedCommand] = []
        while let next = generator.next() {
            commands.append(next)
            for record in exchange.apply(next) { generator.observe(record) }
        }
        return (commands, exchange.records)
    }

    @Test func theSameSeedGivesTheSameJournal() {
        let sizes = MarketSizes(commands: 200)
        let first = SimulatedExchange.journal(seed: 11, sizes: sizes)
        let second = SimulatedExchange.journal(seed: 11, sizes: sizes)
        #expect(first.map(\.leaf) == second.map(\.leaf))
        #expect(first.map(\.leaf) != SimulatedExchange.journal(seed: 12, sizes: sizes).map(\.leaf))
    }

    @Test func whatMustBeRefusedIs() throws {
        for seed in seeds("refusals", fixed: 1...4) {
            let exchange = SimulatedExchange()
            var generator = MarketGenerator(seed: seed, sizes: MarketSizes(commands: 300, invalidPercent: 60))
            while let next = generator.next() {
                let records = exchange.apply(next)
                for record in records { generator.observe(record) }
                let outcome = try #require(records.last).header.outcome
                #expect(!next.mustBeRefused || outcome != .accepted, "seed \(seed): \(next.command)")
            }
        }
    }

    @Test func withoutCommandsThereIsTheOpeningOnly() {
        let (commands, records) = market(5, MarketSizes(parties: 7, commands: 0, programmes: 2))
        #expect(records.allSatisfy { $0.header.outcome == .accepted })
        #expect(commands.count == records.count)
        let kinds = Set(records.map(\.header.kind))
        #expect(kinds.isSuperset(of: [.registerParty, .admitParty, .recordDeposit, .approveProgramme, .authorisePool]))
    }

    @Test func sizesAreKept() {
        let sizes = MarketSizes(parties: 20, offers: 150, commands: 500, hours: 500, invalidPercent: 0)
        let (commands, records) = market(9, sizes)
        let offers = commands.filter { if case .listOffer = $0.command { true } else { false } }.count
        let parties = records.flatMap(\.events).filter { $0.kind == .partyAdmitted }.count
        let last = records.last?.header.stamp.hour ?? 0
        #expect((100...200).contains(offers))
        #expect((20...40).contains(parties))
        #expect((250...1_000).contains(last - MarketGenerator.firstHour))
        #expect(!commands.contains { $0.mustBeRefused })
    }

    /// Over a few seeds, every kind of command is given and, but for `tick`, every kind is accepted and refused.
    @Test func everyKindOfCommandAndEventComesUp() {
        var (accepted, refused, events) = (Set<CommandKind>(), Set<CommandKind>(), Set<EventKind>())
        var policies: Set<FillPolicy> = []
        var reasons: Set<Reason> = []
        for seed: UInt64 in 1...20 {
            let (_, records) = market(seed, MarketSizes(offers: 120, commands: 600, invalidPercent: 15))
            for record in records {
                if case .refused(let reason) = record.header.outcome {
                    refused.insert(record.header.kind)
                    reasons.insert(reason)
                } else {
                    accepted.insert(record.header.kind)
                }
                if case .submitDemand(let terms) = record.command { policies.insert(terms.policy) }
            }
            events.formUnion(records.flatMap(\.events).map(\.kind))
        }
        #expect(accepted == Set(CommandKind.allCases))
        #expect(refused == Set(CommandKind.allCases).subtracting([.tick]))
        #expect(events == Set(EventKind.allCases))
        checkPolicies(policies)
        #expect(reasons.count >= 25, "\(reasons)")
    }

    /// Every time in force, with all-or-none and with a minimum where it may have one.
    private func checkPolicies(_ policies: Set<FillPolicy>) {
        let shapes = policies.map { policy in
            let time = String("\(policy.timeInForce)".prefix { $0 != "(" })
            return "\(time)\(policy.allOrNone ? " all" : "")\(policy.minimum > .zero ? " minimum" : "")"
        }
        let times = ["goodTillCancelled", "goodTill", "immediateOrCancel"]
        let wanted = times + times.map { "\($0) all" } + times.map { "\($0) minimum" } + ["fillOrKill all"]
        #expect(Set(shapes) == Set(wanted))
    }
}
