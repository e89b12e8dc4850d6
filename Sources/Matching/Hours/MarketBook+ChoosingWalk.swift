import Domain

/// What a walk that chooses hours knows beside what every walk does.
private struct RunSearch {
    var frontier = WalkFrontier<RunNode>()
    /// Of the offers that it has taken of: what is left.
    var left: [Int32: FreeHours] = [:]
}

extension MarketBook {
    /// The walk of a demand of which the hours are to be chosen: always the first of all candidates, which are taken anew
    /// after each fill. A candidate is a run of as many hours as each unit gets.
    ///
    /// An offer of which no lot fits into what is open, whose provider may not serve, or for which the buyer's money does
    /// not reach, is passed by with all its runs.
    ///
    /// - Complexity: O(books whose type, tier and zone the demand accepts), then for each offer that may be next
    ///   O(log n + steps of its capacity), with prices by hour of the week O(168 × steps).
    func runChoosing(_ walk: inout Walk, funds: (Candidate) -> Bool) {
        guard !walk.demand.row.isInPieces else { return runPieces(&walk, funds: funds) }
        var search = RunSearch()
        search.frontier = bounds(walk, wanted: walk.demand.row.hoursEach, of: walk.remaining)
        while walk.remaining > 0, let node = search.frontier.popFirst() {
            if node.isExact {
                consider(node, &search, &walk, funds)
            } else {
                let next = offerQueues.next(after: node.offer)
                if next != PriceBook.none, let bound = bound(next, walk.demand, node.run.hours) {
                    search.frontier.insert(bound)
                }
                if let run = bestRun(node.offer, search, walk.demand) { search.frontier.insert(run) }
            }
        }
    }

    /// A bound for each book that so many units, which want so many hours, could trade with.
    func bounds(_ walk: Walk, wanted: Int32, of open: Int64) -> WalkFrontier<RunNode> {
        let demand = walk.demand
        var frontier = WalkFrontier<RunNode>()
        for zone in demand.zones where Int(zone) < demand.books.count {
            let dearest = demand.limit - demand.views[Int(zone)].charge
            for book in demand.books[Int(zone)] where offerQueues.bestPrices[Int(book)] <= dearest {
                let offerBook = offerClasses.books[Int(book)]
                guard walk.mayTake(from: offerBook.provider),
                    mayServe(offerBook, demand.row, demand.measure, demand.buyer),
                    Int64(offerBook.lotMilli) <= open, let bound = bound(offerBook.first, demand, wanted)
                else { continue }
                frontier.append(bound)
            }
        }
        frontier.order()
        return frontier
    }

    /// No run of this offer, or of one behind it in its queue, goes before it; nil where none is within the limit.
    func bound(_ offer: Int32, _ demand: DemandInHand, _ wanted: Int32) -> RunNode? {
        let row = offers[offer]
        guard row.price <= demand.limit - view(row, demand).charge else { return nil }
        let start = max(demand.start, firstHour)
        let run = HourRun(start: start, end: start + wanted, askSum: row.price * Int64(wanted))
        return node(run, offer, row, demand, isExact: false)
    }

    /// The first of an offer's candidates; nil where none is within the limit.
    private func bestRun(_ offer: Int32, _ search: RunSearch, _ demand: DemandInHand) -> RunNode? {
        let hours = search.left[offer] ?? freeHours(offers[offer], demand.row)
        return bestRun(offer, hours, demand, demand.row.hoursEach)
    }

    /// The same for units that still want so many hours, of which they may have these.
    func bestRun(_ offer: Int32, _ hours: FreeHours, _ demand: DemandInHand, _ wanted: Int32)
        -> RunNode?
    {
        let row = offers[offer]
        guard let run = cheapestRun(row, hours, demand.row, wanted: wanted),
            run.askSum <= (demand.limit - view(row, demand).charge) * Int64(run.hours)
        else { return nil }
        return node(run, offer, row, demand, isExact: true)
    }

    func node(
        _ run: HourRun, _ offer: Int32, _ row: OfferRow, _ demand: DemandInHand, isExact: Bool
    ) -> RunNode {
        RunNode(
            run, tariff: view(row, demand).tariff, subsidy: demand.rate(offerClasses.books[Int(row.book)].rateKey),
            place: row.place, offer: offer, isExact: isExact)
    }

    /// Takes of a run what it has free in lots, and puts the offer's next in its place.
    private func consider(
        _ node: RunNode, _ search: inout RunSearch, _ walk: inout Walk, _ funds: (Candidate) -> Bool
    ) {
        let row = offers[node.offer]
        let book = offerClasses.books[Int(row.book)]
        var hours = search.left[node.offer] ?? freeHours(row, walk.demand.row)
        let quantity = Quantity(unchecked: min(hours.least(node.run.start, node.run.end), walk.remaining))
            .roundedDown(toMultipleOf: Quantity(unchecked: Int64(book.lotMilli)))
        guard quantity > .zero, walk.mayTake(from: book.provider) else { return }
        let candidate = candidate(row, askSum: node.run.askSum, walk, quantity, over: node.run.window)
        guard funds(candidate) else {
            walk.passedForMoney = true
            return
        }
        walk.take(candidate)
        hours.take(quantity.milli, node.run.start, node.run.end)
        search.left[node.offer] = hours
        if let run = bestRun(node.offer, search, walk.demand) { search.frontier.insert(run) }
    }
}
