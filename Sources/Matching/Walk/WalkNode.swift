import Domain

/// An offer on the frontier of a walk, with what ranks it.
///
/// rank cost = price × (10,000 − rate) + 10,000 × tariff, summed over the hours of the window: the mean over the
/// hours times their number, and the number is the same for all. A demand in SCU will cross-multiply by normalisers.
struct WalkNode {
    /// At most (10¹⁰ + 10¹⁰) × 87,600 × 10⁴ < 2⁶⁴.
    let cost: UInt64
    /// Price + tariff, summed over the hours.
    let gross: Int64
    let place: Place
    let offer: Int32
    /// Where it is not, cost and gross are lower bounds, from the least price of a week.
    let isExact: Bool

    /// - Parameter askSum: over the hours of the window, at most 10¹⁰ × 87,600.
    @inline(__always)
    init(
        askSum: Int64, tariff: Int64, hours: Int64, subsidy rate: Int64, place: Place, offer: Int32, isExact: Bool
    ) {
        let transfer = tariff * hours
        cost = UInt64(askSum) * UInt64(10_000 - rate) + UInt64(transfer) * 10_000
        gross = askSum + transfer
        self.place = place
        self.offer = offer
        self.isExact = isExact
    }

    /// The order of offers for a demand. A bound goes before what it ties with, since it may turn out to be equal.
    @inline(__always)
    func precedes(_ other: WalkNode) -> Bool {
        if cost != other.cost { return cost < other.cost }
        if gross != other.gross { return gross < other.gross }
        if isExact != other.isExact { return !isExact }
        return place < other.place
    }
}

/// The frontier of a walk: a binary heap.
struct WalkFrontier {
    private var nodes: ContiguousArray<WalkNode> = []

    /// Adds without order; `order` comes before the first `popFirst`.
    @inline(__always)
    mutating func append(_ node: WalkNode) { nodes.append(node) }

    /// - Complexity: O(n).
    mutating func order() {
        for position in stride(from: nodes.count / 2 - 1, through: 0, by: -1) { sink(position) }
    }

    mutating func insert(_ node: WalkNode) {
        var position = nodes.count
        nodes.append(node)
        while position > 0 {
            let parent = (position - 1) / 2
            guard node.precedes(nodes[parent]) else { break }
            nodes[position] = nodes[parent]
            position = parent
        }
        nodes[position] = node
    }

    /// Puts another node, or none, in place of each.
    ///
    /// - Complexity: O(n) beside what `replacement` takes.
    mutating func replaceAll(_ replacement: (WalkNode) -> WalkNode?) {
        var kept = 0
        for position in nodes.indices {
            guard let node = replacement(nodes[position]) else { continue }
            nodes[kept] = node
            kept += 1
        }
        nodes.removeLast(nodes.count - kept)
        order()
    }

    mutating func popFirst() -> WalkNode? {
        guard let last = nodes.popLast() else { return nil }
        guard let first = nodes.first else { return last }
        nodes[0] = last
        sink(0)
        return first
    }

    private mutating func sink(_ start: Int) {
        let node = nodes[start]
        var position = start
        while true {
            var child = position * 2 + 1
            guard child < nodes.count else { break }
            if child + 1 < nodes.count, nodes[child + 1].precedes(nodes[child]) { child += 1 }
            guard nodes[child].precedes(node) else { break }
            nodes[position] = nodes[child]
            position = child
        }
        nodes[position] = node
    }
}
