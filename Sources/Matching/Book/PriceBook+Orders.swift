import Domain

extension PriceBook {
    /// Puts an order behind those of its price with an earlier place.
    ///
    /// - Parameters:
    ///   - price: not negative.
    ///   - place: its position within the record is less than 2³¹, as a record has fewer parts.
    @inline(__always)
    mutating func rest(_ entry: Int32, in queue: Int32, price: Int64, quantity: Int64, place: Place) {
        precondition(entries.contains(Int(entry)) && queues.contains(Int(queue)), "the order and the queue are there")
        assert(!isResting(entry), "an order rests once")
        assert(price >= 0 && quantity > 0, "an order at rest has a price and a quantity")
        let level = self.level(in: queue, price: price)
        let tail = levels[level].tail
        let row = Entry(
            quantity: quantity, sequence: place.sequence, position: Int32(place.position), previous: tail,
            next: PriceBook.none, level: level)
        entries[entry] = row
        let isLatest = latest < (row.sequence, row.position)
        if isLatest { latest = (row.sequence, row.position) }
        if tail == PriceBook.none {
            levels[level].head = entry
        } else if isLatest || !entries[tail].stands(behind: row) {
            entries[tail].next = entry
        } else {
            return insert(entry, before: tail)
        }
        levels[level].tail = entry
    }

    /// Takes an order out, wherever it stands.
    @inline(__always)
    mutating func cancel(_ entry: Int32) {
        precondition(isResting(entry), "only an order at rest is taken out")
        let row = entries[entry]
        entries[entry].level = PriceBook.none
        if row.previous != PriceBook.none {
            entries[row.previous].next = row.next
        } else if row.next == PriceBook.none {
            return removeLevel(row.level)
        } else {
            levels[row.level].head = row.next
        }
        if row.next != PriceBook.none {
            entries[row.next].previous = row.previous
        } else {
            levels[row.level].tail = row.previous
        }
    }

    /// Changes what an order at rest has open; it keeps its place.
    ///
    /// - Parameter quantity: not negative; an order with none has to be taken out before the next one is looked at.
    @inline(__always)
    mutating func setQuantity(of entry: Int32, to quantity: Int64) {
        assert(isResting(entry) && quantity >= 0, "nothing is open beyond what there is")
        entries[entry].quantity = quantity
    }

    /// Takes up to a quantity from the orders at the best price of a queue, in their order; the emptied ones no longer
    /// rest. Returns what is left of the quantity.
    ///
    /// - Precondition: the queue is not empty, the quantity is positive.
    @inline(__always)
    mutating func take(_ quantity: Int64, from queue: Int32, onTake: (_ entry: Int32, _ taken: Int64) -> Void) -> Int64
    {
        let level = queues[queue].best
        let head = levels[level].head
        var (entry, left) = (head, quantity)
        while left > 0, entry != PriceBook.none {
            let open = entries[entry].quantity
            if open > left {
                entries[entry].quantity = open - left
                onTake(entry, left)
                left = 0
            } else {
                let next = entries[entry].next
                entries[entry].level = PriceBook.none
                onTake(entry, open)
                (entry, left) = (next, left - open)
            }
        }
        if entry == PriceBook.none {
            removeLevel(level)
        } else if entry != head {
            levels[level].head = entry
            entries[entry].previous = PriceBook.none
        }
        return left
    }

    /// The first order of a queue, or `none`.
    @inline(__always)
    func first(in queue: Int32) -> Int32 {
        precondition(queues.contains(Int(queue)), "the queue is there")
        let best = queues[queue].best
        return best == PriceBook.none ? PriceBook.none : levels[best].head
    }

    /// The order after this one in its queue, or `none`.
    @inline(__always)
    func next(after entry: Int32) -> Int32 {
        let row = entries[entry]
        if row.next != PriceBook.none { return row.next }
        let worse = level(after: row.level)
        return worse == PriceBook.none ? PriceBook.none : levels[worse].head
    }

    /// Moves an order that stands last, by its row, to where its place belongs: before `later` or further ahead.
    @inline(never)
    private mutating func insert(_ entry: Int32, before later: Int32) {
        let row = entries[entry]
        var after = later
        var before = entries[after].previous
        while before != PriceBook.none, entries[before].stands(behind: row) {
            after = before
            before = entries[after].previous
        }
        entries[entry].previous = before
        entries[entry].next = after
        entries[after].previous = entry
        if before == PriceBook.none { levels[row.level].head = entry } else { entries[before].next = entry }
    }
}
