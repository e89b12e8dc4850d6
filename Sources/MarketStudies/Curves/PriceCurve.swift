import Domain
import Records
import Simulation
import Trading

/// Supply and demand of a kind of resource over all hours that are asked for: how much at which price, whatever zone,
/// chip and size.
public struct PriceCurve: Hashable, Sendable {
    public struct Point: Hashable, Sendable {
        public let priceMicroYuan: Int64
        /// Milli-unit-hours at this price or a better one.
        public let milliUnitHours: Int64
    }

    public let kind: ResourceKind
    /// Cheapest first.
    public let supply: [Point]
    /// Dearest limit first.
    public let demand: [Point]

    /// The curves of the kinds that somebody asks for, in order of kind. Complexity: O(records + orders × log(orders)).
    public static func curves(of market: SimulatedExchange) -> [PriceCurve] {
        let orders = MarketOrders(market)
        let kinds = Dictionary(uniqueKeysWithValues: orders.types.map { ($0.id, $0.terms.kind) })
        return ResourceKind.allCases.compactMap { kind in
            PriceCurve(
                kind, orders.offers.map(\.terms).filter { kinds[$0.instanceType] == kind },
                orders.demands.map(\.terms).filter { $0.requirements.resourceKind == kind })
        }
    }

    private init?(_ kind: ResourceKind, _ offers: [OfferTerms], _ demands: [DemandTerms]) {
        guard let first = demands.map(\.window.start).min(), let last = demands.map(\.window.end).max() else {
            return nil
        }
        let horizon = Window(unchecked: first, last)
        let wanted = demands.map { Point(priceMicroYuan: $0.limit.microYuan, milliUnitHours: $0.milliUnitHours) }
        let offered = offers.flatMap { $0.points(over: horizon) }
        self.kind = kind
        demand = Self.cumulated(wanted.sorted { $0.priceMicroYuan > $1.priceMicroYuan })
        supply = Self.cumulated(offered.sorted { $0.priceMicroYuan < $1.priceMicroYuan })
    }

    /// Sums up in the given order; steps of less than an eighth of a doubling, in price and quantity, are taken as one.
    private static func cumulated(_ points: [Point]) -> [Point] {
        var (sum, kept): (Int64, [(point: Point, step: [Int64])]) = (0, [])
        for point in points {
            sum += point.milliUnitHours
            let step = [sum, point.priceMicroYuan].map { $0.octaves(parts: 8) }
            if kept.last?.step == step { kept.removeLast() }
            kept.append((Point(priceMicroYuan: point.priceMicroYuan, milliUnitHours: sum), step))
        }
        return kept.map(\.point)
    }
}

extension Int64 {
    /// How often a positive number can be halved, in so many parts of a halving.
    fileprivate func octaves(parts: Int64) -> Int64 {
        let whole = Int64(63 - self.leadingZeroBitCount)
        let base = Int64(1) << whole
        return whole * parts + Int64(Int128(self - base) * Int128(parts) / Int128(base))
    }
}

extension Requirements {
    /// The kind asked for; where any will do, what the other requirements speak of.
    fileprivate var resourceKind: ResourceKind {
        kind ?? (chipsMilli > 0 || !chips.isEmpty ? .accelerator : .cpu)
    }
}

extension OfferTerms {
    /// What each step has over a horizon, at its mean price there, rounded half-even.
    fileprivate func points(over horizon: Window) -> [PriceCurve.Point] {
        schedule.steps.compactMap { step in
            let (start, end) = (max(step.window.start, horizon.start), min(step.window.end, horizon.end))
            guard start < end else { return nil }
            let window = Window(unchecked: start, end)
            let price = Rounding.halfEven.quotient(Int128(self.price.sum(over: window)), Int128(window.hours))
            return PriceCurve.Point(
                priceMicroYuan: Int64(clamping: price), milliUnitHours: step.quantity.milli * window.hours)
        }
    }
}
