import Domain
import MarketStudies
import Simulation
import Trading
import TransparencyLog
import WebPages

extension RunView {
    /// Complexity: O(records + unfilled demands × (types + offers)).
    init(_ run: MarketRun) {
        let figures = run.figures
        let causes = run.market.inspect { UnfilledCauses($0) }
        let unfilled = causes.byDimension.map { ("\($0.dimension)", Int64($0.demands)) }
        let head = run.market.head
        self.init(
            name: RunName(run.variant.lane, run.variant.rule), demands: DemandFigures(figures),
            money: MoneyFigures(figures), fillSeconds: WaitView(figures.waits),
            hubs: figures.hubs.map { HubView($0.hub, milliUnitHours: $0.milliUnitHours) },
            ended: Self.counts(figures.ended), refused: Self.counts(figures.refusals),
            unfilledBy: Dictionary(unfilled + [("several", Int64(causes.several))], uniquingKeysWith: +),
            batches: figures.batches, batchesReleased: run.batchesReleased,
            journal: JournalFigures(records: head.size, root: head.root.hexadecimal))
    }

    private static func counts(_ rows: [MarketFigures.EndedDemands]) -> [String: Int64] {
        Dictionary(rows.map { ($0.reason.code, $0.demands) }, uniquingKeysWith: +)
    }
}

extension DemandFigures {
    fileprivate init(_ figures: MarketFigures) {
        self.init(
            accepted: figures.demands, refused: figures.refused, filledWhole: figures.filledWhole,
            filledPartly: figures.filledPartly, fills: figures.fills, wantedMilli: figures.wantedMilli,
            filledMilli: figures.filledMilli, wantedMilliUnitHours: figures.wantedMilliUnitHours,
            filledMilliUnitHours: figures.filledMilliUnitHours)
    }
}

extension MoneyFigures {
    fileprivate init(_ figures: MarketFigures) {
        self.init(
            welfareFen: figures.welfare.fen, buyersGainFen: figures.buyersGain.fen,
            providersGainFen: figures.providersGain.fen, policyTariffFen: figures.policyTariff.fen,
            capacityFen: figures.capacity.fen, transferFen: figures.transfer.fen, publicFen: figures.publicMoney.fen,
            grossPriceMicroYuan: figures.grossPriceMicroYuan, netPriceMicroYuan: figures.netPriceMicroYuan)
    }
}

extension WaitView {
    init(_ waits: WaitTimes) {
        self.init(count: waits.count, median: waits.median, p90: waits.ninetieth, longest: waits.longest)
    }
}

extension ExactAmount {
    /// To the fen, half-even; for reports, where a sum beyond 64 bits is shown as the greatest.
    var fen: Int64 { Int64(clamping: Rounding.halfEven.quotient(value, ExactAmount.perFen)) }
}

extension CurveView {
    init(_ curve: PriceCurve) {
        let points = { (points: [PriceCurve.Point]) in
            points.map { Point(priceMicroYuan: $0.priceMicroYuan, milliUnitHours: $0.milliUnitHours) }
        }
        self.init(curve.kind, supply: points(curve.supply), demand: points(curve.demand))
    }
}
