import Foundation
import Simulation

/// The seeds of a run: the one in `SUANLI_TEST_SEED`, or fixed ones and a new one; each is printed.
func seeds(_ test: String, fixed: ClosedRange<UInt64>) -> [UInt64] {
    let given = ProcessInfo.processInfo.environment["SUANLI_TEST_SEED"].flatMap { UInt64($0) }
    let seeds = given.map { [$0] } ?? Array(fixed) + [UInt64.random(in: 0...UInt64.max)]
    print("\(test): SUANLI_TEST_SEED in \(seeds)")
    return seeds
}
