/// An arc as one of its sides sees it: what a unit gains, and with whom.
protocol AlikeRow: BitwiseCopyable {
    var surplus: Int64 { get }
    var partner: Int32 { get }
}

extension Auction.Arc: AlikeRow {
    @inline(__always)
    var partner: Int32 { offer }
}

extension ReverseAuction.Column: AlikeRow {
    @inline(__always)
    var partner: Int32 { demand }
}

/// Finds demands, or offers, that gain the same from the same partners.
///
/// Fingerprints only say where to look. Equality is checked and groups are numbered by their first member, so no result
/// depends on the mixing.
struct AlikeRegister<Row: AlikeRow> {
    private let rows: UnsafePointer<Row>
    /// The rows of member `m` are `rows[starts[m]..<starts[m + 1]]`, by ascending partner.
    private let starts: UnsafePointer<Int32>
    /// The first member of each group by fingerprint, with linear probing; -1 where there is none.
    private var slots: [Int32]
    /// For the first member of a group: the group's number, or -1 while it is alone.
    private var numbers: [Int32]
    /// Groups of two or more, each in order of arrival.
    private(set) var groups: [[Int32]] = []

    /// - Complexity: O(rows), but for members that are not alike and have the same fingerprint.
    init(members: Int, rows: UnsafePointer<Row>, starts: UnsafePointer<Int32>) {
        (self.rows, self.starts) = (rows, starts)
        slots = Array(repeating: -1, count: 1 << (Int.bitWidth - (2 * members + 1).leadingZeroBitCount))
        numbers = Array(repeating: -1, count: members)
        for member in 0..<Int32(members) where starts[Int(member)] < starts[Int(member) + 1] { add(member) }
    }

    private mutating func add(_ member: Int32) {
        var slot = Int(truncatingIfNeeded: fingerprint(of: member)) & (slots.count - 1)
        while slots[slot] >= 0 {
            if areAlike(slots[slot], member) { return join(slots[slot], member) }
            slot = (slot + 1) & (slots.count - 1)
        }
        slots[slot] = member
    }

    private mutating func join(_ first: Int32, _ member: Int32) {
        if numbers[Int(first)] < 0 {
            numbers[Int(first)] = Int32(groups.count)
            groups.append([first])
        }
        groups[Int(numbers[Int(first)])].append(member)
    }

    private func rows(of member: Int32) -> UnsafeBufferPointer<Row> {
        let (first, end) = (Int(starts[Int(member)]), Int(starts[Int(member) + 1]))
        return UnsafeBufferPointer(start: rows + first, count: end - first)
    }

    private func fingerprint(of member: Int32) -> UInt64 {
        var mixed: UInt64 = 0x9E37_79B9_7F4A_7C15
        for row in rows(of: member) {
            let word = UInt64(bitPattern: row.surplus) &+ UInt64(UInt32(bitPattern: row.partner)) << 32
            mixed = (mixed ^ word) &* 0xBF58_476D_1CE4_E5B9
            mixed ^= mixed >> 29
        }
        return mixed
    }

    private func areAlike(_ one: Int32, _ other: Int32) -> Bool {
        rows(of: one).elementsEqual(rows(of: other)) { $0.surplus == $1.surplus && $0.partner == $1.partner }
    }
}
