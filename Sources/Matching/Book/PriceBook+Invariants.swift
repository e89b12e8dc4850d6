import Domain

extension PriceBook {
    /// What does not hold and should, one sentence each; empty where all is well.
    ///
    /// It ends on a damaged book too: what links are wrong is told, and they are not followed further.
    ///
    /// - Complexity: O(numbers of orders, levels and nodes). For tests.
    func violations() -> [String] {
        var check = PriceBookCheck()
        for queue in 0..<Int32(queues.count) { check.queue(queue, self) }
        check.totals(self)
        return check.found
    }
}

/// One pass over a book, and what it found.
private struct PriceBookCheck {
    private(set) var found: [String] = []
    private var orders = 0
    private var levels = 0
    private var nodes = 0

    mutating func queue(_ queue: Int32, _ book: borrowing PriceBook) {
        let row = book.queues[queue]
        var inOrder: [Int32] = []
        let before = found.count
        reference(row.root, parent: PriceBook.none, above: 64, prefix: 0, queue, book, &inOrder)
        guard found.count == before else { return }
        if row.best != inOrder.first ?? PriceBook.none { found.append("the best level has the least key") }
        let best =
            row.best == PriceBook.none
            ? PriceBook.priceOfNothing(descending: row.descending) : book.price(ofLevel: row.best)
        if book.bestPrices[queue] != best { found.append("the best price is that of the best level") }
        for (number, level) in inOrder.enumerated() {
            let next = number + 1 < inOrder.count ? inOrder[number + 1] : PriceBook.none
            if book.level(after: level) != next { found.append("levels follow each other by key") }
            if next != PriceBook.none, book.levels[level].key >= book.levels[next].key {
                found.append("levels stand in strict order of price")
            }
            if book.find(book.levels[level].key, in: queue).reference != ~level {
                found.append("the index finds every level")
            }
            self.level(level, queue, book)
        }
    }

    /// A node or a level below a node: `prefix` has the digits that led here, `above` the shift of the last one.
    private mutating func reference(
        _ reference: Int32, parent: Int32, above: Int, prefix: UInt64, _ queue: Int32, _ book: borrowing PriceBook,
        _ inOrder: inout [Int32]
    ) {
        guard reference != PriceBook.none else { return }
        guard reference >= 0 else {
            levels += 1
            inOrder.append(~reference)
            let row = book.levels[~reference]
            if row.parent != parent { found.append("a level knows the node above it") }
            if row.key.digits(from: above) != prefix { found.append("a level stands where its key leads") }
            return
        }
        nodes += 1
        let number = PriceBook.node(of: reference)
        let row = book.nodes[number]
        if row.parent != parent { found.append("a node knows the node above it") }
        if reference != PriceBook.reference(node: number, shift: row.shift) {
            found.append("a reference has the digit of its node")
        }
        guard Int(row.shift) < above, row.shift % 4 == 0 else { return found.append("digits descend") }
        if row.occupied.nonzeroBitCount < 2 { found.append("a node has two children or more") }
        if row.key.digits(from: above) != prefix { found.append("a node stands where its key leads") }
        let common = row.key.digits(from: Int(row.shift) + 4)
        for digit in 0..<16 {
            let child = book.children[Int(number) * 16 + digit]
            if (child != PriceBook.none) != (row.occupied >> digit & 1 == 1) {
                found.append("the occupied digits are those with a child")
            }
            self.reference(
                child, parent: number, above: Int(row.shift), prefix: common << 4 | UInt64(digit), queue, book, &inOrder
            )
        }
    }

    private mutating func level(_ level: Int32, _ queue: Int32, _ book: borrowing PriceBook) {
        let row = book.levels[level]
        if row.queue != queue { found.append("a level belongs to the queue that leads to it") }
        var previous = PriceBook.none
        var entry = row.head
        while entry != PriceBook.none {
            let order = book.entries[entry]
            orders += 1
            if order.level != level { found.append("an order knows its level") }
            guard order.previous == previous else { return found.append("neighbouring orders link each other") }
            if order.quantity <= 0 { found.append("an order at rest has a quantity") }
            if previous != PriceBook.none, book.entries[previous].stands(behind: order) {
                found.append("orders of one price stand in order of place")
            }
            (previous, entry) = (entry, order.next)
        }
        if previous == PriceBook.none { found.append("no level is empty") }
        if row.tail != previous { found.append("a level's tail is its last order") }
    }

    /// Nothing is in use that no queue leads to, and nothing is lost.
    mutating func totals(_ book: borrowing PriceBook) {
        guard found.isEmpty else { return }
        var resting = 0
        for entry in 0..<Int32(book.entries.count) where book.isResting(entry) { resting += 1 }
        if resting != orders { found.append("every order at rest stands in a queue") }
        var (unused, level) = (0, book.freeLevel)
        while level != PriceBook.none, unused < book.levels.count {
            if book.levels[level].queue != PriceBook.none { found.append("an unused level has no queue") }
            (unused, level) = (unused + 1, book.levels[level].parent)
        }
        if levels + unused != book.levels.count { found.append("every level is in use or unused") }
        var (idle, node) = (0, book.freeNode)
        while node != PriceBook.none, idle < book.nodes.count {
            for digit in 0..<16 where book.children[Int(node) * 16 + digit] != PriceBook.none {
                found.append("an unused node has no children")
            }
            (idle, node) = (idle + 1, book.nodes[node].parent)
        }
        if nodes + idle != book.nodes.count { found.append("every node is in use or unused") }
    }
}

extension UInt64 {
    /// The digits from a shift on.
    fileprivate func digits(from shift: Int) -> UInt64 { shift >= 64 ? 0 : self >> UInt64(shift) }
}
