import Domain

extension MarketBook {
    /// Stops the program where the market is not as it must be: for debug builds and tests.
    public func checkInvariants(funds: (Candidate) -> Bool = { _ in true }) {
        let found = violations(funds: funds)
        precondition(found.isEmpty, found.joined(separator: "; "))
    }

    /// What does not hold and should, one sentence each; empty where all is well.
    ///
    /// - Complexity: a walk for every demand at rest.
    public func violations(funds: (Candidate) -> Bool = { _ in true }) -> [String] {
        var found = offerQueues.violations() + demandQueues.violations()
        for slot in 0..<Int32(offers.bound) where offers.find(slot) != nil { checkOffer(slot, &found) }
        for slot in 0..<Int32(demands.bound) where demands.find(slot) != nil { checkDemand(slot, &found) }
        checkFirstOffers(&found)
        checkCounts(&found)
        if frozen.rows.keys.contains(where: { !isListed($0) }) { found.append("a frozen offer is listed") }
        if suspended.contains(where: { !isListed($0) }) { found.append("a suspended offer is listed") }
        if !unitHours.isEmpty { found.append("between decisions every unit has all of its hours or none") }
        for row in restingRows where isCrossed(row, funds) { found.append("\(row.id) rests crossed") }
        return found
    }

    private func isCrossed(_ row: DemandRow, _ funds: (Candidate) -> Bool) -> Bool {
        let decision = decide(row.id, funds: funds)
        return !decision.fills.isEmpty || decision.residual != .rest
    }

    private func checkOffer(_ slot: Int32, _ found: inout [String]) {
        let row = offers[slot]
        if offerNumbers.slot(of: row.id.number) != slot { found.append("an offer is found by its number") }
        if offerQueues.isResting(slot) != (hasFreeLot(row) && !isSuspended(row.id)) {
            found.append("an offer stands in its queue while some hour has a lot free and it is not suspended")
        }
        if offerQueues.isResting(slot) {
            if offerQueues.queue(of: slot) != row.book {
                found.append("an offer stands in the queue of its book")
            }
            if offerQueues.price(of: slot) != row.price { found.append("an offer stands at its price") }
        }
        checkCapacity(row.capacity, &found)
    }

    private func checkFirstOffers(_ found: inout [String]) {
        for (number, book) in offerClasses.books.enumerated() {
            let first = offerQueues.first(in: Int32(number))
            guard first != PriceBook.none else { continue }
            if book.first != first || book.firstPlace != offers[first].place
                || book.isFirstWeekly != (offers[first].weekly >= 0) || book.secondPrice != priceBehind(first)
            {
                found.append("a book knows the first offer of its queue and the price of the second")
            }
        }
    }

    private func checkCapacity(_ head: Int32, _ found: inout [String]) {
        var reached = Int32.min
        var at = head
        while at != FreeCapacity.none {
            let step = capacity.steps[Int(at)]
            if step.free < 0 { found.append("no hour of an offer is oversold") }
            if step.free > step.listed { found.append("no hour has more free than was listed") }
            if step.start < reached || step.end <= step.start {
                found.append("steps of capacity stand in order of time")
            }
            (reached, at) = (step.end, step.next)
        }
    }

    private func checkDemand(_ slot: Int32, _ found: inout [String]) {
        let row = demands[slot]
        if demandNumbers.slot(of: row.id.number) != slot { found.append("a demand is found by its number") }
        let measure = measure(of: row)
        if measure.most(row) < 0 || row.open > row.quantity { found.append("a demand has at most its quantity open") }
        guard demandQueues.isResting(slot) else { return }
        if demandQueues.entries[slot].quantity != row.open { found.append("a demand rests with what is open") }
        if demandQueues.price(of: slot) != row.limit { found.append("a demand rests at its limit") }
        if demandQueues.queue(of: slot) != row.demandClass {
            found.append("a demand rests in the queue of its class")
        }
        if row.traits.contains(.immediate) { found.append("no immediate demand rests") }
    }

    private func checkCounts(_ found: inout [String]) {
        var counts: [Int32: Int32] = [:]
        for row in restingRows where row.isConditional { counts[row.demandClass, default: 0] += 1 }
        let listed = conditional.classes.map { ($0, conditional.counts[Int($0)]) }
        if Dictionary(listed, uniquingKeysWith: +) != counts {
            found.append("conditional demands at rest are counted by class")
        }
        var lots: [Int64: Int] = [:]
        for slot in 0..<Int32(offers.bound) {
            guard let row = offers.find(slot) else { continue }
            lots[offerClasses.offerClass(ofBook: row.book).lotMilli, default: 0] += 1
        }
        if lots != lotSizes { found.append("lot sizes of listed offers are counted") }
    }
}
