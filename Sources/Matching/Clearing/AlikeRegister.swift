/// Finds demands with equal arcs. Fingerprints only say where to look; equality is checked, and groups are numbered by
/// their first demand, so no result depends on the mixing.
struct AlikeRegister {
    /// The first demand of each group by fingerprint, with linear probing; -1 where there is none.
    private var slots: [Int32]
    /// For the first demand of a group: its number among `members`, or -1 while it is alone.
    private var numbers: [Int32]
    private(set) var groups: [[Int32]] = []

    init(demands: Int) {
        slots = Array(repeating: -1, count: 1 << (Int.bitWidth - (2 * demands + 1).leadingZeroBitCount))
        numbers = Array(repeating: -1, count: demands)
    }

    /// - Parameter demand: greater than those added before.
    mutating func add(_ demand: Int32, _ auction: borrowing Auction) {
        var slot = Int(truncatingIfNeeded: Self.fingerprint(of: demand, auction)) & (slots.count - 1)
        while slots[slot] >= 0 {
            if Self.areAlike(slots[slot], demand, auction) { return join(slots[slot], demand) }
            slot = (slot + 1) & (slots.count - 1)
        }
        slots[slot] = demand
    }

    private mutating func join(_ first: Int32, _ demand: Int32) {
        if numbers[Int(first)] < 0 {
            numbers[Int(first)] = Int32(groups.count)
            groups.append([first])
        }
        groups[Int(numbers[Int(first)])].append(demand)
    }

    private static func fingerprint(of demand: Int32, _ auction: borrowing Auction) -> UInt64 {
        let arcs = auction.arcs.start
        var mixed: UInt64 = 0x9E37_79B9_7F4A_7C15
        for arc in Int(auction.arcStarts[demand])..<Int(auction.arcStarts[demand + 1]) {
            let word = UInt64(bitPattern: arcs[arc].surplus) &+ UInt64(UInt32(bitPattern: arcs[arc].offer)) << 40
            mixed = (mixed ^ word) &* 0xBF58_476D_1CE4_E5B9
            mixed ^= mixed >> 29
        }
        return mixed
    }

    private static func areAlike(_ one: Int32, _ other: Int32, _ auction: borrowing Auction) -> Bool {
        let (first, second) = (Int(auction.arcStarts[one]), Int(auction.arcStarts[other]))
        let count = Int(auction.arcStarts[one + 1]) - first
        guard Int(auction.arcStarts[other + 1]) - second == count else { return false }
        let arcs = auction.arcs.start
        return (0..<count).allSatisfy {
            arcs[first + $0].offer == arcs[second + $0].offer && arcs[first + $0].surplus == arcs[second + $0].surplus
        }
    }
}
