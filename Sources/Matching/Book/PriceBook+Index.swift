extension PriceBook {
    /// A branch of a queue's index: where the keys below it first differ.
    ///
    /// The index is a trie over the hexadecimal digits of the keys that skips digits in which all keys
    /// below agree, so it has fewer nodes than levels, at most 16 deep.
    struct IndexNode {
        /// The digits above `shift + 4`, in which all keys below agree.
        var prefix: UInt64
        /// The digit that branches here is `(key >> shift) & 15`.
        var shift: UInt8
        /// Bit d is set where there is a child for digit d.
        var occupied: UInt16

        @inline(__always)
        func covers(_ key: UInt64) -> Bool { key >> UInt64(shift + 4) == prefix }

        @inline(__always)
        func digit(_ key: UInt64) -> Int { Int(truncatingIfNeeded: key >> UInt64(shift)) & 15 }
    }

    /// The level with this key, or `none`.
    func find(_ key: UInt64, in queue: Int32) -> Int32 {
        var reference = queues[Int(queue)].root
        while reference >= 0 {
            let node = nodes[Int(reference)]
            guard node.covers(key) else { return PriceBook.none }
            reference = children[Int(reference) * 16 + node.digit(key)]
        }
        guard reference != PriceBook.none, levels[Int(~reference)].key == key else { return PriceBook.none }
        return ~reference
    }

    /// Puts a new level into the index and between its neighbours.
    mutating func insert(_ level: Int32, in queue: Int32) {
        let key = levels[Int(level)].key
        var parent = PriceBook.none
        var reference = queues[Int(queue)].root
        while reference >= 0, nodes[Int(reference)].covers(key) {
            let child = children[Int(reference) * 16 + nodes[Int(reference)].digit(key)]
            parent = reference
            reference = child
            if child == PriceBook.none { break }
        }
        if reference != PriceBook.none {
            let other =
                reference >= 0
                ? nodes[Int(reference)].prefix << UInt64(nodes[Int(reference)].shift + 4) : levels[Int(~reference)].key
            let branch = newNode(between: key, and: other, holding: reference)
            setChild(of: parent, for: key, queue, to: branch)
            parent = branch
        }
        setChild(of: parent, for: key, queue, to: ~level)
        if parent != PriceBook.none { linkBesides(level, key, parent) }
    }

    /// Takes a level's key out of the index.
    mutating func removeFromIndex(_ key: UInt64, in queue: Int32) {
        var grandparent = PriceBook.none
        var parent = PriceBook.none
        var reference = queues[Int(queue)].root
        while reference >= 0 {
            (grandparent, parent) = (parent, reference)
            reference = children[Int(reference) * 16 + nodes[Int(reference)].digit(key)]
        }
        guard parent != PriceBook.none else { return queues[Int(queue)].root = PriceBook.none }
        let digit = nodes[Int(parent)].digit(key)
        children[Int(parent) * 16 + digit] = PriceBook.none
        nodes[Int(parent)].occupied &= ~(1 << UInt16(digit))
        let left = nodes[Int(parent)].occupied
        guard left & (left - 1) == 0 else { return }
        let only = Int(parent) * 16 + left.trailingZeroBitCount
        setChild(of: grandparent, for: key, queue, to: children[only])
        children[only] = PriceBook.none
        nodes[Int(parent)].prefix = UInt64(bitPattern: Int64(freeNode))
        freeNode = parent
    }

    private mutating func setChild(of parent: Int32, for key: UInt64, _ queue: Int32, to reference: Int32) {
        guard parent != PriceBook.none else { return queues[Int(queue)].root = reference }
        let digit = nodes[Int(parent)].digit(key)
        children[Int(parent) * 16 + digit] = reference
        nodes[Int(parent)].occupied |= 1 << UInt16(digit)
    }

    /// A node where `key` and `other` first differ, with what was there for `other` below it.
    private mutating func newNode(between key: UInt64, and other: UInt64, holding reference: Int32) -> Int32 {
        let shift = UInt8(63 - (key ^ other).leadingZeroBitCount) / 4 * 4
        var node = IndexNode(prefix: key >> UInt64(shift + 4), shift: shift, occupied: 0)
        let digit = node.digit(other)
        node.occupied = 1 << UInt16(digit)
        let number = freeNode
        guard number != PriceBook.none else {
            nodes.append(node)
            children.append(contentsOf: repeatElement(PriceBook.none, count: 16))
            children[children.count - 16 + digit] = reference
            return Int32(nodes.count - 1)
        }
        freeNode = Int32(truncatingIfNeeded: Int64(bitPattern: nodes[Int(number)].prefix))
        nodes[Int(number)] = node
        children[Int(number) * 16 + digit] = reference
        return number
    }

    /// Links a level between the levels before and after it, found among its siblings below `parent`.
    private mutating func linkBesides(_ level: Int32, _ key: UInt64, _ parent: Int32) {
        let node = nodes[Int(parent)]
        let digit = node.digit(key)
        let above = node.occupied & ~(UInt16(truncatingIfNeeded: (UInt32(2) << UInt32(digit)) - 1))
        if above != 0 {
            let worse = leastLevel(below: children[Int(parent) * 16 + above.trailingZeroBitCount])
            link(level, better: levels[Int(worse)].better, worse: worse)
        } else {
            let below = node.occupied & UInt16(truncatingIfNeeded: (UInt32(1) << UInt32(digit)) - 1)
            let better = greatestLevel(below: children[Int(parent) * 16 + 15 - below.leadingZeroBitCount])
            link(level, better: better, worse: levels[Int(better)].worse)
        }
    }

    private func leastLevel(below start: Int32) -> Int32 {
        var reference = start
        while reference >= 0 {
            reference = children[Int(reference) * 16 + nodes[Int(reference)].occupied.trailingZeroBitCount]
        }
        return ~reference
    }

    private func greatestLevel(below start: Int32) -> Int32 {
        var reference = start
        while reference >= 0 {
            reference = children[Int(reference) * 16 + 15 - nodes[Int(reference)].occupied.leadingZeroBitCount]
        }
        return ~reference
    }

    private mutating func link(_ level: Int32, better: Int32, worse: Int32) {
        levels[Int(level)].better = better
        levels[Int(level)].worse = worse
        if better != PriceBook.none { levels[Int(better)].worse = level }
        if worse != PriceBook.none { levels[Int(worse)].better = level }
    }
}
