/// The reverse auction: offers that have units free at a price ask for demands, prices fall.
///
/// An offer takes units over from the demands that it suits best, which leaves free units elsewhere, until free units
/// are at price zero or found a demand that wanted more.
extension Auction {
    /// Lets offers ask until none has units free at a price above zero.
    mutating func letOffersAsk(increment: Int64) {
        var depth = 0
        for offer in (0..<Int32(offerCount)).reversed() { stack(offer, &depth) }
        guard depth > 0 else { return }
        sortColumns()
        for demand in 0..<Int32(demandCount) { updateMargin(of: demand) }
        while depth > 0, !isExhausted {
            depth -= 1
            let offer = reverse.stack[depth]
            reverse.isStacked[offer] = false
            while free[offer] > 0, prices[offer] > 0, !isExhausted { ask(offer, increment, &depth) }
        }
        reverse.isStacked.fill(false)
    }

    private func stack(_ offer: Int32, _ depth: inout Int) {
        guard free[offer] > 0, prices[offer] > 0, !reverse.isStacked[offer] else { return }
        reverse.isStacked[offer] = true
        reverse.stack[depth] = offer
        depth += 1
    }

    /// Puts the arcs in order of offer, then demand; once.
    mutating func sortColumns() {
        guard !columnsAreSorted else { return }
        columnsAreSorted = true
        let next = FlatArray<Int32>(uninitialized: offerCount)
        next.start.update(from: lotStarts.start, count: offerCount)
        for demand in 0..<demandCount {
            for arc in arcStarts[demand]..<arcStarts[demand + 1] {
                let row = arcs[arc]
                let column = ReverseAuction.Column(surplus: row.surplus, demand: Int32(demand), arc: arc)
                reverse.columns[next[row.offer]] = column
                next[row.offer] += 1
            }
        }
    }

    /// One ask: hands out what is free, and lowers the price to where the next demand would be content.
    private mutating func ask(_ offer: Int32, _ increment: Int64, _ depth: inout Int) {
        let heap = reverse.candidates.start
        var count = collectCandidates(of: offer)
        heap.makeHeap(count: count)
        var price: Int64 = 0
        while count > 0 {
            if free[offer] == 0 {
                price = max(0, heap[0].price - increment)
                break
            }
            let column = reverse.columns[heap[0].column]
            takeOver(column, to: offer, &depth)
            if let next = self.price(for: column) {
                heap[0].price = next
                heap.siftDown(from: 0, count: count)
            } else {
                heap.removeFirst(count: count)
                count -= 1
            }
        }
        prices[offer] = min(prices[offer], price)
        let (first, held) = (lotStarts[offer], lotCounts[offer])
        for lot in first..<(first + held) { updateMargin(of: lots[lot].demand) }
    }

    /// Writes the demands that would take units at a price above zero.
    private mutating func collectCandidates(of offer: Int32) -> Int {
        let (columns, margins) = (reverse.columns.start, reverse.margins.start)
        let candidates = reverse.candidates.start
        let (first, end, price) = (Int(lotStarts[offer]), Int(lotStarts[offer + 1]), prices[offer])
        var count = 0
        for column in first..<end {
            let row = columns[column]
            var wanted = row.surplus &- margins[Int(row.demand)]
            // At exactly the offer's price, its worst units may be those that it has from this offer.
            if wanted == price { wanted = self.price(for: row) ?? 0 }
            guard wanted > 0 else { continue }
            candidates[count] = ReverseAuction.Candidate(price: wanted, column: Int32(column))
            count += 1
        }
        arcsSeen &+= end &- first
        return count
    }

    /// The price at which a demand would move its worst units elsewhere to this arc; nil where there are none, or only
    /// at zero or less.
    @inline(__always)
    private mutating func price(for column: ReverseAuction.Column) -> Int64? {
        guard arcs[column.arc].flow < quantities[column.demand] else { return nil }
        let margin = rests[column.demand] > 0 ? 0 : worst(of: column.demand, except: column.arc).gain
        return column.surplus > margin ? column.surplus - margin : nil
    }

    /// Moves units of a demand to the offer: what it lacks, else its worst units, as many as are free.
    private mutating func takeOver(_ column: ReverseAuction.Column, to offer: Int32, _ depth: inout Int) {
        if rests[column.demand] > 0 {
            let amount = min(rests[column.demand], free[offer])
            rests[column.demand] = rests[column.demand] - amount
            sell(amount, by: offer, column)
        } else {
            let source = worst(of: column.demand, except: column.arc).arc
            let amount = min(arcs[source].flow, free[offer])
            release(amount, of: source, &depth)
            sell(amount, by: offer, column)
        }
    }

    private func sell(_ amount: Int32, by offer: Int32, _ column: ReverseAuction.Column) {
        free[offer] -= amount
        if arcs[column.arc].flow == 0 {
            lots[lotStarts[offer] + lotCounts[offer]] = Lot(
                price: 0, amount: 0, demand: column.demand, arc: column.arc)
            lotCounts[offer] += 1
        }
        arcs[column.arc].flow += amount
    }

    private func release(_ amount: Int32, of arc: Int32, _ depth: inout Int) {
        let offer = arcs[arc].offer
        arcs[arc].flow -= amount
        free[offer] += amount
        if arcs[arc].flow == 0 { removeLot(of: arc, offer) }
        stack(offer, &depth)
    }

    func removeLot(of arc: Int32, _ offer: Int32) {
        let list = lots.start + Int(lotStarts[offer])
        let last = Int(lotCounts[offer]) - 1
        guard let position = (0...last).first(where: { list[$0].arc == arc }) else { return }
        list[position] = list[last]
        lotCounts[offer] -= 1
    }

    private mutating func updateMargin(of demand: Int32) {
        let margin = rests[demand] > 0 ? 0 : worst(of: demand, except: -1).gain
        reverse.margins[demand] = margin
    }

    /// The arc by which a demand holds units that gain least; without any, no arc and a gain beyond all.
    @inline(__always)
    private mutating func worst(of demand: Int32, except excluded: Int32) -> (gain: Int64, arc: Int32) {
        let (arcs, prices) = (arcs.start, prices.start)
        let (first, end) = (arcStarts[demand], arcStarts[demand + 1])
        var worst: (gain: Int64, arc: Int32) = (.max / 2, -1)
        for arc in first..<end where arcs[Int(arc)].flow > 0 && arc != excluded {
            let gain = arcs[Int(arc)].surplus &- prices[Int(arcs[Int(arc)].offer)]
            if gain < worst.gain { worst = (gain, arc) }
        }
        arcsSeen &+= Int(end - first)
        return worst
    }
}
