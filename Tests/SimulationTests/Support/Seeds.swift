import Foundation
import Simulation

/// The seeds of a run: fixed ones, and the one in `SUANLI_TEST_SEED` or a new one; each is printed.
func seeds(_ test: String, fixed: ClosedRange<UInt64>) -> [UInt64] {
    let given = ProcessInfo.processInfo.environment["SUANLI_TEST_SEED"].flatMap { UInt64($0) }
    let seeds = fixed + [given ?? UInt64.random(in: 0...UInt64.max)]
    print("\(test): SUANLI_TEST_SEED in \(seeds)")
    return seeds
}
