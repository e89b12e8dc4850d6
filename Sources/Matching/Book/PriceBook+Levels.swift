extension PriceBook {
    /// The level of a price, made if there is none.
    mutating func level(in queue: Int32, price: Int64) -> Int32 {
        let key = PriceBook.key(of: price, descending: queues[Int(queue)].descending)
        let best = queues[Int(queue)].best
        if best != PriceBook.none {
            if levels[Int(best)].key == key { return best }
            if levels[Int(best)].key < key {
                let found = find(key, in: queue)
                if found != PriceBook.none { return found }
            }
        }
        let level = newLevel(key: key, queue: queue)
        insert(level, in: queue)
        if levels[Int(level)].better == PriceBook.none { becomeBest(level, in: queue) }
        return level
    }

    /// Takes an empty level out of its queue and gives its number back.
    mutating func removeLevel(_ level: Int32) {
        let row = levels[Int(level)]
        removeFromIndex(row.key, in: row.queue)
        if row.better != PriceBook.none { levels[Int(row.better)].worse = row.worse }
        if row.worse != PriceBook.none { levels[Int(row.worse)].better = row.better }
        if row.better == PriceBook.none { becomeBest(row.worse, in: row.queue) }
        levels[Int(level)].worse = freeLevel
        freeLevel = level
    }

    private mutating func becomeBest(_ level: Int32, in queue: Int32) {
        queues[Int(queue)].best = level
        let isDescending = queues[Int(queue)].descending
        bestPrices[Int(queue)] =
            level == PriceBook.none ? PriceBook.priceOfNothing(descending: isDescending) : price(ofLevel: level)
    }

    private mutating func newLevel(key: UInt64, queue: Int32) -> Int32 {
        let row = Level(
            key: key, queue: queue, head: PriceBook.none, tail: PriceBook.none, better: PriceBook.none,
            worse: PriceBook.none, count: 0)
        let level = freeLevel
        guard level != PriceBook.none else {
            levels.append(row)
            return Int32(levels.count - 1)
        }
        freeLevel = levels[Int(level)].worse
        levels[Int(level)] = row
        return level
    }
}
