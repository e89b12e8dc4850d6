extension PriceBook {
    /// The level of a price, made if there is none; a new one has no orders yet.
    @inline(__always)
    mutating func level(in queue: Int32, price: Int64) -> Int32 {
        let key = PriceBook.key(of: price, descending: queues[queue].descending)
        let end = find(key, in: queue)
        if end.reference != PriceBook.none, levels[~end.reference].key == key { return ~end.reference }
        return newLevel(key, in: queue, at: end)
    }

    /// Takes a level without orders out of its queue and gives its number back.
    @inline(never)
    mutating func removeLevel(_ level: Int32) {
        let row = levels[level]
        if queues[row.queue].best == level { becomeBest(self.level(after: level), in: row.queue) }
        removeFromIndex(row)
        levels[level].queue = PriceBook.none
        levels[level].parent = freeLevel
        freeLevel = level
    }

    @inline(never)
    private mutating func newLevel(_ key: UInt64, in queue: Int32, at end: IndexEnd) -> Int32 {
        let level = unusedLevel(
            Level(key: key, queue: queue, head: PriceBook.none, tail: PriceBook.none, parent: PriceBook.none))
        insert(level, key, in: queue, at: end)
        let best = queues[queue].best
        if best == PriceBook.none || key < levels[best].key { becomeBest(level, in: queue) }
        return level
    }

    private mutating func becomeBest(_ level: Int32, in queue: Int32) {
        queues[queue].best = level
        let isDescending = queues[queue].descending
        bestPrices[queue] =
            level == PriceBook.none
            ? PriceBook.priceOfNothing(descending: isDescending)
            : PriceBook.price(of: levels[level].key, descending: isDescending)
    }

    private mutating func unusedLevel(_ row: Level) -> Int32 {
        let level = freeLevel
        guard level != PriceBook.none else { return levels.append(row) }
        freeLevel = levels[level].parent
        levels[level] = row
        return level
    }
}
