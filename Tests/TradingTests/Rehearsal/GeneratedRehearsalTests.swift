import Domain
import Matching
import Records
import Simulation
import Testing

@testable import Trading

/// What a preview says, against what then happens, on generated histories with vouchers, caps, relations and every fill
/// policy: the same fills to the fen and to the lot, with the same evaluations, the same holds and the same end, or the same
/// refusal. Remedies of what is not filled are posted to a twin of
/// the exchange and must fill.
///
/// `SUANLI_TEST_SEED` sets the first seed; `SUANLI_TEST_LONG=1` runs 100 histories instead of 3.
struct GeneratedRehearsalTests {
    static let histories: UInt64 = GeneratedHistoryTests.histories > 12 ? 100 : 3
    static let sizes = MarketSizes(parties: 6, offers: 50, commands: 200, hours: 400)

    private struct Seen {
        var compared = 0
        var fills = 0
        /// Fills that a lot pays a part of, in place of own money or beside it.
        var deducted = 0
        var reimbursed = 0
        /// Demands that came to rest with a lot held.
        var lotsHeld = 0
        var refused = 0
        var posted = 0
        var replaced = 0
    }

    @Test func previewsComeTrue() throws {
        print("GeneratedRehearsalTests: \(Self.histories) histories from seed \(GeneratedHistoryTests.firstSeed)")
        var seen = Seen()
        for number in 0..<Self.histories {
            let seed = GeneratedHistoryTests.firstSeed &+ number
            let world = try TestExchange()
            var generator = MarketGenerator(seed: seed, sizes: Self.sizes)
            while let next = generator.next() {
                for record in try compare(next, world, seed, &seen) { generator.observe(record) }
            }
        }
        print("GeneratedRehearsalTests: \(seen)")
        #expect(Self.histories < 100 || seen.deducted > 0 && seen.lotsHeld > 0 && seen.reimbursed > 0)
        #expect(seen.compared > 100 && seen.fills > 20 && seen.refused > 0 && seen.posted > 20 && seen.replaced > 5)
    }

    private func compare(
        _ next: GeneratedCommand, _ world: TestExchange, _ seed: UInt64, _ seen: inout Seen
    ) throws -> [Record] {
        guard case .submitDemand(let terms) = next.command, next.actor.seat == .buyer,
            let buyer = next.actor.organisation
        else { return try world.applyAll(next.command, by: next.actor) }
        let before = world.exchange.stateHash()
        let preview = Result { () throws(Reason) in try world.exchange.preview(terms, for: buyer) }
        let after = world.exchange.stateHash()
        #expect(before == after, "a preview changes nothing")
        let journal = world.journal
        let records = try world.applyAll(next.command, by: next.actor)
        // What fell due meanwhile is another state than the one previewed.
        guard records.count == 1, let record = records.last, !isTooMany(record) else { return records }
        seen.compared += 1
        let label = "seed \(seed), record \(record.header.sequence)"
        switch preview {
        case .failure(let reason):
            seen.refused += 1
            #expect(record.header.outcome == .refused(reason), "\(label)")
        case .success(let explanation):
            check(explanation, record, label)
            seen.fills += explanation.decision.fills.count
            let modes = explanation.cost.vouchers.map(\.mode)
            seen.deducted += modes.contains(.deduct) ? 1 : 0
            seen.reimbursed += modes.contains(.reimburse) ? 1 : 0
            seen.lotsHeld += explanation.cost.hold.lots.isEmpty ? 0 : 1
            guard !explanation.decision.isWhole else { break }
            seen.refused += explanation.refusal == nil ? 0 : 1
            for remedy in explanation.remedies.found.prefix(2) {
                try post(remedy, as: next.actor, after: journal, label)
                seen.posted += 1
            }
            try replace(record, next.actor, world, label, &seen)
        }
        return records
    }

    /// A preview is no order of the hour, and tells what an order would get that may be sent.
    private func isTooMany(_ record: Record) -> Bool { record.header.outcome == .refused(.ordersTooMany) }

    private func check(_ explanation: DemandExplanation, _ record: Record, _ label: String) {
        if let refusal = explanation.refusal {
            #expect(record.header.outcome == .refused(refusal), "\(label)")
            return
        }
        let demand = record.events.compactMap { if case .demandAccepted(let demand, _) = $0 { demand.id } else { nil } }
        let fills = record.fills.filter { demand.contains($0.demand) }
        let decision = explanation.decision
        let cost = explanation.cost
        #expect(fills == cost.fills && fills.count == decision.fills.count, "\(label)")
        let made = Set(fills.map(\.id))
        let evaluations = record.events.compactMap { event in
            if case .fillEvaluated(let of) = event, made.contains(of.fill) { of } else { nil }
        }
        #expect(evaluations == cost.evaluations, "\(label)")
        let holds = record.events.compactMap { event in
            if case .holdSet(let hold) = event, demand.contains(hold.demand) { hold } else { nil }
        }
        #expect(holds.last == cost.hold, "\(label)")
        let lots = fills.flatMap(\.shares).filter { $0.source != .own }.map(\.amount)
        #expect(cost.vouchers.map(\.amount).reduce(.zero, +) == lots.reduce(.zero, +), "\(label)")
        let ends = record.events.compactMap { event -> Residual? in
            switch event {
            case .demandRested(let id, _) where demand.contains(id): .rest
            case .demandClosed(let id, let reason) where demand.contains(id):
                reason.map { Residual.cancel($0) } ?? Residual.none
            default: nil
            }
        }
        #expect(ends == [decision.residual], "\(label)")
    }

    /// Posts a remedy to a twin at the state it was found at.
    private func post(_ remedy: Remedy, as actor: Actor, after journal: [JournalEntry], _ label: String) throws {
        let record = try Twin(journal).apply(.submitDemand(remedy.terms), by: actor)
        #expect(
            record.closed.contains(nil) && record.rested == nil, "\(label): \(remedy.changes) \(record.header.outcome)")
    }

    /// Explains a demand that came to rest, and posts a remedy in its place: it is cancelled, and the changed one follows.
    private func replace(
        _ record: Record, _ actor: Actor, _ world: TestExchange, _ label: String, _ seen: inout Seen
    ) throws {
        let accepted = record.events.compactMap {
            if case .demandAccepted(let demand, _) = $0 { demand.id } else { nil }
        }
        guard let id = accepted.first, let explanation = world.exchange.explanation(of: id) else { return }
        let place = try #require(explanation.place)
        #expect(place.place >= 1 && place.place <= place.count, "\(label)")
        #expect(explanation.decision.fills.isEmpty && explanation.decision.residual == .rest, "\(label)")
        guard let remedy = explanation.remedies.found.first else { return }
        let twin = try Twin(world.journal)
        let cancelled = try twin.apply(.cancelDemand(id), by: actor)
        // The money that it frees may let another demand of the buyer go first.
        guard cancelled.fills.isEmpty else { return }
        let replaced = try twin.apply(.submitDemand(remedy.terms), by: actor)
        guard !isTooMany(replaced) else { return }
        #expect(replaced.closed.contains(nil) && replaced.rested == nil, "\(label): \(remedy.changes)")
        seen.replaced += 1
    }
}

/// An exchange of its own with a journal folded into it.
private final class Twin {
    private var exchange = Exchange()

    init(_ journal: [JournalEntry]) throws {
        for entry in journal { try exchange.fold(entry) }
    }

    func apply(_ command: Command, by actor: Actor) throws -> Record {
        let nonce = try Nonce(bytes: [UInt8](repeating: 7, count: 32))
        let submission = Submission(actor: actor, command: command, nonce: nonce, key: nil)
        return try #require(exchange.apply(submission, clock: exchange.time(wall: .epoch)).last).record
    }
}
