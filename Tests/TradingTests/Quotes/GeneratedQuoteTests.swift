import Accounting
import Domain
import Matching
import Records
import Simulation
import Testing

@testable import Trading

/// Over generated markets: a quote is what the preview says at that state, and what is posted, to the fen.
struct GeneratedQuoteTests {
    @Test func previewEqualsQuoteEqualsPosting() throws {
        let first = GeneratedHistoryTests.firstSeed
        print("GeneratedQuoteTests: 6 histories from seed \(first)")
        var (quoted, taken, withLots, moved) = (0, 0, 0, 0)
        for seed in (0..<6).map({ first &+ $0 }) {
            let world = try TestExchange()
            let sizes = MarketSizes(parties: 6, offers: 60, commands: 300, hours: 400)
            var generator = MarketGenerator(seed: seed, sizes: sizes)
            for entry in world.journal { generator.observe(entry.record) }
            var quotes: [DemandID: (quote: Quote, sequence: Int64)] = [:]
            while let next = generator.next() {
                let previewed = preview(next, world)
                let records = try world.applyAll(next.command, by: next.actor)
                for record in records {
                    generator.observe(record)
                    if let quote = record.quote, records.count == 1 {
                        #expect(previewed == quote.fills.map(Terms.init), "seed \(seed), \(quote.id)")
                    }
                    if let quote = record.quote {
                        quotes[quote.id] = (quote, record.header.sequence)
                        quoted += 1
                        if quote.fills.contains(where: { !$0.lotAmounts.isEmpty }) { withLots += 1 }
                    }
                    guard case .takeQuote(let id, _) = record.header.outcome == .accepted ? next.command : .tick,
                        record.header.kind == .takeQuote, let kept = quotes[id]
                    else { continue }
                    taken += 1
                    if record.header.sequence > kept.sequence + 1 { moved += 1 }
                    let made = record.fills.filter { $0.demand == id }.prefix(kept.quote.fills.count)
                    #expect(Array(made).unnumbered == kept.quote.fills.unnumbered, "seed \(seed), \(id)")
                }
            }
        }
        print("GeneratedQuoteTests: \(quoted) quoted, \(withLots) with public money, \(taken) taken, \(moved) later")
        #expect(quoted > 0 && withLots > 0 && taken > 0 && moved > 0)
    }

    /// What a fill is about, as a preview tells it.
    private struct Terms: Equatable {
        let offer: OfferID
        let quantity: Quantity
        let sums: [Int64]

        init(_ fill: Fill) {
            (offer, quantity) = (fill.offer, fill.quantity)
            sums = [fill.askSum, fill.priceSum, fill.chargeTariff.microYuan]
        }

        init(_ fill: PlannedFill) {
            (offer, quantity) = (fill.offer, fill.quantity)
            sums = [fill.askSum, fill.priceSum, fill.chargeTariff.microYuan]
        }
    }

    private func preview(_ next: GeneratedCommand, _ world: TestExchange) -> [Terms]? {
        guard case .quoteDemand(let terms) = next.command, let buyer = next.actor.organisation else { return nil }
        return try? world.exchange.preview(terms, for: buyer).decision.fills.map(Terms.init)
    }
}
