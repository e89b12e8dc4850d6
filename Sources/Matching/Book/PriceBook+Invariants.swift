import Domain

extension PriceBook {
    /// What does not hold and should, one sentence each; empty where all is well.
    ///
    /// - Complexity: O(orders + levels). For tests.
    func violations() -> [String] {
        var found: [String] = []
        for queue in queues.indices { check(queue, &found) }
        return found
    }

    private func check(_ queue: Int, _ found: inout [String]) {
        let row = queues[queue]
        var orders = 0
        var better = PriceBook.none
        var level = row.best
        while level != PriceBook.none {
            let at = levels[Int(level)]
            if Int(at.queue) != queue { found.append("a level belongs to the queue that links it") }
            if at.better != better { found.append("neighbouring levels link each other") }
            if better != PriceBook.none, levels[Int(better)].key >= at.key {
                found.append("levels stand in strict order of price")
            }
            if find(at.key, in: Int32(queue)) != level { found.append("the index finds every level") }
            orders += check(level: level, &found)
            (better, level) = (level, at.worse)
        }
        if orders != Int(row.count) { found.append("a queue counts its orders") }
        let best =
            row.best == PriceBook.none ? PriceBook.priceOfNothing(descending: row.descending) : price(ofLevel: row.best)
        if bestPrices[queue] != best { found.append("the best price is that of the first level") }
    }

    private func check(level: Int32, _ found: inout [String]) -> Int {
        var count = 0
        var previous = PriceBook.none
        var entry = levels[Int(level)].head
        while entry != PriceBook.none {
            let row = entries[Int(entry)]
            if row.level != level { found.append("an order knows its level") }
            if row.previous != previous { found.append("neighbouring orders link each other") }
            if row.quantity <= 0 { found.append("an order at rest has a quantity") }
            if previous != PriceBook.none, row.place < entries[Int(previous)].place {
                found.append("orders of one price stand in order of place")
            }
            count += 1
            (previous, entry) = (entry, row.next)
        }
        if count == 0 { found.append("no level is empty") }
        if levels[Int(level)].tail != previous { found.append("a level's tail is its last order") }
        if Int(levels[Int(level)].count) != count { found.append("a level counts its orders") }
        return count
    }
}
