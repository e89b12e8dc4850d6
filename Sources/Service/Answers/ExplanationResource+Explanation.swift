import Domain
import ExchangeAPI
import Matching
import Trading
import Wording

extension ExplanationResource {
    init(_ explanation: DemandExplanation, _ language: Language) {
        let decision = explanation.decision
        self.init(
            state: explanation.state, reason: explanation.reason, open: explanation.open,
            fills: decision.fills.map { PlannedFillBody($0) }, exclusions: ExclusionsBody(explanation.exclusions),
            halts: explanation.halts, remedies: explanation.remedies.found.map { RemedyBody($0, language) },
            exhaustive: explanation.remedies.isExhaustive,
            queue: explanation.place.map { QueuePlaceBody(place: $0.place, count: $0.count) },
            fillTime: explanation.band.map {
                FillTimeBody(
                    fromSeconds: $0.fromSeconds, untilSeconds: $0.untilSeconds, filled: $0.filled, ended: $0.ended)
            })
    }
}

extension DemandExplanation {
    fileprivate var state: OrderState {
        switch decision.residual {
        case .none: .filled
        case .rest: .open
        case .cancel: .closed
        }
    }

    fileprivate var reason: Reason? {
        if let refusal { return refusal }
        if case .cancel(let reason) = decision.residual { return reason }
        return nil
    }
}

extension PlannedFillBody {
    fileprivate init(_ fill: PlannedFill) {
        self.init(
            offer: fill.offer, provider: fill.provider, zone: fill.zone, quantity: fill.quantity, window: fill.window,
            askSum: fill.askSum, priceSum: fill.priceSum, chargeTariff: fill.chargeTariff, milliScu: fill.milliScu,
            related: fill.isRelated)
    }
}

extension ExclusionsBody {
    fileprivate init(_ counts: ExclusionCounts) {
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
    fileprivate init(_ remedy: Remedy, _ language: Language) {
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
