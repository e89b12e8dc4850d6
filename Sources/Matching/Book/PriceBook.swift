import Domain

/// Orders at rest: queues of price levels, and in each level its orders by place.
///
/// The one container of the market: a queue holds the offers of a class by one provider (cheapest
/// first), the demands of a class (dearest first), or one side of a plain book. Queues, levels and
/// orders are dense numbers into arrays; an order's number is its owner's choice, so no order is ever
/// looked up. It knows no limits, windows or parties.
///
/// - Complexity: best price, next order and a change of quantity O(1); rest and cancel at most 16 steps
///   (the digits of a key in base 16), however many orders and levels there are.
struct PriceBook: ~Copyable {
    /// An order at rest, or a number not in use (`level` is `none`).
    struct Entry {
        var previous: Int32
        var next: Int32
        var level: Int32
        var quantity: Int64
        var place: Place
    }

    /// The orders of one queue at one price.
    struct Level {
        /// Ascending in priority: the price, or its complement where the dearest goes first.
        var key: UInt64
        var queue: Int32
        var head: Int32
        var tail: Int32
        /// The neighbours in the queue by key.
        var better: Int32
        var worse: Int32
        var count: Int32
    }

    struct Queue {
        /// Where the levels are found by key: a node, a level as `~level`, or `none`.
        var root: Int32
        var best: Int32
        /// How many orders.
        var count: Int32
        /// The dearest goes first.
        var descending: Bool
    }

    static let none: Int32 = Int32.min

    var entries: ContiguousArray<Entry> = []
    var levels: ContiguousArray<Level> = []
    var queues: ContiguousArray<Queue> = []
    /// The best price of each queue; of an empty one a price that nothing crosses.
    var bestPrices: ContiguousArray<Int64> = []
    var nodes: ContiguousArray<IndexNode> = []
    /// 16 a node: a node, a level as `~level`, or `none`.
    var children: ContiguousArray<Int32> = []
    var freeLevel: Int32 = PriceBook.none
    var freeNode: Int32 = PriceBook.none

    /// A new empty queue; they are numbered from 0.
    mutating func addQueue(descending: Bool) -> Int32 {
        queues.append(Queue(root: PriceBook.none, best: PriceBook.none, count: 0, descending: descending))
        bestPrices.append(PriceBook.priceOfNothing(descending: descending))
        return Int32(queues.count - 1)
    }

    /// Makes the numbers below `count` usable.
    mutating func reserve(entries count: Int) {
        let unused = Entry(
            previous: PriceBook.none, next: PriceBook.none, level: PriceBook.none, quantity: 0,
            place: Place(sequence: 0))
        while entries.count < count { entries.append(unused) }
    }

    @inline(__always)
    func isResting(_ entry: Int32) -> Bool { entries[Int(entry)].level != PriceBook.none }

    @inline(__always)
    func price(ofLevel level: Int32) -> Int64 {
        let row = levels[Int(level)]
        return PriceBook.price(of: row.key, descending: queues[Int(row.queue)].descending)
    }

    /// The price of an order at rest.
    func price(of entry: Int32) -> Int64 { price(ofLevel: entries[Int(entry)].level) }

    /// A price that no order on the other side crosses.
    @inline(__always)
    static func priceOfNothing(descending: Bool) -> Int64 { descending ? Int64.min : Int64.max }

    @inline(__always)
    static func key(of price: Int64, descending: Bool) -> UInt64 {
        descending ? ~UInt64(bitPattern: price) : UInt64(bitPattern: price)
    }

    @inline(__always)
    static func price(of key: UInt64, descending: Bool) -> Int64 {
        Int64(bitPattern: descending ? ~key : key)
    }
}
