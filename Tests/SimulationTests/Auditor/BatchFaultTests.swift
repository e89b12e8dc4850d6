import Domain
import Records
import Simulation
import Testing

/// Faults of batches.
struct BatchFaultTests {
    @Test func moreFrozenThanThereIsIsSeen() throws {
        let spoilt = try tampering(events: { event in
            guard case .batchCalled(let batch) = event else { return nil }
            let offers = batch.offers.map { held in
                BatchOffer(
                    offer: held.offer,
                    runs: held.runs.map {
                        BatchRun(
                            window: $0.window, askSum: $0.askSum, capacity: Quantity(unchecked: Quantity.mostMilli))
                    })
            }
            return [
                .batchCalled(
                    Batch(
                        id: batch.id, scope: batch.scope, until: batch.until, offers: offers, demands: batch.demands,
                        passed: batch.passed))
            ]
        })
        #expect(faults(spoilt).contains { if case .oversold = $0 { true } else { false } })
    }

    @Test func aFillOfAMemberBeforeTheCloseIsSeen() throws {
        let spoilt = try tampering(
            where: \.fillsInABatch,
            events: { event in
                guard case .batchClosed = event else { return nil }
                return []
            })
        #expect(faults(spoilt).contains { if case .frozenTraded = $0 { true } else { false } })
    }

    @Test func aFillLeftOutIsSeen() throws {
        let spoilt = try tampering(
            where: \.fillsInABatch,
            events: { event in
                guard case .filled = event else { return nil }
                return []
            })
        #expect(faults(spoilt).contains { if case .welfareNotMade = $0 { true } else { false } })
    }

    @Test func aGapThatIsNoneIsSeen() throws {
        let spoilt = try tampering(events: { event in
            guard case .batchClosed(let id, .cleared(let proof, let rejected)) = event else { return nil }
            let changed = BatchProof(
                welfare: proof.welfare, bound: proof.bound + 1, gap: proof.gap, shadowPrices: proof.shadowPrices,
                boundPrices: proof.boundPrices, scale: proof.scale)
            return [.batchClosed(id, .cleared(changed, rejected: rejected))]
        })
        #expect(faults(spoilt).contains { if case .proofDiffers = $0 { true } else { false } })
    }

    @Test func aCloseOfNoBatchIsSeen() throws {
        let spoilt = try tampering(events: { event in
            guard case .batchClosed(let id, let outcome) = event else { return nil }
            return [event, .batchClosed(id, outcome)]
        })
        #expect(faults(spoilt).contains(.unknownSubject(.batchClosed)))
    }
}
