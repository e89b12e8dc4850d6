import Domain

/// Something that happens by the clock alone. The order of the cases is the order within one instant.
enum DueKind: UInt8 {
    /// Before anything that could end a member at the same instant.
    case batchEnd
    /// Before anything that could change what a quote holds.
    case quoteEnd
    case lotExpiry
    case capPeriodEnd
    case demandExpiry
    case windowStart
    case offerEnd
    case offerVerification
    case providerVerification
    case reportDeadline
    case maturity
    case references
    case batchRound
    case hourBegun
    /// After the rounds of the same instant.
    case batchResidual
}

/// A due instant, ordered by instant, kind and identifier.
struct Due: Comparable {
    let at: Stamp
    let kind: DueKind
    let number: Int64

    static func < (left: Due, right: Due) -> Bool {
        (left.at.microseconds, left.kind.rawValue, left.number)
            < (right.at.microseconds, right.kind.rawValue, right.number)
    }
}

/// What falls due, the earliest first: a binary heap.
///
/// An entry whose subject has ended meanwhile is left in and found to be void when its instant comes;
/// `Exchange` drops those without a record.
struct DueQueue {
    private var heap: [Due] = []

    init() {}

    /// What is in order is a heap.
    init(sorted: [Due]) { heap = sorted }

    var first: Due? { heap.first }

    /// In the order in which it falls due. Complexity: O(n log n).
    var sorted: [Due] { heap.sorted() }

    /// - Complexity: O(log n).
    mutating func insert(_ due: Due) {
        heap.append(due)
        var child = heap.count - 1
        while child > 0, heap[child] < heap[(child - 1) / 2] {
            heap.swapAt(child, (child - 1) / 2)
            child = (child - 1) / 2
        }
    }

    /// - Complexity: O(log n).
    mutating func removeFirst() {
        heap.swapAt(0, heap.count - 1)
        heap.removeLast()
        var parent = 0
        while true {
            let left = 2 * parent + 1
            guard left < heap.count else { return }
            let child = left + 1 < heap.count && heap[left + 1] < heap[left] ? left + 1 : left
            guard heap[child] < heap[parent] else { return }
            heap.swapAt(parent, child)
            parent = child
        }
    }
}
