import Domain

extension MarketBook {
    /// The demands at rest that a batch of this scope would decide on, in order of place; those without links too. None
    /// while the market is halted. Demands in SCU stay in the continuous lane: a batch clears units of one lot. A demand
    /// whose hours may be chosen has a link for each placement of them in an offer, in one piece and within the scope.
    ///
    /// A demand for one provider, not bound yet, is bound to that of the first of its offers in the order of a walk. One
    /// that must be filled whole and is not a multiple of the lot is left out.
    ///
    /// - Precondition: the zone is defined.
    /// - Complexity: O(demands in the market), then for each member O(offers that it could take).
    public func batchMembers(of scope: BatchScope) -> [BatchMember] {
        guard !isHalted else { return [] }
        let zone = zones.number(of: scope.zone)
        let rows = restingRows.filter { !starts($0, within: scope.window).isEmpty && clears($0, in: zone) }
        return rows.sorted { $0.place < $1.place }.compactMap { member($0, of: scope, zone) }
    }

    /// The spans of the windows from an hour on of demands at rest at home in a zone, by time: windows that overlap are in
    /// one span, as far as it is not longer than a window may be. Of one whose hours may be chosen, those that are left.
    ///
    /// - Complexity: O(n log n) in the demands in the market.
    public func batchWindows(in zone: ZoneID, from hour: Hour) -> [Window] {
        let zone = zones.number(of: zone)
        let rows = restingRows.filter { Hour($0.end) - $0.hours >= hour && clears($0, in: zone) }
        let windows = rows.map { Window(unchecked: max(Hour($0.start), hour), Hour($0.end)) }.sorted {
            ($0.start, $0.end) < ($1.start, $1.end)
        }
        return windows.reduce(into: []) { spans, window in
            if let last = spans.last, window.start < last.end, window.end - last.start <= Window.mostHours {
                spans[spans.count - 1] = Window(unchecked: last.start, max(last.end, window.end))
            } else {
                spans.append(window)
            }
        }
    }

    /// At home in the zone, in units, and in no open batch.
    private func clears(_ demand: DemandRow, in zone: Int32) -> Bool {
        !demand.traits.contains(.frozen) && !measure(of: demand).isScu
            && zones.contains(zone, reaches.classes[Int(demand.reach)].key.home)
    }

    private func member(_ demand: DemandRow, of scope: BatchScope, _ zone: Int32) -> BatchMember? {
        let lot = scope.lot.milli
        let quantity = demand.open / lot * lot
        let minimum = demand.threshold > 1 ? (demand.threshold + lot - 1) / lot * lot : 0
        guard quantity > 0, minimum <= quantity else { return nil }
        var links = links(demand, quantity, scope, zone)
        if demand.traits.contains(.singleProvider), demand.boundProvider == 0,
            let first = links.min(by: { $0.node.precedes($1.node) })
        {
            links.removeAll { $0.link.candidate.provider != first.link.candidate.provider }
        }
        return BatchMember(
            demand: demand.id, window: demand.window, hours: demand.hours, quantity: Quantity(unchecked: quantity),
            minimum: Quantity(unchecked: minimum), limit: UnitPrice(unchecked: demand.limit), links: links.map(\.link))
    }

    private typealias RankedLink = (link: BatchMember.Link, node: RunNode)

    private func links(
        _ demand: DemandRow, _ quantity: Int64, _ scope: BatchScope, _ scopeZone: Int32
    ) -> [RankedLink] {
        let hand = inHand(demand)
        let walk = Walk(hand, open: quantity, blocks: .respected, related: pairs.pairs(of: hand.buyer.party))
        var found: [RankedLink] = []
        for zone in hand.zones where Int(zone) < hand.books.count && zones.contains(scopeZone, zone) {
            for book in hand.books[Int(zone)] {
                let offerBook = offerClasses.books[Int(book)]
                guard walk.mayTake(from: offerBook.provider), mayServe(offerBook, demand, hand.measure, hand.buyer),
                    scope.lot.milli % Int64(offerBook.lotMilli) == 0
                else { continue }
                add(book, walk, scope, &found)
            }
        }
        return found
    }

    private func add(_ book: Int32, _ walk: Walk, _ scope: BatchScope, _ found: inout [RankedLink]) {
        let demand = walk.demand
        var slot = offerQueues.first(in: book)
        while slot != PriceBook.none {
            let row = offers[slot]
            let tariff = view(row, demand).tariff
            guard row.price + tariff <= demand.limit else { return }
            for run in placements(row, demand.row, within: scope.window, lot: scope.lot.milli)
            where run.askSum <= (demand.limit - tariff) * demand.hours {
                let free = capacity.least(row.capacity, run.start, run.end) / scope.lot.milli * scope.lot.milli
                let quantity = Quantity(unchecked: min(free, walk.remaining))
                let candidate = candidate(row, askSum: run.askSum, walk, quantity, over: run.window)
                let link = BatchMember.Link(
                    candidate: dearest(candidate, demand), place: row.place, tariff: UnitPrice(unchecked: tariff),
                    subsidy: BasisPoints(unchecked: demand.rate(offerClasses.books[Int(row.book)].rateKey)))
                found.append((link, node(run, slot, row, demand, isExact: true)))
            }
            slot = offerQueues.next(after: slot)
        }
    }

    /// Under `clearing` the shadow price may take it up to the limit.
    private func dearest(_ candidate: Candidate, _ demand: DemandInHand) -> Candidate {
        guard rule == .clearing else { return candidate }
        return candidate.paying((demand.limit - candidate.chargeTariff.microYuan) * demand.hours)
    }
}
