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
        for arc in 0..<arcCount { arcs.start[arc].flow = 0 }
        lotCounts.fill(0)
        (queueHead, queueTail) = (0, 0)
        isQueued.fill(false)
        for demand in 0..<demandCount {
            rests[demand] = quantities[demand]
            if demand % sampling == 0, arcStarts[demand] < arcStarts[demand + 1] { enqueue(Int32(demand)) }
        }
    }

    /// Lets demands bid until each holds what it wants, or wants nothing more at these prices.
    mutating func letDemandsBid(increment: Int64) {
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
        var taken = min(rests[demand], free[offer])
        free[offer] -= taken
        rests[demand] -= taken
        taken += outbid(offer, price, by: demand)
        hold(choice.arc, offer, price, demand, taken)
        if free[offer] == 0 { prices[offer] = lots[lotStarts[offer]].price }
    }

    /// Takes units from the lots of an offer. A lot of the demand itself goes the same way, and comes back at the bid.
    @inline(__always)
    private mutating func outbid(_ offer: Int32, _ price: Int64, by demand: Int32) -> Int32 {
        let heap = lots.start + Int(lotStarts[offer])
        var count = Int(lotCounts[offer])
        var taken: Int32 = 0
        while rests[demand] > 0, count > 0, heap[0].price < price {
            let lot = heap[0]
            // Its own lot is taken whole: what it adds to the rest it takes from it.
            let amount = lot.demand == demand ? lot.amount : min(rests[demand], lot.amount)
            arcs.start[Int(lot.arc)].flow -= amount
            taken += amount
            if lot.demand != demand {
                rests[demand] -= amount
                rests[lot.demand] += amount
                enqueue(lot.demand)
            }
            if amount == lot.amount {
                heap.removeFirst(count: count)
                count -= 1
            } else {
                heap[0].amount -= amount
            }
        }
        lotCounts[offer] = Int32(count)
        return taken
    }

    /// Adds units to what a demand holds of an offer. Two prices become the higher: dearer units stay with it longer.
    @inline(__always)
    private func hold(_ arc: Int32, _ offer: Int32, _ price: Int64, _ demand: Int32, _ amount: Int32) {
        let heap = lots.start + Int(lotStarts[offer])
        let count = Int(lotCounts[offer])
        if arcs[arc].flow > 0, let position = (0..<count).first(where: { heap[$0].arc == arc }) {
            heap[position].amount += amount
            if heap[position].price < price {
                heap[position].price = price
                heap.siftDown(from: position, count: count)
            }
        } else {
            heap[count] = Lot(price: price, amount: amount, demand: demand, arc: arc)
            heap.siftUp(count: count + 1)
            lotCounts[offer] += 1
        }
        arcs.start[Int(arc)].flow += amount
    }
}
