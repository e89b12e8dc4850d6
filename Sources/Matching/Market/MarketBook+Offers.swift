import Domain

extension MarketBook {
    public func isListed(_ offer: OfferID) -> Bool { offerNumbers.slot(of: offer.number) != nil }

    /// Lists an offer. Which demands it meets is a question of its own: `RematchQueue(arriving:in:)`.
    ///
    /// - Parameter admissionClass: which programmes admit the provider, as a number that the caller gives.
    /// - Precondition: its type and zone are defined, and it is not listed.
    /// - Complexity: O(requirement classes its type meets) where its class is new, else O(steps of its schedule).
    public mutating func list(_ offer: Offer, admissionClass: Int32) {
        let terms = offer.terms
        let book = book(of: offer, admissionClass)
        let (price, weekly) = add(terms.price)
        let row = OfferRow(
            id: offer.id, place: offer.place, price: price, weekly: weekly, book: book,
            capacity: capacity.add(terms.schedule))
        let slot = offers.insert(row)
        offerNumbers.insert(offer.id.number, slot)
        offerQueues.reserve(entries: offers.bound)
        lotSizes[terms.lotSize.milli, default: 0] += 1
        standIfFree(slot)
    }

    /// Takes an offer out; its leases are the caller's. Before, ask `RematchQueue(reducing:in:)` whom it concerns.
    ///
    /// - Precondition: the offer is listed.
    public mutating func withdraw(_ offer: OfferID) {
        let slot = slot(of: offer)
        let row = offers[slot]
        if offerQueues.isResting(slot) { leaveQueue(slot) }
        capacity.remove(row.capacity)
        if row.weekly >= 0 { weeklyPrices.remove(row.weekly) }
        let lot = offerClasses.offerClass(ofBook: row.book).lotMilli
        lotSizes[lot] = lotSizes[lot] == 1 ? nil : (lotSizes[lot] ?? 1) - 1
        offerNumbers.remove(offer.number)
        if !suspended.isEmpty { suspended.remove(offer) }
        offers.remove(slot)
    }

    /// Gives capacity back that a fill had taken. Which demands that meets is `RematchQueue(arriving:in:)`.
    ///
    /// - Precondition: the offer is listed, and at least this much of it is taken at each hour.
    public mutating func release(_ offer: OfferID, over window: Window, quantity: Quantity) {
        let slot = slot(of: offer)
        capacity.take(-quantity.milli, of: offers[slot].capacity, Int32(window.start), Int32(window.end))
        if !offerQueues.isResting(slot) { standIfFree(slot) }
    }

    func slot(of offer: OfferID) -> Int32 {
        guard let slot = offerNumbers.slot(of: offer.number) else { preconditionFailure("the offer is listed") }
        return slot
    }

    /// Stands an offer in its queue if some hour has a lot free and it is not suspended.
    mutating func standIfFree(_ slot: Int32) {
        let row = offers[slot]
        guard hasFreeLot(row), !isSuspended(row.id) else { return }
        offerQueues.rest(slot, in: row.book, price: row.price, quantity: 1, place: row.place)
        noteFirst(of: row.book)
    }

    /// Takes an offer out of its queue once no hour has a lot free.
    mutating func leaveIfTaken(_ slot: Int32) {
        if offerQueues.isResting(slot), !hasFreeLot(offers[slot]) { leaveQueue(slot) }
    }

    mutating func leaveQueue(_ slot: Int32) {
        offerQueues.cancel(slot)
        noteFirst(of: offers[slot].book)
    }

    private mutating func noteFirst(of book: Int32) {
        let first = offerQueues.first(in: book)
        if first != PriceBook.none { offerClasses.setFirst(first, offers[first], secondPrice: priceBehind(first)) }
    }

    /// The price of the next offer in a queue.
    func priceBehind(_ offer: Int32) -> Int64 {
        let next = offerQueues.next(after: offer)
        return next == PriceBook.none ? PriceBook.priceOfNothing(descending: false) : offerQueues.price(of: next)
    }

    func hasFreeLot(_ row: OfferRow) -> Bool {
        capacity.reaches(row.capacity, offerClasses.offerClass(ofBook: row.book).lotMilli)
    }

    mutating func add(_ price: PriceSchedule) -> (least: Int64, weekly: Int32) {
        switch price {
        case .flat(let price): return (price.microYuan, -1)
        case .hourOfWeek(let prices):
            let (weekly, least) = weeklyPrices.insert(prices)
            return (least, weekly)
        }
    }

    mutating func book(of offer: Offer, _ admissionClass: Int32) -> Int32 {
        let terms = offer.terms
        let key = OfferClass(
            type: types.number(of: terms.instanceType), zone: zones.number(of: terms.zone), vat: terms.vat,
            tier: terms.tier, buyers: offerClasses.buyerClass(terms.buyers), lotMilli: terms.lotSize.milli,
            termHours: terms.shortestTermHours, admissionClass: admissionClass)
        let (book, isNew) = offerClasses.book(of: key, provider: offer.provider)
        if isNew {
            let queue = offerQueues.addQueue(descending: false)
            assert(queue == book, "a book and its queue have one number")
            requirements.add(book: book, of: key)
            subsidies.extend(offers: offerClasses, types: types)
        }
        return book
    }
}
