import Foundation

/// A deterministic source of chance for generated histories.
///
/// SplitMix64: G. Steele, D. Lea, C. Flood, "Fast Splittable Pseudorandom Number Generators", 2014.
struct Seed: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var word = state
        word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
        return word ^ (word >> 31)
    }

    mutating func number(_ range: ClosedRange<Int64>) -> Int64 { Int64.random(in: range, using: &self) }
    mutating func chance(_ oneIn: Int64) -> Bool { number(1...oneIn) == 1 }

    /// The seeds of a run: the one in `SUANLI_TEST_SEED`, or fixed ones and a new one; each is printed.
    static func all(_ test: String) -> [UInt64] {
        let given = ProcessInfo.processInfo.environment["SUANLI_TEST_SEED"].flatMap { UInt64($0) }
        let seeds = given.map { [$0] } ?? [1, 2, 3, UInt64.random(in: 0...UInt64.max)]
        print("\(test): SUANLI_TEST_SEED in \(seeds)")
        return seeds
    }
}
