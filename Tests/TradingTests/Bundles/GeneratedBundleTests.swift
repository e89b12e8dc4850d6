import Domain
import Records
import Testing
import TransparencyLog

@testable import Simulation
@testable import Trading

/// Bundles in generated markets, held against their lines as demands one after the other.
struct GeneratedBundleTests {
    static let histories: UInt64 = 6
    static let sizes = MarketSizes(parties: 6, offers: 60, commands: 150, hours: 300)
    private let deposit = Money(fen: 1_000_000_000_000)

    /// What a bundle is given is what its lines get one after the other, where each gets all; else it is given nothing.
    @Test func linesInSequenceGiveWhatTheBundleGives() throws {
        let first = GeneratedHistoryTests.firstSeed
        print("TradingTests: bundles of \(Self.histories) markets from seed \(first)")
        var (filled, short) = (0, 0)
        // Some markets have little that a bundle could be filled from: then there are more of them.
        for number in 0..<4 * Self.histories where number < Self.histories || min(filled, short) <= 10 {
            let seed = first &+ number
            try forEachMoment(of: seed, every: 4) { moment, generator in
                let drawn = try generator.bundleTerms()
                guard let terms = try? immediate(drawn), let buyer = generator.view.buyers.last else { return }
                let outcome = try filling(.submitBundle(terms), by: buyer, of: moment)
                guard outcome.isAccepted else { return }
                let expected = try naive(terms, by: buyer, at: moment)
                guard let expected else { return }
                #expect(outcome.fills == expected, "seed \(seed), record \(moment.sequence)")
                if expected.isEmpty { short += 1 } else { filled += 1 }
            }
        }
        print("TradingTests: \(filled) bundles filled, \(short) short")
        #expect(filled > 10 && short > 10)
    }

    /// One more attempt fills no bundle at rest, whatever came before.
    @Test func noBundleRestsThatCouldBeFilled() throws {
        var resting = 0
        for seed in (0..<Self.histories).map({ GeneratedHistoryTests.firstSeed &+ 100 &+ $0 }) {
            try forEachMoment(of: seed, every: 2) { moment, _ in
                var exchange = try Exchange(restoring: moment)
                exchange.draft = RecordDraft(sequence: exchange.sequence + 1, stamp: exchange.now)
                for bundle in exchange.bundles.open {
                    resting += 1
                    guard case .fills = exchange.attempt(bundle) else { continue }
                    let isPast = bundle.lines.contains {
                        exchange.orders.demand($0)!.terms.latestStart < exchange.now.nextHour
                    }
                    #expect(isPast, "seed \(seed), record \(moment.sequence): \(bundle.id)")
                }
            }
        }
        print("TradingTests: looked at \(resting) bundles at rest")
        #expect(resting > 20)
    }

    /// A market after every so many commands.
    private func forEachMoment(
        of seed: UInt64, every step: Int, _ body: (Snapshot, inout MarketGenerator) throws -> Void
    ) throws {
        let exchange = SimulatedExchange()
        var generator = MarketGenerator(seed: seed, sizes: Self.sizes)
        var count = 0
        while let next = generator.next() {
            for record in exchange.apply(next) { generator.observe(record) }
            count += 1
            guard count % step == 0 else { continue }
            try body(exchange.inspect { $0.snapshot() }, &generator)
        }
    }

    /// Its lines on own money, at once or never.
    private func immediate(_ terms: BundleTerms) throws -> BundleTerms {
        let policy = try FillPolicy(.fillOrKill)
        let bond = BundleBond(commonStart: terms.bond.commonStart, latencyMicrosecondsMost: nil)
        return try BundleTerms(lines: terms.lines.map { try $0.onOwnMoney(policy) }, bond: bond)
    }

    private struct Outcome {
        let isAccepted: Bool
        let fills: [Share]
        /// Whether it concerned other demands too.
        let isMixed: Bool
    }

    /// A fill without numbers.
    private struct Share: Hashable {
        let offer: OfferID
        let window: Window
        let quantity: Quantity
        let priceSum: Int64
        let charge: UnitPrice
    }

    private func filling(_ command: Command, by buyer: PartyID, of moment: Snapshot) throws -> Outcome {
        var exchange = try rich(moment, buyer)
        return try apply(command, by: buyer, to: &exchange)
    }

    /// The fills of the first common start, or of none, at which every line gets all; nil where other demands were
    /// served between two lines.
    private func naive(_ terms: BundleTerms, by buyer: PartyID, at moment: Snapshot) throws -> [Share]? {
        for start in try starts(of: terms, at: moment) {
            var exchange = try rich(moment, buyer)
            var (fills, isWhole): ([Share], Bool) = ([], true)
            for line in terms.lines where isWhole {
                let line = start.map { line.starting(at: $0) } ?? line
                let outcome = try apply(.submitDemand(line), by: buyer, to: &exchange)
                if outcome.isMixed { return nil }
                isWhole = outcome.isAccepted && !outcome.fills.isEmpty
                fills += outcome.fills
            }
            if isWhole { return fills }
        }
        return []
    }

    private func starts(of terms: BundleTerms, at moment: Snapshot) throws -> [Hour?] {
        guard terms.bond.commonStart else { return [nil] }
        let exchange = try Exchange(restoring: moment)
        let first = exchange.now.nextHour
        return (0..<2_000).map { first + $0 }.filter { hour in
            terms.lines.allSatisfy { $0.window.start <= hour && hour <= $0.latestStart }
        }
    }

    private func rich(_ moment: Snapshot, _ buyer: PartyID) throws -> Exchange {
        var exchange = try Exchange(restoring: moment)
        let money = BankDeposit(party: buyer, amount: deposit, reference: try Label("rich-\(exchange.sequence)"))
        _ = try apply(.recordDeposit(money), SimulatedActors.operators[0], to: &exchange)
        return exchange
    }

    private func apply(_ command: Command, by buyer: PartyID, to exchange: inout Exchange) throws -> Outcome {
        let record = try apply(command, SimulatedActors.buyer(buyer), to: &exchange)
        var own: Set<DemandID> = []
        for case .demandAccepted(let demand, _) in record.events { own.insert(demand.id) }
        let fills = record.fills.filter { own.contains($0.demand) }
        return Outcome(
            isAccepted: record.header.outcome == .accepted,
            fills: fills.map {
                Share(
                    offer: $0.offer, window: $0.window, quantity: $0.quantity, priceSum: $0.priceSum,
                    charge: $0.chargeTariff)
            }, isMixed: fills.count < record.fills.count)
    }

    private func apply(_ command: Command, _ actor: Actor, to exchange: inout Exchange) throws -> Record {
        let seed = withUnsafeBytes(of: exchange.sequence.bigEndian) { [UInt8]($0) }
        let submission = Submission(
            actor: actor, command: command, nonce: try Nonce(bytes: Digest.sha256(of: seed).bytes), key: nil)
        let entries = exchange.apply(submission, clock: exchange.time(wall: .epoch))
        return entries[entries.count - 1].record
    }
}

extension DemandTerms {
    fileprivate func onOwnMoney(_ policy: FillPolicy) throws(Reason) -> DemandTerms {
        try DemandTerms(
            requirements: requirements, quantity: quantity, window: window, home: home, reach: reach, limit: limit,
            policy: policy, singleProvider: singleProvider, use: use, lane: lane, funding: .ownMoney,
            acceptsRelated: acceptsRelated, chosenHours: chosenHours, scu: scu)
    }
}
