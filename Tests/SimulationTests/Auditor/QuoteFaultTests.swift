import Domain
import Records
import Simulation
import Testing

/// Faults of quotes.
struct QuoteFaultTests {
    private func takes(_ record: Record) -> Bool { record.events.contains { $0.kind == .quoteTaken } }

    @Test func morePromisedThanThereIsIsSeen() throws {
        let spoilt = try tampering(events: { event in
            guard case .demandQuoted(let quote) = event else { return nil }
            let fills = quote.fills.map { $0.with(quantity: Quantity(unchecked: Quantity.mostMilli)) }
            return [
                .demandQuoted(
                    Quote(
                        demand: quote.demand, versions: quote.versions, until: quote.until, fills: fills,
                        evaluations: quote.evaluations))
            ]
        })
        #expect(faults(spoilt).contains { if case .oversold = $0 { true } else { false } })
    }

    @Test func aFillThatIsNotAsItWasQuotedIsSeen() throws {
        let spoilt = try tampering(
            where: takes,
            events: { event in
                guard case .filled(let fill) = event else { return nil }
                return [.filled(fill.with(priceSum: fill.priceSum - 1))]
            })
        #expect(faults(spoilt).contains { if case .quoteNotKept = $0 { true } else { false } })
    }

    @Test func aFillLeftOutIsSeen() throws {
        let spoilt = try tampering(
            where: takes,
            events: { event in
                guard case .filled = event else { return nil }
                return []
            })
        #expect(faults(spoilt).contains { if case .quoteNotKept = $0 { true } else { false } })
    }

    @Test func aQuoteTakenTwiceIsSeen() throws {
        let spoilt = try tampering(events: { event in
            guard case .quoteTaken = event else { return nil }
            return [event, event]
        })
        #expect(faults(spoilt).contains(.unknownSubject(.quoteTaken)))
    }
}
