import Domain

/// Orders at rest: queues of price levels, and in each level its orders by place.
///
/// The one container of the market: a queue holds the offers of a class by one provider (cheapest
/// first), the demands of a class (dearest first), or one side of a plain book. Queues, levels and
/// orders are dense numbers of rows; an order's number is its owner's choice, so no order is ever
/// looked up. It knows no limits, windows or parties.
///
/// - Complexity: best price, next order of a price and a change of quantity O(1); rest, cancel and the next price at
///   most 16 steps (the digits of a key in base 16), however many orders and levels there are. Nothing is allocated
///   but where more rows are needed than ever before.
struct PriceBook: ~Copyable {
    /// An order at rest, or a number not in use (`level` is `none`). 32 bytes, so half a cache line.
    struct Entry {
        var quantity: Int64
        /// The place: of the record, and within it.
        var sequence: Int64
        var position: Int32
        var previous: Int32
        var next: Int32
        var level: Int32

        @inline(__always)
        func stands(behind other: Entry) -> Bool {
            sequence != other.sequence ? sequence > other.sequence : position > other.position
        }
    }

    /// The orders of one queue at one price.
    struct Level {
        /// Ascending in priority: the price, or its complement where the dearest goes first.
        var key: UInt64
        /// `none` where the number is not in use.
        var queue: Int32
        var head: Int32
        var tail: Int32
        /// The node of the index that branches to it, or `none`; the next unused level where it is not in use.
        var parent: Int32
    }

    struct Queue {
        /// Where the levels are found by key: a reference of the index.
        var root: Int32
        /// The level with the least key.
        var best: Int32
        /// The dearest goes first.
        var descending: Bool
    }

    static let none: Int32 = Int32.min

    var entries = Rows<Entry>()
    var levels = Rows<Level>()
    var queues = Rows<Queue>()
    /// The best price of each queue; of an empty one a price that nothing crosses.
    var bestPrices = Rows<Int64>()
    var nodes = Rows<IndexNode>()
    /// 16 references a node, by the digit of the key.
    var children = Rows<Int32>()
    /// The latest place that an order has rested at: what comes later stands last at any price.
    var latest: (sequence: Int64, position: Int32) = (Int64.min, Int32.min)
    var freeLevel: Int32 = PriceBook.none
    var freeNode: Int32 = PriceBook.none

    /// A new empty queue; they are numbered from 0.
    mutating func addQueue(descending: Bool) -> Int32 {
        _ = bestPrices.append(PriceBook.priceOfNothing(descending: descending))
        return queues.append(Queue(root: PriceBook.none, best: PriceBook.none, descending: descending))
    }

    /// Makes the numbers below `count` usable.
    mutating func reserve(entries count: Int) {
        let unused = Entry(
            quantity: 0, sequence: 0, position: 0, previous: PriceBook.none, next: PriceBook.none, level: PriceBook.none
        )
        entries.extend(to: count, with: unused)
    }

    @inline(__always)
    func isResting(_ entry: Int32) -> Bool {
        precondition(entries.contains(Int(entry)), "the number is usable")
        return entries[entry].level != PriceBook.none
    }

    @inline(__always)
    func isEmpty(queue: Int32) -> Bool { queues[queue].best == PriceBook.none }

    @inline(__always)
    func price(ofLevel level: Int32) -> Int64 {
        let row = levels[level]
        return PriceBook.price(of: row.key, descending: queues[row.queue].descending)
    }

    /// The price of an order at rest.
    func price(of entry: Int32) -> Int64 { price(ofLevel: entries[entry].level) }

    /// The queue of an order at rest.
    func queue(of entry: Int32) -> Int32 { levels[entries[entry].level].queue }

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
