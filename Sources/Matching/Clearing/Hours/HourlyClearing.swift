import Domain

/// The outcome of a batch by hour: who gets what, at which shadow prices, and the proof how good it is.
///
/// Where all windows are the same, hours do not matter, and the auction of `Clearing` decides to the optimum. Else
/// `HourlyMarket` finds prices by offer and hour, which prove the bound, and `HourlySearch` an allocation led by them.
/// Units whose hours may be chosen have an arc for each placement. Demands that are alike then share as `TieRule` says. The result depends on the problem and the effort alone.
public struct HourlyClearing: Sendable {
    /// By demand, then offer, then placement; at most one of each.
    public let fills: [ClearingFill]
    public let certificate: BatchProof
    /// Arcs and cells that the solver looked at.
    public let arcsSeen: Int
    /// False where the bound on the work came first.
    public let isFinished: Bool
    /// Demands that get nothing though a unit would gain at the shadow prices, ascending: because of a least fill, their
    /// own or others', or because windows divide the hours so that nothing fits.
    public let rejectedInTheMoney: [Int32]

    public init(_ problem: HourlyProblem, _ effort: ClearingEffort) {
        var fills: [ClearingFill]
        let (prices, scale): ([Int64], Int64)
        if let plain = ClearingProblem(oneWindowOf: problem) {
            let clearing = Clearing(plain, effort)
            (fills, scale) = (clearing.fills, clearing.certificate.scale)
            (arcsSeen, isFinished) = (clearing.arcsSeen, clearing.isFinished)
            prices = (0..<problem.offerCount).flatMap { offer in
                problem.cellStarts[offer] < problem.cellStarts[offer + 1]
                    ? [clearing.certificate.boundPrices[offer]] : []
            }
        } else {
            var market = HourlyMarket(problem, effort)
            market.findPrices()
            (prices, scale) = (market.prices.values, market.scale)
            var search = HourlySearch(market)
            search.run()
            fills = TieRule(problem).share(
                search.fills(), capacities: [], quantities: problem.demands.map(\.quantity.milli)
            ).map { problem.placed($0) }
            (arcsSeen, isFinished) = (search.market.seen, !search.isExhausted)
        }
        var tie: SubsidyProof?
        if !problem.rates.isEmpty, let found = SubsidyProof(problem, &fills, prices: prices, scale: scale, effort) {
            tie = found
        }
        self.fills = fills
        certificate = BatchProof(problem, fills, prices: prices, scale: scale).with(tie)
        rejectedInTheMoney = certificate.rejected(problem, fills)
    }
}

extension SubsidyProof {
    /// Changes fills among those of equal welfare, as far as that is proven, and says what that came to.
    fileprivate init?(
        _ problem: HourlyProblem, _ fills: inout [ClearingFill], prices: [Int64], scale: Int64, _ effort: ClearingEffort
    ) {
        guard var ties = SubsidyTie(problem, fills, prices: prices, scale: scale, seenMost: effort.arcsMost),
            ties.run()
        else { return nil }
        let tiePrices = ties.subsidyPrices(prices)
        guard tiePrices.allSatisfy(SubsidyProof.range.contains) else { return nil }
        fills = TieRule(problem).share(
            ties.fills, capacities: [], quantities: problem.demands.map(\.quantity.milli)
        ).map { problem.placed($0) }
        self.init(problem, fills, tiePrices, boundPrices: prices, scale: scale)
    }
}

extension ClearingEffort {
    /// The search by hour to its own end; the bound is several times what generated markets need.
    public static func hourly(_ problem: HourlyProblem) -> ClearingEffort {
        ClearingEffort(arcsMost: 1_000_000 + 4_000 * (problem.arcs.count + problem.cells.count + problem.demands.count))
    }
}

extension BatchProof {
    /// Demands without a fill that would gain at the shadow prices.
    func rejected(_ problem: HourlyProblem, _ fills: [ClearingFill]) -> [Int32] {
        let filled = Set(fills.map(\.demand))
        return problem.demands.indices.filter { demand in
            problem.demands[demand].quantity > .zero && !filled.contains(Int32(demand))
                && problem.arcs(of: demand).contains { arc in
                    let price = problem.spans[arc].reduce(Int128(0)) { sum, cell in
                        sum + Int128(shadowPrices[Int(cell)]) * Int128(problem.cells[Int(cell)].window.hours)
                    }
                    return Int128(problem.surplus(demand: demand, arc: arc)) * Int128(scale) > price
                }
        }.map(Int32.init)
    }
}

extension ClearingProblem {
    /// The problem without hours, where all demands have one window and no offer has more than one cell; else nil.
    ///
    /// An ask is then the mean over the hours, rounded up.
    init?(oneWindowOf problem: HourlyProblem) {
        let isOne = problem.demands.allSatisfy { $0.isFixed && $0.window == problem.demands[0].window }
        guard isOne, zip(problem.cellStarts, problem.cellStarts.dropFirst()).allSatisfy({ $1 - $0 <= 1 }) else {
            return nil
        }
        let offers = (0..<problem.offerCount).map { offer in
            guard problem.cellStarts[offer] < problem.cellStarts[offer + 1] else {
                return Offer(capacity: .zero, ask: .zero)
            }
            let cell = problem.cells[problem.cellStarts[offer]]
            let ask = (cell.askSum + cell.window.hours - 1) / cell.window.hours
            return Offer(capacity: cell.capacity, ask: UnitPrice(unchecked: ask))
        }
        let demands = problem.demands.map { Demand(quantity: $0.quantity, limit: $0.limit, minimum: $0.minimum) }
        try? self.init(offers: offers, demands: demands, arcStarts: problem.arcStarts, arcs: problem.arcs)
    }
}

extension HourlySearch {
    /// What is held, by demand, then offer and placement, which the first cell stands for.
    func fills() -> [ClearingFill] {
        (0..<Int32(market.arcs.count)).filter { flows[$0] > 0 }.map { arc in
            ClearingFill(
                demand: market.arcs[arc].demand, offer: market.arcs[arc].first,
                quantity: Quantity(unchecked: flows[arc]))
        }
    }
}

extension HourlyProblem {
    /// A fill that names the first cell of its arc, with offer and placement instead.
    fileprivate func placed(_ fill: ClearingFill) -> ClearingFill {
        let arcs = arcs(of: Int(fill.demand))
        guard let arc = arcs.first(where: { spans[$0].lowerBound == fill.offer }),
            let first = arcs.first(where: { self.arcs[$0].offer == self.arcs[arc].offer })
        else { preconditionFailure("a fill is of an arc of its demand") }
        return ClearingFill(
            demand: fill.demand, offer: self.arcs[arc].offer, quantity: fill.quantity, placement: Int32(arc - first))
    }
}
