import Domain
import Matching
import Records
import Testing
import TransparencyLog

@testable import Simulation
@testable import Trading

/// What a preview of a bundle says in generated markets, with vouchers, caps and relations, against what then happens: the
/// same fills to the fen and to the lot, with the same evaluations and holds, and the same end, or the same refusal. A remedy
/// of its short line is posted in its place and must fill all.
struct GeneratedBundlePreviewTests {
    static let histories: UInt64 = GeneratedHistoryTests.histories > 12 ? 60 : 6
    static let sizes = MarketSizes(parties: 6, offers: 60, commands: 150, hours: 300)

    private struct Seen {
        var filled = 0
        var subsidised = 0
        var short = 0
        var resting = 0
        var refused = 0
        var posted = 0
    }

    @Test func previewsComeTrue() throws {
        print("GeneratedBundlePreviewTests: \(Self.histories) markets from seed \(GeneratedHistoryTests.firstSeed)")
        var seen = Seen()
        for seed in (0..<Self.histories).map({ GeneratedHistoryTests.firstSeed &+ 200 &+ $0 }) {
            let exchange = SimulatedExchange()
            var generator = MarketGenerator(seed: seed, sizes: Self.sizes)
            var count = 0
            while let next = generator.next() {
                for record in exchange.apply(next) { generator.observe(record) }
                count += 1
                guard count % 6 == 0 else { continue }
                let moment = exchange.inspect { $0.snapshot() }
                for buyer in generator.view.buyers.suffix(2) {
                    let terms = try generator.bundleTerms()
                    try compare(terms, buyer, moment, "seed \(seed), record \(moment.sequence)", &seen)
                }
            }
        }
        print("GeneratedBundlePreviewTests: \(seen)")
        #expect(seen.filled > 5 && seen.short > 20 && seen.resting > 5 && seen.refused > 0 && seen.posted > 5)
    }

    private func compare(
        _ terms: BundleTerms, _ buyer: PartyID, _ moment: Snapshot, _ label: String, _ seen: inout Seen
    ) throws {
        var exchange = try Exchange(restoring: moment)
        let before = exchange.stateHash()
        let preview = preview(terms, buyer, on: &exchange)
        let after = exchange.stateHash()
        #expect(before == after, "\(label): a preview changes nothing")
        guard let record = try apply(terms, buyer, to: &exchange), !isTooMany(record) else { return }
        switch preview {
        case .failure(let reason): #expect(record.header.outcome == .refused(reason), "\(label)")
        case .success(let preview):
            check(preview, record, label, &seen)
            for remedy in preview.short?.remedies.found.prefix(2) ?? [] {
                try post(remedy, at: preview.short!.position, of: terms, buyer, moment, label, &seen)
            }
        }
    }

    private func preview(
        _ terms: BundleTerms, _ buyer: PartyID, on exchange: inout Exchange
    ) -> Result<BundlePreview, Reason> {
        do throws(Reason) { return .success(try exchange.preview(terms, for: buyer)) } catch { return .failure(error) }
    }

    private func check(_ preview: BundlePreview, _ record: Record, _ label: String, _ seen: inout Seen) {
        if let refusal = preview.refusal {
            seen.refused += 1
            #expect(record.header.outcome == .refused(refusal), "\(label)")
            return
        }
        let lines = record.events.compactMap { event in
            if case .demandAccepted(let demand, _) = event { demand.id } else { nil }
        }
        #expect(lines.count == preview.lines.count, "\(label) \(record.header.outcome)")
        for (id, line) in zip(lines, preview.lines) { check(line, of: id, record, label) }
        let isFilled = preview.lines.allSatisfy { $0.residual == .none }
        #expect(isFilled == (preview.short == nil), "\(label)")
        seen.filled += isFilled ? 1 : 0
        seen.short += isFilled ? 0 : 1
        seen.resting += preview.lines.allSatisfy { $0.residual == .rest } ? 1 : 0
        seen.subsidised += preview.lines.contains { !$0.cost.vouchers.isEmpty } ? 1 : 0
    }

    private func check(_ line: LinePreview, of id: DemandID, _ record: Record, _ label: String) {
        let fills = record.fills.filter { $0.demand == id }
        #expect(fills == line.cost.fills, "\(label), \(id)")
        let made = Set(fills.map(\.id))
        let evaluations = record.events.compactMap { event in
            if case .fillEvaluated(let of) = event, made.contains(of.fill) { of } else { nil }
        }
        #expect(evaluations == line.cost.evaluations, "\(label), \(id)")
        let holds = record.events.compactMap { event in
            if case .holdSet(let hold) = event, hold.demand == id { hold } else { nil }
        }
        #expect(holds.last == line.cost.hold, "\(label), \(id)")
        let ends = record.events.compactMap { event -> Residual? in
            switch event {
            case .demandRested(id, _): .rest
            case .demandClosed(id, let reason): reason.map { Residual.cancel($0) } ?? Residual.none
            default: nil
            }
        }
        #expect(ends == [line.residual], "\(label), \(id)")
    }

    private func post(
        _ remedy: Remedy, at position: Int, of terms: BundleTerms, _ buyer: PartyID, _ moment: Snapshot,
        _ label: String, _ seen: inout Seen
    ) throws {
        var lines = terms.lines
        lines[position] = remedy.terms
        var exchange = try Exchange(restoring: moment)
        let bundle = try BundleTerms(lines: lines, bond: terms.bond)
        guard let record = try apply(bundle, buyer, to: &exchange), !isTooMany(record) else { return }
        let filled = record.events.compactMap { event in
            if case .demandClosed(let id, nil) = event { id } else { nil }
        }
        let accepted = record.events.compactMap { event in
            if case .demandAccepted(let demand, _) = event { demand.id } else { nil }
        }
        #expect(!accepted.isEmpty && accepted.allSatisfy { filled.contains($0) }, "\(label): \(remedy.changes)")
        seen.posted += 1
    }

    /// A preview is no order of the hour, and tells what an order would get that may be sent.
    private func isTooMany(_ record: Record) -> Bool { record.header.outcome == .refused(.ordersTooMany) }

    /// nil where something fell due before it.
    private func apply(_ terms: BundleTerms, _ buyer: PartyID, to exchange: inout Exchange) throws -> Record? {
        let seed = withUnsafeBytes(of: exchange.sequence.bigEndian) { [UInt8]($0) }
        let submission = Submission(
            actor: SimulatedActors.buyer(buyer), command: .submitBundle(terms),
            nonce: try Nonce(bytes: Digest.sha256(of: seed).bytes), key: nil)
        let entries = exchange.apply(submission, clock: exchange.time(wall: .epoch))
        return entries.count == 1 ? entries[0].record : nil
    }
}
