import Domain
import ExchangeAPI
import Matching
import Records
import Trading
import Wording

extension ExplanationResource {
    init(_ explanation: DemandExplanation, _ language: Language) {
        self.init(
            state: explanation.decision.residual.state,
            reason: explanation.refusal ?? explanation.decision.residual.reason, open: explanation.open,
            fills: explanation.cost.fills.map(PlannedFillBody.init), cost: CostBody(explanation.cost),
            exclusions: ExclusionsBody(explanation.exclusions), halts: explanation.halts,
            remedies: explanation.remedies.found.map { RemedyBody($0, language) },
            exhaustive: explanation.remedies.isExhaustive,
            queue: explanation.place.map { QueuePlaceBody(place: $0.place, count: $0.count) },
            fillTime: explanation.band.map {
                FillTimeBody(
                    fromSeconds: $0.fromSeconds, untilSeconds: $0.untilSeconds, filled: $0.filled, ended: $0.ended)
            })
    }
}

extension CostBody {
    init(_ cost: PlannedCost) {
        self.init(
            capacity: cost.capacity, transfer: cost.transfer, own: cost.own,
            vouchers: cost.vouchers.map {
                VoucherShareBody(lot: $0.lot, programme: $0.programme, mode: $0.mode, amount: $0.amount)
            }, heldOwn: cost.hold.own, heldLots: cost.hold.lots.flatMap(\.amounts).reduce(.zero, +))
    }
}

extension ExclusionsBody {
    init(_ counts: ExclusionCounts) {
        let dimensions = Dimension.allCases.filter { counts.failing($0) > 0 }.map {
            DimensionBody(dimension: Named($0).wire, failing: counts.failing($0), alone: counts.alone($0))
        }
        let together = counts.excluded.filter { $0.dimensions.count > 1 }.prefix(ExclusionsBody.mostSets).map { set in
            ExcludedSetBody(dimensions: set.dimensions.dimensions.map { Named($0).wire }, offers: set.offers)
        }
        self.init(offers: counts.offers, open: counts.open, dimensions: dimensions, together: Array(together))
    }
}

extension RemedyBody {
    init(_ remedy: Remedy, _ language: Language) {
        self.init(
            changes: remedy.changes.map { $0.term }, distance: remedy.distance, terms: remedy.terms,
            language: language)
    }
}

extension TermChange {
    fileprivate var term: ChangedTerm {
        switch self {
        case .limit: .limit
        case .window: .window
        case .latency: .latency
        case .level: .level
        case .quantity: .quantity
        case .precision: .precision
        case .tolerance: .tolerance
        case .requirements(_, let relaxed):
            switch relaxed {
            case .chip: .chip
            case .architecture: .architecture
            case .instanceType: .instanceType
            case .origin: .origin
            case .service: .service
            case .unitSize: .unitSize
            case .tier: .tier
            default: .kind
            }
        }
    }
}
