import Domain

/// An offer on the frontier of a walk, with what ranks it.
///
/// rank cost = price × (10,000 − rate) + 10,000 × tariff, summed over the hours of the window: the mean over the
/// hours times their number, and the number is the same for all. Both it and price + tariff are over the demand's
/// normaliser for the type: where two differ in it (in SCU alone), they are compared by cross-multiplication.
struct WalkNode: Prioritised {
    /// At most (10¹⁰ + 10¹⁰) × 87,600 × 10⁴ < 2⁶⁴.
    let cost: UInt64
    /// Price + tariff, summed over the hours.
    let gross: Int64
    let place: Place
    let offer: Int32
    /// Four times the normaliser, and the kind.
    private let tag: UInt32

    enum Kind: UInt32 {
        /// Cost and gross are lower bounds, from the least price of a week.
        case bound
        /// Of what stands behind the offer in its book: lower bounds likewise.
        case behind
        case exact
    }

    @inline(__always)
    var kind: Kind { Kind(rawValue: tag & 3).unsafelyUnwrapped }
    @inline(__always)
    private var isExact: Bool { tag & 3 == Kind.exact.rawValue }

    /// - Parameters:
    ///   - askSum: over the hours of the window, at most 10¹⁰ × 87,600.
    ///   - normaliser: 1 in units, milli-SCU a unit in SCU: 1 ... 10⁹.
    @inline(__always)
    init(
        askSum: Int64, tariff: Int64, hours: Int64, subsidy rate: Int64, normaliser: Int64, place: Place,
        offer: Int32, kind: Kind
    ) {
        let transfer = tariff * hours
        cost = UInt64(askSum) * UInt64(10_000 - rate) + UInt64(transfer) * 10_000
        gross = askSum + transfer
        self.place = place
        self.offer = offer
        tag = UInt32(normaliser) << 2 | kind.rawValue
    }

    /// The order of offers for a demand. A bound goes before what it ties with, since it may turn out to be equal.
    @inline(__always)
    func precedes(_ other: WalkNode) -> Bool {
        if (tag ^ other.tag) >> 2 == 0 {
            if cost != other.cost { return cost < other.cost }
            if gross != other.gross { return gross < other.gross }
        } else {
            let costs = (UInt128(cost) * UInt128(other.tag >> 2), UInt128(other.cost) * UInt128(tag >> 2))
            if costs.0 != costs.1 { return costs.0 < costs.1 }
            let sums = (Int128(gross) * Int128(other.tag >> 2), Int128(other.gross) * Int128(tag >> 2))
            if sums.0 != sums.1 { return sums.0 < sums.1 }
        }
        if isExact != other.isExact { return !isExact }
        return place < other.place
    }
}

/// The frontier of a walk: a binary heap.
struct WalkFrontier<Node: Prioritised> {
    private var nodes: ContiguousArray<Node> = []

    var first: Node? { nodes.first }

    /// Adds without order; `order` comes before the first `popFirst`.
    @inline(__always)
    mutating func append(_ node: Node) { nodes.append(node) }

    mutating func reserve(_ count: Int) { nodes.reserveCapacity(count) }

    /// - Complexity: O(n).
    mutating func order() { nodes.withUnsafeMutableBufferPointer { $0.baseAddress?.makeHeap(count: $0.count) } }

    mutating func insert(_ node: Node) {
        nodes.append(node)
        nodes.withUnsafeMutableBufferPointer { $0.baseAddress?.siftUp(count: $0.count) }
    }

    /// Puts another node, or none, in place of each.
    ///
    /// - Complexity: O(n) beside what `replacement` takes.
    mutating func replaceAll(_ replacement: (Node) -> Node?) {
        var kept = 0
        for position in nodes.indices {
            guard let node = replacement(nodes[position]) else { continue }
            nodes[kept] = node
            kept += 1
        }
        nodes.removeLast(nodes.count - kept)
        order()
    }

    mutating func popFirst() -> Node? {
        guard let first = nodes.first else { return nil }
        nodes.withUnsafeMutableBufferPointer { $0.baseAddress?.removeFirst(count: $0.count) }
        nodes.removeLast()
        return first
    }
}
