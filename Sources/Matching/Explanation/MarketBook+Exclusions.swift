import Domain

extension MarketBook {
    /// Why not: how many of the listed offers each dimension excludes for a demand in the market.
    ///
    /// - Parameter funds: as in `decide`; asked, as a probe, only of offers that fail in nothing else.
    /// - Complexity: O(types + offers).
    public func exclusions(of demand: DemandID, funds: (Candidate) -> Bool = { _ in true }) -> ExclusionCounts {
        exclusions(of: trial(of: demand), funds: funds)
    }

    /// Why not, for a demand on trial.
    public func exclusions(of trial: Trial, funds: (Candidate) -> Bool = { _ in true }) -> ExclusionCounts {
        changeableFailures(of: trial, funds: funds).counts
    }

    /// Every listed offer with all that it fails in.
    func forEachFailure(
        of trial: Trial, funds: (Candidate) -> Bool, _ body: (_ slot: Int32, DimensionSet) -> Void
    ) {
        let demand = trial.demand
        let walk = Walk(demand, open: demand.row.open, blocks: .lifted, related: pairs.pairs(of: demand.buyer.party))
        let byClass = classFailures(for: trial)
        for slot in 0..<Int32(offers.bound) {
            guard let offer = offers.find(slot) else { continue }
            let book = offerClasses.books[Int(offer.book)]
            let ofClass = byClass[Int(book.offerClass)]
            body(slot, ofClass.union(failures(of: offer, book, walk, ofClass, funds)))
        }
    }

    /// What each offer class fails in: type, tier, zone, term, buyer class and lot.
    private func classFailures(for trial: Trial) -> [DimensionSet] {
        let byType = types.rows.indices.map { trial.requirement.failures(ofType: Int32($0), types.rows[$0]) }
        return offerClasses.classes.indices.map { number in
            let terms = offerClasses.classes[number]
            var failed = byType[Int(terms.type)].union(failures(of: terms, for: trial.demand))
            if terms.tier < trial.requirement.requirements.leastTier { failed.insert(.tier) }
            return failed.union(trial.demand.views[Int(terms.zone)].failed)
        }
    }

    private func failures(of terms: OfferClass, for demand: DemandInHand) -> DimensionSet {
        var failed: DimensionSet = []
        if terms.termHours > demand.hours { failed.insert(.term) }
        let scale = demand.measure.scale(ofType: terms.type)
        if terms.lotMilli * scale > demand.measure.most(demand.row) { failed.insert(.lot) }
        if terms.buyers != 0, !admits(terms.buyers, demand.buyer) { failed.insert(.buyerClass) }
        return failed
    }

    /// What one offer fails in beside its class: capacity, limit, block, provider; and money where all else holds.
    private func failures(
        of offer: OfferRow, _ book: OfferBook, _ walk: Walk, _ ofClass: DimensionSet, _ funds: (Candidate) -> Bool
    ) -> DimensionSet {
        var failed: DimensionSet = []
        let (demand, lot) = (walk.demand, Int64(book.lotMilli))
        let offered = offered(offer, demand)
        if offered.free < lot { failed.insert(.capacity) }
        let scale = scale(demand.measure, book)
        if scale > 0, offered.askSum > dearestSum(offer, demand, hours: offered.window.hours) {
            failed.insert(.priceLimit)
        }
        if !walk.related.isEmpty, walk.isBlocked(walk.relation(to: book.provider)) {
            failed.insert(.block)
        }
        if !demand.row.mayTake(from: book.provider) { failed.insert(.provider) }
        if isHalted || isSuspended(offer.id) { failed.insert(.suspended) }
        if failed.isEmpty, ofClass.isEmpty {
            let quantity = Quantity(unchecked: walk.quantity(free: offered.free, lot: lot, scale))
            let candidate = candidate(offer, askSum: offered.askSum, walk, quantity, over: offered.window)
            if !funds(candidate) { failed.insert(.ownMoney) }
        }
        return failed
    }
}
