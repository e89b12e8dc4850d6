extension PriceBook {
    /// Puts a new level into the index, where the way of its key ended.
    mutating func insert(_ level: Int32, _ key: UInt64, in queue: Int32, at end: IndexEnd) {
        guard end.parent != PriceBook.none || end.reference != PriceBook.none else {
            return queues[queue].root = ~level
        }
        if end.reference == PriceBook.none {
            let parent = nodes[end.parent]
            let difference = (key ^ parent.key) &>> UInt64(parent.shift)
            guard difference > 15 else { return setChild(of: end.parent, for: key, to: ~level) }
            let above = PriceBook.reference(node: end.parent, shift: parent.shift)
            branch(to: level, key, besides: parent.key, holding: above, below: parent.parent, queue)
        } else {
            branch(
                to: level, key, besides: levels[~end.reference].key, holding: end.reference, below: end.parent, queue)
        }
    }

    /// Takes a level's key out of the index; a node with one child left gives way to that child.
    mutating func removeFromIndex(_ row: Level) {
        let node = row.parent
        guard node != PriceBook.none else { return queues[row.queue].root = PriceBook.none }
        let digit = nodes[node].digit(of: row.key)
        children[Int(node) << 4 | digit] = PriceBook.none
        let left = nodes[node].occupied & ~(UInt16(1) << UInt16(digit))
        nodes[node].occupied = left
        guard left & (left &- 1) == 0 else { return }
        let place = Int(node) << 4 | left.trailingZeroBitCount
        let only = children[place]
        children[place] = PriceBook.none
        replaceChild(of: nodes[node].parent, for: row.key, row.queue, by: only)
        nodes[node].parent = freeNode
        nodes[node].occupied = 0
        freeNode = node
    }

    /// Makes a node where `key` first differs from `other`, with the level and what was there for `other` below it.
    private mutating func branch(
        to level: Int32, _ key: UInt64, besides other: UInt64, holding reference: Int32, below parent: Int32,
        _ queue: Int32
    ) {
        let shift = UInt8(truncatingIfNeeded: 63 - (key ^ other).leadingZeroBitCount) & ~3
        var (held, above) = (reference, parent)
        while above != PriceBook.none, nodes[above].shift < shift {
            held = PriceBook.reference(node: above, shift: nodes[above].shift)
            above = nodes[above].parent
        }
        let node = unusedNode(IndexNode(key: key, parent: above, occupied: 0, shift: shift))
        setChild(of: node, for: other, to: held)
        setChild(of: node, for: key, to: ~level)
        replaceChild(of: above, for: key, queue, by: PriceBook.reference(node: node, shift: shift))
    }

    private mutating func setChild(of node: Int32, for key: UInt64, to reference: Int32) {
        let digit = nodes[node].digit(of: key)
        children[Int(node) << 4 | digit] = reference
        nodes[node].occupied |= UInt16(1) << UInt16(digit)
        setParent(of: reference, to: node)
    }

    /// Puts a reference where another stood, below a node or as the root.
    private mutating func replaceChild(of node: Int32, for key: UInt64, _ queue: Int32, by reference: Int32) {
        if node == PriceBook.none {
            queues[queue].root = reference
        } else {
            children[Int(node) << 4 | nodes[node].digit(of: key)] = reference
        }
        setParent(of: reference, to: node)
    }

    private mutating func setParent(of reference: Int32, to node: Int32) {
        if reference < 0 {
            levels[~reference].parent = node
        } else {
            nodes[PriceBook.node(of: reference)].parent = node
        }
    }

    /// - Precondition: fewer than 2²⁷ nodes, so that a reference has room for the digit.
    private mutating func unusedNode(_ row: IndexNode) -> Int32 {
        let node = freeNode
        guard node != PriceBook.none else {
            precondition(nodes.count < 1 << 27, "a queue has at most 2^27 nodes")
            children.extend(to: children.count + 16, with: PriceBook.none)
            return nodes.append(row)
        }
        freeNode = nodes[node].parent
        nodes[node] = row
        return node
    }
}
