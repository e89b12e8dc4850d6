extension PriceBook {
    /// A branch of a queue's index: where the keys below it first differ.
    ///
    /// The index is a trie over the hexadecimal digits of the keys that skips digits in which all keys
    /// below agree, so it has fewer nodes than levels, at most 16 deep. A reference leads to a node (its number and its
    /// digit, in one number that is not negative), to a level (`~level`), or nowhere (`none`).
    struct IndexNode {
        /// A key that has led through here: its digits above this node's are those of all keys below.
        var key: UInt64
        /// The node above, or `none`; the next unused node where this one is not in use.
        var parent: Int32
        /// Bit d is set where there is a child for digit d.
        var occupied: UInt16
        /// The digit that branches here is `(key >> shift) & 15`.
        var shift: UInt8

        @inline(__always)
        func digit(of key: UInt64) -> Int { Int(truncatingIfNeeded: key &>> UInt64(shift)) & 15 }

        /// The children whose digit is greater than that of the key.
        @inline(__always)
        func occupied(above key: UInt64) -> UInt16 {
            occupied & UInt16(truncatingIfNeeded: ~UInt32(1) << UInt32(digit(of: key)))
        }
    }

    /// Where the way of a key through the index ends.
    struct IndexEnd {
        /// A level, perhaps with another key, or `none`.
        let reference: Int32
        /// The last node on the way, or `none`.
        let parent: Int32
    }

    @inline(__always)
    static func reference(node: Int32, shift: UInt8) -> Int32 { node << 4 | Int32(shift >> 2) }

    @inline(__always)
    static func node(of reference: Int32) -> Int32 { reference >> 4 }

    /// The place of a node's child for a key.
    @inline(__always)
    static func child(of reference: Int32, for key: UInt64) -> Int {
        Int(reference >> 4) << 4 | Int(truncatingIfNeeded: key &>> UInt64((reference & 15) << 2)) & 15
    }

    /// Follows a key without looking at the digits that the index skips.
    @inline(__always)
    func find(_ key: UInt64, in queue: Int32) -> IndexEnd {
        var parent = PriceBook.none
        var reference = queues[queue].root
        while reference >= 0 {
            parent = PriceBook.node(of: reference)
            reference = children[PriceBook.child(of: reference, for: key)]
        }
        return IndexEnd(reference: reference, parent: parent)
    }

    /// The level with the next key in the queue, or `none`.
    func level(after level: Int32) -> Int32 {
        let key = levels[level].key
        var node = levels[level].parent
        while node != PriceBook.none {
            let row = nodes[node]
            let above = row.occupied(above: key)
            if above != 0 { return leastLevel(below: children[Int(node) << 4 | above.trailingZeroBitCount]) }
            node = row.parent
        }
        return PriceBook.none
    }

    private func leastLevel(below start: Int32) -> Int32 {
        var reference = start
        while reference >= 0 {
            let node = PriceBook.node(of: reference)
            reference = children[Int(node) << 4 | nodes[node].occupied.trailingZeroBitCount]
        }
        return ~reference
    }
}
