import Domain

extension MarketBook {
    /// Why not: how many of the listed offers each dimension excludes for a demand in the market.
    ///
    /// - Parameter funds: as in `decide`; asked, as a probe, only of offers that fail in nothing else.
    /// - Complexity: O(types + offers).
    public func exclusions(of demand: DemandID, funds: (Candidate) -> Bool = { _ in true }) -> ExclusionCounts {
        let row = demands[slot(of: demand)]
        let walk = Walk(
            row, open: row.open, blocks: .lifted, related: pairs.pairs(of: buyers.facts[Int(row.buyer)].party))
        let byClass = classFailures(for: row)
        var (open, total) = (Int64(0), Int64(0))
        var failing = [Int64](repeating: 0, count: Dimension.allCases.count)
        var alone = failing
        for slot in 0..<Int32(offers.bound) {
            guard let offer = offers.find(slot) else { continue }
            let book = offerClasses.books[Int(offer.book)]
            let failed = byClass[Int(book.offerClass)].union(failures(of: offer, book, walk, byClass, funds))
            total += 1
            if failed.isEmpty { open += 1 }
            count(failed, &failing, &alone)
        }
        return ExclusionCounts(offers: total, open: open, failing: failing, alone: alone)
    }

    /// What each offer class fails in: type, tier, zone, term, buyer class and lot.
    private func classFailures(for row: DemandRow) -> [DimensionSet] {
        let requirement = requirements.classes[Int(row.requirement)]
        let byType = types.rows.map { requirement.failures(of: $0) }
        return offerClasses.classes.indices.map { number in
            let terms = offerClasses.classes[number]
            var failed = byType[Int(terms.type)].union(failures(of: terms, for: row))
            if terms.tier < requirement.requirements.leastTier { failed.insert(.tier) }
            return failed.union(reaches.classes[Int(row.reach)].views[Int(terms.zone)].failed)
        }
    }

    private func failures(of terms: OfferClass, for demand: DemandRow) -> DimensionSet {
        var failed: DimensionSet = []
        if terms.termHours > demand.hours { failed.insert(.term) }
        if terms.lotMilli > demand.open { failed.insert(.lot) }
        if terms.buyers != 0, !admits(terms.buyers, demand) { failed.insert(.buyerClass) }
        return failed
    }

    /// What one offer fails in: capacity, limit, block, provider; and money where all else holds.
    private func failures(
        of offer: OfferRow, _ book: OfferBook, _ walk: Walk, _ byClass: [DimensionSet], _ funds: (Candidate) -> Bool
    ) -> DimensionSet {
        var failed: DimensionSet = []
        let demand = walk.demand
        let free = capacity.least(offer.capacity, demand.start, demand.end)
        if free < offerClasses.classes[Int(book.offerClass)].lotMilli { failed.insert(.capacity) }
        let askSum = askSum(offer, demand)
        if askSum > (demand.limit - view(offer, demand).charge) * demand.hours { failed.insert(.priceLimit) }
        if !walk.related.isEmpty, walk.isBlocked(walk.relation(to: book.provider)) { failed.insert(.block) }
        if !demand.mayTake(from: book.provider) { failed.insert(.provider) }
        if failed.isEmpty, byClass[Int(book.offerClass)].isEmpty {
            let quantity = Quantity(unchecked: min(free, demand.open))
                .roundedDown(toMultipleOf: Quantity(unchecked: offerClasses.classes[Int(book.offerClass)].lotMilli))
            if !funds(candidate(offer, askSum: askSum, walk, quantity)) { failed.insert(.ownMoney) }
        }
        return failed
    }

    private func count(_ failed: DimensionSet, _ failing: inout [Int64], _ alone: inout [Int64]) {
        guard !failed.isEmpty else { return }
        if failed.rawValue & (failed.rawValue - 1) == 0 { alone[failed.rawValue.trailingZeroBitCount] += 1 }
        var left = failed.rawValue
        while left != 0 {
            failing[left.trailingZeroBitCount] += 1
            left &= left - 1
        }
    }
}
