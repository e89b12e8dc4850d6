/// Prices in whole micro-yuan that prove the optimum.
///
/// An optimal allocation has prices at which every unit is where it gains most, exactly, and these are whole numbers, since
/// surpluses are. The auction's prices are close by; rounded down and raised where a demand would rather be elsewhere
/// (a longest path, by label correcting) they get there, if the allocation is optimal and they began low enough.
extension Auction {
    /// Replaces the prices by whole ones. True where they prove the allocation optimal; else the prices are as before.
    mutating func findWholePrices(slack: Int64) -> Bool {
        let before = FlatArray<Int64>(uninitialized: offerCount)
        before.start.update(from: prices.start, count: offerCount)
        for offer in 0..<offerCount {
            let low = max(0, prices[offer] - slack)
            prices[offer] = free[offer] > 0 ? 0 : low / scale * scale
        }
        if raiseUntilContent() { return true }
        prices.start.update(from: before.start, count: offerCount)
        return false
    }

    /// Raises prices until no demand would rather have another unit. False where none can prove the optimum.
    private mutating func raiseUntilContent() -> Bool {
        (queueHead, queueTail) = (0, 0)
        isQueued.fill(false)
        for demand in 0..<Int32(demandCount) { requeue(demand) }
        while queueHead != queueTail {
            let demand = queue[queueHead & (queue.count - 1)]
            queueHead += 1
            isQueued[demand] = false
            guard !isExhausted, makeContent(demand) else { return false }
        }
        return true
    }

    private mutating func requeue(_ demand: Int32) {
        if isQueued[demand] { return }
        isQueued[demand] = true
        queue[queueTail & (queue.count - 1)] = demand
        queueTail += 1
    }

    /// Raises the offers that a demand prefers to its worst unit. False where that unit gains less than nothing, or
    /// where units are free of an offer it prefers.
    private mutating func makeContent(_ demand: Int32) -> Bool {
        let (first, end) = (Int(arcStarts[demand]), Int(arcStarts[demand + 1]))
        let (arcs, prices) = (arcs.start, prices.start)
        var worst: Int64 = rests[demand] > 0 ? 0 : .max / 2
        for arc in first..<end where arcs[arc].flow > 0 {
            worst = min(worst, arcs[arc].surplus &- prices[Int(arcs[arc].offer)])
        }
        guard worst >= 0 else { return false }
        arcsSeen &+= end &- first
        for arc in first..<end where arcs[arc].surplus &- prices[Int(arcs[arc].offer)] > worst {
            let offer = arcs[arc].offer
            guard free[offer] == 0 else { return false }
            prices[Int(offer)] = arcs[arc].surplus - worst
            for lot in lotStarts[offer]..<(lotStarts[offer] + lotCounts[offer]) { requeue(lots[lot].demand) }
        }
        return true
    }
}
