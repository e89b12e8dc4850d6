import Foundation
import Simulation

extension SeededGenerator {
    mutating func bytes(_ count: Int) -> [UInt8] {
        (0..<count).map { _ in UInt8.random(in: 0...255, using: &self) }
    }
}

/// Prints a seed under the name of its test and gives the generator that begins with it: a fresh one, or the one in
/// the environment variable `SUANLI_TEST_SEED`.
func seeded(_ test: String = #function) -> SeededGenerator {
    let given = ProcessInfo.processInfo.environment["SUANLI_TEST_SEED"].flatMap { UInt64($0) }
    let seed = given ?? UInt64.random(in: 0...UInt64.max)
    print("\(test): seed \(seed)")
    return SeededGenerator(seed: seed)
}
