/// Mixes integers into 64 bits, the same on every machine and in every process.
///
/// For telling states apart, not for security. The mixer is that of SplitMix64 (Steele, Lea, Flood 2014).
struct StateHasher {
    private(set) var value: UInt64 = 0x9E37_79B9_7F4A_7C15

    mutating func mix(_ word: Int64) {
        var mixed = (value ^ UInt64(bitPattern: word)) &+ 0x9E37_79B9_7F4A_7C15
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        value = mixed ^ (mixed >> 31)
    }

    mutating func mix(_ words: [Int64]) {
        mix(Int64(words.count))
        for word in words { mix(word) }
    }

    mutating func mix(_ text: String) { mix(text.utf8.map { Int64($0) }) }
}
