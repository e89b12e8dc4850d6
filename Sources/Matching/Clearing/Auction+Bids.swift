/// The forward auction: demands bid, prices rise.
extension Auction {
    /// Takes everything back, lowers all prices by `lowering` and queues the demands by number.
    ///
    /// - Parameter sampling: only each so-manieth demand bids, for such a share of each capacity. Prices found so are
    ///   close, at a fraction of the work.
    mutating func begin(lowering: Int64, sampling: Int) {
        for offer in 0..<offerCount {
            prices[offer] = max(0, prices[offer] - lowering)
            let capacity = Int(capacities[offer])
            free[offer] = sampling == 1 ? Int32(capacity) : Int32(max(1, (capacity + offer % sampling) / sampling))
        }
        takeBackLots()
        (queueHead, queueTail) = (0, 0)
        isQueued.fill(false)
        for demand in 0..<demandCount {
            rests[demand] = quantities[demand]
            if demand % sampling == 0, arcStarts[demand] < arcStarts[demand + 1] { enqueue(Int32(demand)) }
        }
    }

    private func takeBackLots() {
        for offer in 0..<offerCount {
            let first = Int(lotStarts[offer])
            for lot in first..<(first + Int(lotCounts[offer])) { arcs[lots[lot].arc].flow = 0 }
        }
        lotCounts.fill(0)
    }

    /// Lets demands bid until each holds what it wants, or wants nothing more at these prices.
    mutating func letDemandsBid(increment: Int64) {
        letQueueBid(increment)
        for offer in 0..<offerCount {
            let first = Int(lotStarts[offer])
            for lot in first..<(first + Int(lotCounts[offer])) {
                arcs[lots[lot].arc].flow = lots[lot].amount
            }
        }
    }

    /// While demands bid, lots alone say who holds what: to write each flow with them would be most of the work.
    private mutating func letQueueBid(_ increment: Int64) {
        let mask = queue.count - 1
        while queueHead != queueTail {
            let demand = queue[queueHead & mask]
            queueHead += 1
            isQueued[demand] = false
            while rests[demand] > 0, let choice = choice(of: demand) {
                if isExhausted { return }
                bid(demand, choice, increment: increment)
            }
        }
    }

    /// Adds a demand to those that have to bid, if it is not one of them.
    @inline(__always)
    private mutating func enqueue(_ demand: Int32) {
        if isQueued[demand] { return }
        isQueued[demand] = true
        queue[queueTail & (queue.count - 1)] = demand
        queueTail += 1
    }

    /// What a demand would take next.
    private struct Choice {
        let arc: Int32
        /// The price at which it would as soon have the best unit of another offer, or nothing.
        let indifference: Int64
    }

    /// The offer that gains most, or nil where none gains; of equal ones that with the smallest number.
    @inline(__always)
    private mutating func choice(of demand: Int32) -> Choice? {
        let (arcs, prices) = (arcs.start, prices.start)
        let (first, end) = (Int(arcStarts[demand]), Int(arcStarts[demand + 1]))
        var (best, second, chosen): (Int64, Int64, Int) = (0, 0, -1)
        for arc in first..<end {
            let gain = arcs[arc].surplus &- prices[Int(arcs[arc].offer)]
            guard gain > second else { continue }
            if gain > best {
                (second, best, chosen) = (best, gain, arc)
            } else {
                second = gain
            }
        }
        arcsSeen &+= end &- first
        return chosen < 0 ? nil : Choice(arc: Int32(chosen), indifference: arcs[chosen].surplus &- second)
    }

    /// Takes units of the chosen offer, the free and the cheapest first, as long as they are below the bid.
    @inline(__always)
    private mutating func bid(_ demand: Int32, _ choice: Choice, increment: Int64) {
        let offer = arcs[choice.arc].offer
        let price = choice.indifference &+ increment
        let holdsNothing = rests[demand] == quantities[demand]
        let taken = min(rests[demand], free[offer])
        free[offer] = free[offer] &- taken
        rests[demand] = rests[demand] &- taken
        let (won, own) = outbid(offer, price, by: demand)
        let lot = Lot(price: price, amount: taken &+ won &+ own, demand: demand, arc: choice.arc)
        hold(lot, offer, isNew: holdsNothing || own > 0)
        if free[offer] == 0 { prices[offer] = lots[lotStarts[offer]].price }
    }

    /// Takes units from the lots of an offer: others', and the demand's own, which comes back at the bid.
    @inline(__always)
    private mutating func outbid(_ offer: Int32, _ price: Int64, by demand: Int32) -> (won: Int32, own: Int32) {
        let heap = lots.start + Int(lotStarts[offer])
        var count = Int(lotCounts[offer])
        var (won, own): (Int32, Int32) = (0, 0)
        while rests[demand] > 0, count > 0, heap[0].price < price {
            let lot = heap[0]
            let isOwn = lot.demand == demand
            let amount = isOwn ? lot.amount : min(rests[demand], lot.amount)
            if isOwn {
                own = amount
            } else {
                won &+= amount
                rests[demand] = rests[demand] &- amount
                rests[lot.demand] = rests[lot.demand] &+ amount
                enqueue(lot.demand)
            }
            if amount == lot.amount {
                heap.removeFirst(count: count)
                count &-= 1
            } else {
                heap[0].amount = lot.amount &- amount
            }
        }
        lotCounts[offer] = Int32(truncatingIfNeeded: count)
        return (won, own)
    }

    /// Adds a lot to those of an offer, or to the one that the demand has there: two prices become the higher, so dearer
    /// units stay with it longer.
    @inline(__always)
    private func hold(_ lot: Lot, _ offer: Int32, isNew: Bool) {
        let heap = lots.start + Int(lotStarts[offer])
        let count = Int(lotCounts[offer])
        if !isNew, let position = (0..<count).first(where: { heap[$0].arc == lot.arc }) {
            heap[position].amount &+= lot.amount
            if heap[position].price < lot.price {
                heap[position].price = lot.price
                heap.siftDown(from: position, count: count)
            }
        } else {
            heap[count] = lot
            heap.siftUp(count: count &+ 1)
            lotCounts[offer] &+= 1
        }
    }
}
