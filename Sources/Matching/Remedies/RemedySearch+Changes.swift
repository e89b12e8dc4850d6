import Domain

// What is tried, and in which order.
extension RemedySearch {
    /// Single changes; where none fills, pairs.
    ///
    /// - Parameters:
    ///   - earliest: no window begins before it.
    ///   - leastLot: quantities are tried in multiples of it.
    ///   - twice: what lets in the offers that fail in two dimensions.
    mutating func run(
        from earliest: Hour, leastLot: Int64, twice: @autoclosure () -> Openings, _ rehearse: Rehearsal
    ) {
        runSingle(from: earliest, leastLot: leastLot, rehearse)
        if found.isEmpty { runPairs(twice(), leastLot: leastLot, rehearse) }
    }

    private mutating func runSingle(from earliest: Hour, leastLot: Int64, _ rehearse: Rehearsal) {
        keepNearest(of: openings.changes(for: DimensionSet(.priceLimit)), rehearse)
        keepQuantity(beside: [], leastLot: leastLot, rehearse)
        keepNearest(of: openings.changes(for: DimensionSet(.latency)), rehearse)
        keepNearest(of: openings.changes(for: DimensionSet(.zoneLevel)), rehearse)
        keepWindow(from: earliest, rehearse)
        for dimension in RemedySearch.relaxable { keepRelaxation(of: dimension, rehearse) }
        keepAll(of: precisions, rehearse)
        keepTolerance(rehearse)
    }

    /// Every other precision that a demand in SCU may be counted at.
    private var precisions: [[TermChange]] {
        guard let measure = terms.scu else { return [] }
        return Precision.allCases.filter { $0 != measure.precision }.map { [.precision($0)] }
    }

    /// The least tolerance: by steps that double until one fills, then by halving the last. A wider one never fills less,
    /// but for the money that is held for its upper end.
    private mutating func keepTolerance(_ rehearse: Rehearsal) {
        guard let old = terms.scu?.tolerance.value else { return }
        let most = ScuMeasure.mostTolerance.value
        var (low, step) = (old, Int64(1))
        while low < most {
            let next = min(old + step, most)
            if let remedy = attempt(tolerance: next, rehearse) {
                found.append(least(remedy, above: low, below: next, rehearse))
                return
            }
            (low, step) = (next, step * 2)
        }
    }

    /// Halves the gap between a tolerance that does not fill and one that does, by this remedy.
    private mutating func least(_ remedy: Remedy, above: Int64, below: Int64, _ rehearse: Rehearsal) -> Remedy {
        var (low, high, least) = (above, below, remedy)
        while high - low > 1 {
            let middle = low + (high - low) / 2
            if let remedy = attempt(tolerance: middle, rehearse) {
                (high, least) = (middle, remedy)
            } else {
                low = middle
            }
        }
        return least
    }

    private mutating func attempt(tolerance: Int64, _ rehearse: Rehearsal) -> Remedy? {
        attempt([.tolerance(BasisPoints(unchecked: tolerance))], rehearse)
    }

    private static let relaxable: [Dimension] = [
        .kind, .chip, .architecture, .instanceType, .origin, .service, .unitSize, .tier,
    ]

    /// Each alternative that fills; none does, then the whole field dropped.
    private mutating func keepRelaxation(of dimension: Dimension, _ rehearse: Rehearsal) {
        let alternatives = openings.changes(for: DimensionSet(dimension))
        guard !alternatives.isEmpty else { return }
        let before = found.count
        keepAll(of: alternatives, rehearse)
        guard found.count == before, let dropped = terms.requirements.without(dimension) else { return }
        let change = TermChange.requirements(dropped, relaxed: dimension)
        if !alternatives.contains([change]) { keepNearest(of: [[change]], rehearse) }
    }

    /// The nearest window of the same length, or where hours are chosen the nearest longer one: up to a day earlier or
    /// later by the hour, up to a week by whole days.
    private mutating func keepWindow(from earliest: Hour, _ rehearse: Rehearsal) {
        let shifts = Array(1...24) + [48, 72, 96, 120, 144, 168]
        let windows = shifts.flatMap { shift in
            [-shift, shift].compactMap { shift in
                try? shifted(by: Int64(shift))
            }
        }
        for window in windows where window.start >= earliest {
            guard let remedy = attempt([.window(window)], rehearse) else { continue }
            found.append(remedy)
            return
        }
    }

    private func shifted(by hours: Int64) throws(Reason) -> Window {
        let window = terms.window
        guard terms.chosenHours != nil else { return try Window(window.start + hours, window.end + hours) }
        return try Window(window.start + min(hours, 0), window.end + max(hours, 0))
    }

    /// The largest quantity that is filled now: what a walk takes; less where money does not reach for that.
    private mutating func keepQuantity(beside changes: [TermChange], leastLot: Int64, _ rehearse: Rehearsal) {
        let taken = takeable(changes, rehearse)
        if taken > .zero, taken < terms.quantity, let remedy = attempt(changes + [.quantity(taken)], rehearse) {
            found.append(remedy)
            return
        }
        let most = taken > .zero && taken < terms.quantity ? taken : terms.quantity
        guard changes.isEmpty, leastLot > 0 else { return }
        keepAffordable(below: most, leastLot: leastLot, rehearse)
    }

    /// By halving, the largest multiple of a lot below a quantity that does not fill.
    private mutating func keepAffordable(below most: Quantity, leastLot: Int64, _ rehearse: Rehearsal) {
        var (low, high) = (Int64(0), (most.milli + leastLot - 1) / leastLot)
        var largest: Remedy?
        while high - low > 1 {
            let middle = low + (high - low) / 2
            let quantity = Quantity(unchecked: middle * leastLot)
            if let remedy = attempt([.quantity(quantity)], rehearse) {
                (low, largest) = (middle, remedy)
            } else {
                high = middle
            }
        }
        if let largest { found.append(largest) }
    }

    /// Two changes: those that together let offers in, and one that lets some in with the quantity there then is.
    private mutating func runPairs(_ twice: Openings, leastLot: Int64, _ rehearse: Rehearsal) {
        let changeable = DimensionSet.changeable.dimensions
        var pairs: [[TermChange]] = []
        for (position, first) in changeable.enumerated() {
            for second in changeable[(position + 1)...] {
                pairs += twice.changes(for: DimensionSet(first).union(DimensionSet(second)))
            }
        }
        pairs = ordered(pairs)
        for changes in within(RemedySearch.mostPairs.tried, pairs) where found.count < RemedySearch.mostPairs.told {
            if let remedy = attempt(changes, rehearse) { found.append(remedy) }
        }
        for dimension in changeable {
            guard let nearest = ordered(openings.changes(for: DimensionSet(dimension))).first else { continue }
            keepQuantity(beside: nearest, leastLot: leastLot, rehearse)
        }
        for change in precisions { keepQuantity(beside: change, leastLot: leastLot, rehearse) }
    }
}

extension MarketBook {
    /// Why a demand is not filled, and the nearest changes of its terms by which it would be. Changes nothing.
    ///
    /// - Parameters:
    ///   - terms: those of the trial, for what is open.
    ///   - earliest: no window begins before it.
    ///   - funds: as in `decide`, for the demand as it is.
    ///   - rehearse: decides a demand with other terms as if it were the next command; nil where it would be refused.
    /// - Complexity: O(types + offers), and at most `RemedySearch.mostWalks` walks.
    public func explanation(
        of trial: Trial, _ terms: DemandTerms, from earliest: Hour, funds: (Candidate) -> Bool,
        rehearse: (DemandTerms) -> Decision?
    ) -> (counts: ExclusionCounts, remedies: Remedies) {
        let (counts, failures) = changeableFailures(of: trial, funds: funds)
        var search = RemedySearch(terms, openings(of: trial, failing: 1, failures))
        search.run(
            from: earliest, leastLot: leastLot, twice: openings(of: trial, failing: 2, failures), rehearse)
        return (counts, search.remedies)
    }

    /// Why a demand is not filled, and what a search for remedies needs to know of the market as it is.
    ///
    /// - Parameters: as of `explanation`.
    /// - Complexity: O(types + offers).
    public func quest(of trial: Trial, _ terms: DemandTerms, funds: (Candidate) -> Bool) -> RemedyQuest {
        let (counts, failures) = changeableFailures(of: trial, funds: funds)
        return RemedyQuest(
            counts: counts, search: RemedySearch(terms, openings(of: trial, failing: 1, failures)),
            twice: openings(of: trial, failing: 2, failures), leastLot: leastLot)
    }

    private var leastLot: Int64 { lotSizes.keys.min() ?? 0 }
}
