/// From a value to its position in an array that holds it: linear probing, at most half full.
///
/// The array keeps the values and the index only their positions.
/// Nothing ever iterates over it, so its order decides nothing.
///
/// - Complexity: look-up and insertion O(1) expected.
struct PositionIndex: Sendable {
    /// The upper half of a hash, and below it the position plus 1; 0 where there is none. So a value that is not the one
    /// sought is hardly ever looked at.
    private var places = ContiguousArray<UInt64>(repeating: 0, count: 16)
    private var count = 0

    private var mask: Int { places.count - 1 }

    /// - Parameter isSought: whether the value at a position is the one.
    @inline(__always)
    func position(word: UInt64, where isSought: (Int) -> Bool) -> Int? {
        let hash = Self.hash(word)
        var place = Int(truncatingIfNeeded: hash >> 32) & mask
        while places[place] != 0 {
            let position = Int(places[place] & 0xFFFF_FFFF) - 1
            if places[place] ^ hash < 1 << 32, isSought(position) { return position }
            place = (place + 1) & mask
        }
        return nil
    }

    /// Takes in the next position, of a value with this word that has none.
    mutating func append(word: UInt64) {
        if count * 2 >= places.count { grow() }
        count += 1
        put(Self.hash(word) & ~0xFFFF_FFFF | UInt64(count))
    }

    private mutating func grow() {
        let old = places
        places = ContiguousArray(repeating: 0, count: old.count * 2)
        for entry in old where entry != 0 { put(entry) }
    }

    private mutating func put(_ entry: UInt64) {
        var place = Int(truncatingIfNeeded: entry >> 32) & mask
        while places[place] != 0 { place = (place + 1) & mask }
        places[place] = entry
    }

    /// Fibonacci hashing, as in `NumberMap`: the upper half is used.
    private static func hash(_ word: UInt64) -> UInt64 { word &* 0x9E37_79B9_7F4A_7C15 }
}
