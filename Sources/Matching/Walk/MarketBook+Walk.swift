import Domain

extension MarketBook {
    /// Walks the offers in the order of priority and takes what the demand may have, whatever its fill policy.
    ///
    /// - Complexity: O(books whose type, tier and zone the demand accepts) to compare each book's best price with the
    ///   limit, then O(log n) for each offer met.
    func run(_ walk: inout Walk, funds: (Candidate) -> Bool) {
        guard !walk.demand.row.choosesHours else { return runChoosing(&walk, funds: funds) }
        gatherBooks(&walk)
        walk.frontier.order()
        var (misses, isSieved) = (0, false)
        while !walk.isComplete, let node = walk.frontier.popFirst() {
            let row = offers[node.offer]
            if node.isExact {
                if !consider(node.offer, row, &walk, funds) { misses += 1 }
                if walk.isComplete { return }
                if row.weekly >= 0 { continue }
            } else if let exact = exactNode(node.offer, row, walk.demand) {
                walk.frontier.insert(exact)
            }
            advance(past: node.offer, row, &walk)
            if !isSieved, misses >= Walk.missesBeforeSieving {
                sieve(&walk)
                isSieved = true
            }
        }
    }

    /// Drops from the frontier what has no lot free in the window, once the walk has met several such offers.
    ///
    /// It changes no outcome: in a market that is sold out for these hours it spares ordering what cannot be taken.
    private func sieve(_ walk: inout Walk) {
        let demand = walk.demand
        walk.frontier.replaceAll { node in
            let row = offers[node.offer]
            if node.isExact, row.weekly >= 0 { return hasLotFree(row, demand.row) ? node : nil }
            guard let offer = firstFree(from: node.offer, demand, dearest: dearest(row, demand)) else { return nil }
            return offer == node.offer ? node : self.node(offer, offers[offer], demand)
        }
    }

    /// The first offer of each book that the demand could trade with.
    private func gatherBooks(_ walk: inout Walk) {
        let demand = walk.demand
        if demand.measure.isScu { return gatherBooksByScale(&walk) }
        for zone in demand.zones {
            guard Int(zone) < demand.books.count else { continue }
            let view = demand.views[Int(zone)]
            for book in demand.books[Int(zone)] {
                let price = offerQueues.bestPrices[Int(book)]
                if price <= demand.limit - view.charge { open(book, price, view.tariff, &walk) }
            }
        }
    }

    private func gatherBooksByScale(_ walk: inout Walk) {
        let demand = walk.demand
        for zone in demand.zones where Int(zone) < demand.books.count {
            let view = demand.views[Int(zone)]
            for book in demand.books[Int(zone)] {
                let price = offerQueues.bestPrices[Int(book)]
                let scale = scale(demand.measure, offerClasses.books[Int(book)])
                if price <= demand.measure.unitLimit(demand.row, scale) - view.charge {
                    open(book, price, view.tariff, &walk)
                }
            }
        }
    }

    @inline(__always)
    private func open(_ book: Int32, _ price: Int64, _ tariff: Int64, _ walk: inout Walk) {
        let demand = walk.demand
        let offerBook = offerClasses.books[Int(book)]
        guard walk.mayTake(from: offerBook.provider), mayServe(offerBook, demand.row, demand.measure, demand.buyer)
        else { return }
        walk.frontier.append(
            WalkNode(
                askSum: price * demand.hours, tariff: tariff, hours: demand.hours,
                subsidy: demand.rate(offerBook.rateKey), normaliser: scale(demand.measure, offerBook),
                place: offerBook.firstPlace, offer: offerBook.first, isExact: !offerBook.isFirstWeekly))
    }

    /// Term, lot and buyer class.
    @inline(__always)
    func mayServe(
        _ book: OfferBook, _ demand: DemandRow, _ measure: Measure, _ buyer: @autoclosure () -> BuyerFacts
    ) -> Bool {
        Int64(book.termHours) <= demand.hours
            && Int64(book.lotMilli) * scale(measure, book) <= measure.most(demand)
            && (book.buyers == 0 || admits(book.buyers, buyer()))
    }

    func admits(_ buyerClass: Int32, _ buyer: BuyerFacts) -> Bool {
        offerClasses.buyerClasses[Int(buyerClass)].admits(buyer.party, size: buyer.size, profile: buyer.profile)
    }

    /// Goes on to the next offer of the same book that has a lot free, while its price may be within the limit.
    private func advance(past offer: Int32, _ row: OfferRow, _ walk: inout Walk) {
        let next = offerQueues.next(after: offer)
        guard next != PriceBook.none else { return }
        let demand = walk.demand
        guard let free = firstFree(from: next, demand, dearest: dearest(row, demand)) else { return }
        walk.frontier.insert(node(free, offers[free], demand))
    }

    /// The dearest price at which an offer of the same book is within the limit.
    private func dearest(_ row: OfferRow, _ demand: DemandInHand) -> Int64 {
        demand.measure.unitLimit(demand.row, scale(demand.measure, offerClasses.books[Int(row.book)]))
            - view(row, demand).charge
    }

    /// The dearest sum of asks over so many hours, likewise.
    func dearestSum(_ row: OfferRow, _ demand: DemandInHand, hours: Int64) -> Int64 {
        demand.measure.unitLimitSum(
            demand.row, scale(demand.measure, offerClasses.books[Int(row.book)]), hours: hours)
            - view(row, demand).charge * hours
    }

    /// From an offer on in its queue, the first with a lot free over the window; nil where the price passes `dearest`
    /// before.
    private func firstFree(from start: Int32, _ demand: DemandInHand, dearest: Int64) -> Int32? {
        var offer = start
        while offer != PriceBook.none {
            let row = offers[offer]
            guard row.price <= dearest else { return nil }
            if hasLotFree(row, demand.row) { return offer }
            offer = offerQueues.next(after: offer)
        }
        return nil
    }

    func hasLotFree(_ row: OfferRow, _ demand: DemandRow) -> Bool {
        capacity.least(row.capacity, demand.start, demand.end) >= Int64(offerClasses.books[Int(row.book)].lotMilli)
    }

    func view(_ row: OfferRow, _ demand: DemandInHand) -> ReachClass.ZoneView {
        demand.views[Int(offerClasses.books[Int(row.book)].zone)]
    }

    /// The offer as its place in its queue tells: exact but for prices by hour of the week.
    private func node(_ offer: Int32, _ row: OfferRow, _ demand: DemandInHand) -> WalkNode {
        node(offer, row, demand, askSum: row.price * demand.hours, isExact: row.weekly < 0)
    }

    /// A weekly price by the hours of this window; nil beyond the limit.
    private func exactNode(_ offer: Int32, _ row: OfferRow, _ demand: DemandInHand) -> WalkNode? {
        let askSum = askSum(row, demand.row)
        guard askSum <= dearestSum(row, demand, hours: demand.hours) else { return nil }
        return node(offer, row, demand, askSum: askSum, isExact: true)
    }

    func askSum(_ row: OfferRow, _ demand: DemandRow) -> Int64 {
        guard row.weekly >= 0 else { return row.price * demand.hours }
        return weeklyPrices[row.weekly].sum(from: Int(demand.firstHourOfWeek), hours: demand.hours)
    }

    func node(
        _ offer: Int32, _ row: OfferRow, _ demand: DemandInHand, askSum: Int64, isExact: Bool
    ) -> WalkNode {
        let book = offerClasses.books[Int(row.book)]
        return WalkNode(
            askSum: askSum, tariff: view(row, demand).tariff, hours: demand.hours,
            subsidy: demand.rate(book.rateKey), normaliser: scale(demand.measure, book), place: row.place,
            offer: offer, isExact: isExact)
    }

    /// Takes of one offer what it has free in lots, unless another provider is bound or the caller passes it by. False
    /// where it has no lot free.
    private func consider(_ offer: Int32, _ row: OfferRow, _ walk: inout Walk, _ funds: (Candidate) -> Bool) -> Bool {
        let book = offerClasses.books[Int(row.book)]
        let lot = Int64(book.lotMilli)
        let free = capacity.least(row.capacity, walk.demand.start, walk.demand.end)
        guard free >= lot else { return false }
        let quantity = Quantity(
            unchecked: walk.quantity(free: free, lot: lot, scale(walk.demand.measure, book)))
        guard quantity > .zero, walk.mayTake(from: book.provider) else { return true }
        let candidate = candidate(row, askSum: askSum(row, walk.demand.row), walk, quantity)
        if funds(candidate) { walk.take(candidate) } else { walk.passedForMoney = true }
        return true
    }

    /// - Parameter window: the hours chosen; nil for all of the demand's window.
    func candidate(
        _ row: OfferRow, askSum: Int64, _ walk: Walk, _ quantity: Quantity, over window: Window? = nil
    ) -> Candidate {
        let book = offerClasses.books[Int(row.book)]
        let charge = view(row, walk.demand).charge
        let type = offerClasses.classes[Int(book.offerClass)].type
        let window = window ?? walk.demand.row.window
        return Candidate(
            demand: walk.demand.row.id, offer: row.id, provider: book.provider, instanceType: types.rows[Int(type)].id,
            zone: zones.zones[Int(book.zone)].id, quantity: quantity,
            milliScu: walk.demand.measure.isScu ? walk.demand.measure.scale(ofType: type) : nil,
            window: window, askSum: askSum, priceSum: priceSum(askSum, row, walk.demand, hours: window.hours),
            chargeTariff: UnitPrice(unchecked: charge),
            isRelated: walk.relation(to: book.provider) == .related, isProbe: walk.blocks != .respected)
    }

    /// What a fill pays. Under `resting` that is the price of whichever has the earlier place: the offer's ask, or the
    /// demand's limit less the charge tariff, in SCU rounded down to a micro-yuan over the hours.
    private func priceSum(_ askSum: Int64, _ row: OfferRow, _ demand: DemandInHand, hours: Int64) -> Int64 {
        switch rule {
        case .listed, .clearing: askSum
        case .resting: demand.row.place < row.place ? dearestSum(row, demand, hours: hours) : askSum
        }
    }
}

extension PlannedFill {
    public init(_ candidate: Candidate) {
        offer = candidate.offer
        provider = candidate.provider
        zone = candidate.zone
        quantity = candidate.quantity
        milliScu = candidate.milliScu
        window = candidate.window
        askSum = candidate.askSum
        priceSum = candidate.priceSum
        chargeTariff = candidate.chargeTariff
        isRelated = candidate.isRelated
    }
}
