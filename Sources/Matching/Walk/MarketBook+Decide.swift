import Domain

extension MarketBook {
    /// Decides a demand in the market, at hand or at rest, by one walk in the order of priority. Changes nothing.
    ///
    /// All-or-none, fill-or-kill and minimum fill are judged on that walk; no other combination is searched.
    ///
    /// - Parameter funds: whether the buyer can pay for a candidate; false passes it by (`ownMoney`). It is asked in
    ///   the order of the walk, once for each offer of which something would be taken, so it may keep a running total
    ///   over the candidates it has let; the decision's fills are those, or none of them.
    /// - Precondition: the demand is in the market.
    public func decide(_ demand: DemandID, funds: (Candidate) -> Bool) -> Decision {
        decide(inHand(demands[slot(of: demand)]), funds: funds)
    }

    /// Decides a demand whose classes are at hand, in the market or not: the one walk for both.
    func decide(
        _ demand: DemandInHand, blocks: BlockRule = .respected, funds: (Candidate) -> Bool
    ) -> Decision {
        let row = demand.row
        let related = pairs.pairs(of: demand.buyer.party)
        guard row.traits.isDisjoint(with: .apart), !isHalted else {
            return Decision(
                demand: row.id, fills: [], residual: unwalked(demand), passedForMoney: false, grains: 0,
                firstZone: nil)
        }
        var walk = Walk(demand, open: row.open, blocks: blocks, related: related)
        run(&walk, funds: funds)
        let filled = row.open - walk.remaining
        let threshold = demand.measure.threshold(row)
        let fills = filled >= threshold ? walk.fills : []
        var residual = walk.isComplete ? Residual.none : residual(of: row, filled: filled, threshold)
        if case .cancel = residual, !suspended.isEmpty, passesSuspended(demand, walk) { residual = .cancel(.halted) }
        if case .cancel = residual, !frozen.isEmpty, passesFrozen(demand, walk, given: fills) {
            residual = .cancel(.frozen)
        }
        if residual == .rest, !related.isEmpty, wouldCross(demand, fills, left: walk.remaining, related, funds) {
            residual = .cancel(.wouldCrossBlock)
        }
        return Decision(
            demand: row.id, fills: fills, residual: residual, passedForMoney: walk.passedForMoney,
            grains: fills.isEmpty ? 0 : filled, firstZone: walk.fills.first?.zone)
    }

    /// Of a demand that no walk looks at now: an amendment may have left nothing of it open.
    private func unwalked(_ demand: DemandInHand) -> Residual {
        if demand.row.open <= demand.measure.tolerance(demand.row) { return .none }
        return demand.row.traits.contains(.immediate) ? .cancel(.halted) : .rest
    }

    private func residual(of row: DemandRow, filled: Int64, _ threshold: Int64) -> Residual {
        guard row.traits.contains(.immediate) else { return .rest }
        if row.traits.contains(.allOrNone) { return .cancel(.notAllFillable) }
        return .cancel(filled < threshold && row.threshold > 1 ? .minimumNotMet : .unfilled)
    }

    /// Whether one more pass would trade if no pair were blocked.
    ///
    /// After fills the free providers have nothing more that a lot could be taken of, so only the blocked are walked; but
    /// pieces of both may make a unit.
    private func wouldCross(
        _ demand: DemandInHand, _ fills: [PlannedFill], left: Int64, _ related: [PairTable.Pair],
        _ funds: (Candidate) -> Bool
    ) -> Bool {
        var open = demand.row
        if !fills.isEmpty { open.open = left }
        if open.traits.contains(.singleProvider), let first = fills.first { open.boundProvider = first.provider.number }
        var walk = Walk(
            demand.with(open), open: open.open,
            blocks: fills.isEmpty || open.isInPieces ? .lifted : .blockedOnly, related: related)
        walk.given = fills
        run(&walk, funds: funds)
        return open.open - walk.remaining >= demand.measure.threshold(open)
    }
}
