import Domain

extension PriceBook {
    /// Puts an order behind those of its price with an earlier place.
    ///
    /// - Parameter price: not negative.
    mutating func rest(_ entry: Int32, in queue: Int32, price: Int64, quantity: Int64, place: Place) {
        assert(!isResting(entry), "an order rests once")
        assert(price >= 0 && quantity > 0, "an order at rest has a price and a quantity")
        let level = self.level(in: queue, price: price)
        let before = lastEntry(in: level, notAfter: place)
        let after = before == PriceBook.none ? levels[Int(level)].head : entries[Int(before)].next
        entries[Int(entry)] = Entry(previous: before, next: after, level: level, quantity: quantity, place: place)
        if before == PriceBook.none { levels[Int(level)].head = entry } else { entries[Int(before)].next = entry }
        if after == PriceBook.none { levels[Int(level)].tail = entry } else { entries[Int(after)].previous = entry }
        levels[Int(level)].count += 1
        queues[Int(queue)].count += 1
    }

    /// Takes an order out, wherever it stands.
    mutating func cancel(_ entry: Int32) {
        assert(isResting(entry), "only an order at rest is taken out")
        let row = entries[Int(entry)]
        entries[Int(entry)].level = PriceBook.none
        let level = Int(row.level)
        if row.previous == PriceBook.none {
            levels[level].head = row.next
        } else {
            entries[Int(row.previous)].next = row.next
        }
        if row.next == PriceBook.none {
            levels[level].tail = row.previous
        } else {
            entries[Int(row.next)].previous = row.previous
        }
        levels[level].count -= 1
        queues[Int(levels[level].queue)].count -= 1
        if levels[level].count == 0 { removeLevel(row.level) }
    }

    /// The first order of a queue, or `none`.
    @inline(__always)
    func first(in queue: Int32) -> Int32 {
        let best = queues[Int(queue)].best
        return best == PriceBook.none ? PriceBook.none : levels[Int(best)].head
    }

    /// The order after this one in its queue, or `none`.
    @inline(__always)
    func next(after entry: Int32) -> Int32 {
        let row = entries[Int(entry)]
        if row.next != PriceBook.none { return row.next }
        let worse = levels[Int(row.level)].worse
        return worse == PriceBook.none ? PriceBook.none : levels[Int(worse)].head
    }

    /// Behind whom an order of this place stands; almost always the last, since places grow.
    private func lastEntry(in level: Int32, notAfter place: Place) -> Int32 {
        var entry = levels[Int(level)].tail
        while entry != PriceBook.none, place < entries[Int(entry)].place { entry = entries[Int(entry)].previous }
        return entry
    }
}
