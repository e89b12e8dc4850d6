import Foundation
import Simulation

extension SeededGenerator {
    /// True in one of `cases` cases.
    mutating func oneIn(_ cases: Int64) -> Bool { below(cases) == 0 }
}

/// The seeds of a run: the one in `SUANLI_TEST_SEED`, or fixed ones and a new one; each is printed.
func seeds(_ test: String) -> [UInt64] {
    let given = ProcessInfo.processInfo.environment["SUANLI_TEST_SEED"].flatMap { UInt64($0) }
    let seeds = given.map { [$0] } ?? [1, 2, 3, UInt64.random(in: 0...UInt64.max)]
    print("\(test): SUANLI_TEST_SEED in \(seeds)")
    return seeds
}
