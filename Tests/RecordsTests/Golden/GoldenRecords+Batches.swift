import Domain
import Records

extension GoldenRecords {
    static func batches(_ kind: CommandKind) throws(Reason) -> (Command, [Event], [Transfer]) {
        let scope = BatchScope(zone: ZoneID(2), window: try Window(498_000, 498_024), lot: try Quantity(1_000))
        switch kind {
        case .setBatchPolicy:
            let round = try BatchRound(
                zone: ZoneID(2), lot: try Quantity(1_000), everyMinutes: 15, offsetMinutes: 2, clearsResidual: true,
                noCancelSeconds: 120)
            let policy = try BatchPolicy(minutesMost: 5, rounds: [round])
            return (
                .setBatchPolicy(policy),
                [
                    .batchPolicySet(version: 1, policy),
                    .batchRoundHeld(round: 0, next: Stamp(seconds: 1_795_000_620)),
                    .batchRoundAwaits(round: 0, [BatchID(1)], next: Stamp(seconds: 1_795_000_620)),
                ], []
            )
        case .callBatch:
            let run = BatchRun(
                window: try Window(498_000, 498_012), askSum: 102_000_000, capacity: try Quantity(3_000))
            let offer = BatchOffer(offer: OfferID(1), runs: [run])
            let demand = BatchDemand(
                demand: DemandID(4), window: scope.window, quantity: try Quantity(4_000), minimum: .zero,
                limit: try UnitPrice(9_000_000),
                arcs: [
                    BatchArc(
                        offer: 0, tariff: try UnitPrice(200_000), starts: [498_000], subsidy: try BasisPoints(3_000))
                ],
                hours: 12)
            let batch = Batch(
                id: BatchID(1), scope: scope, until: Stamp(seconds: 1_795_000_300), offers: [offer],
                demands: [demand], passed: [BatchPair(demand: DemandID(4), offer: OfferID(7))])
            return (.callBatch(scope), [.batchCalled(batch)], [])
        default:
            let proof = BatchProof(
                welfare: 900_000, bound: 900_000, gap: 0, shadowPrices: [300_000], boundPrices: [300_000], scale: 1,
                tie: SubsidyProof(subsidy: 7_000, bound: 7_000, prices: [-5]))
            let fill = BatchFill(demand: 0, offer: 0, quantity: try Quantity(3_000))
            return (
                .closeBatch(BatchID(1), .allocation(BatchAllocation(fills: [fill], proof: proof))),
                [
                    .batchClosed(BatchID(1), .cleared(proof, rejected: [DemandID(5)])),
                    .batchClosed(BatchID(2), .released(.batchOverdue)),
                ], []
            )
        }
    }
}
