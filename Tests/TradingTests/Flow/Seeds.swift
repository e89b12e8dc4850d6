import Foundation

/// Seeds of generated tests: `SUANLI_TEST_SEED` sets the first, `SUANLI_TEST_LONG=1` draws ten times as many.
enum Seeds {
    private static let environment = ProcessInfo.processInfo.environment

    static func drawn(_ test: String, count: UInt64) -> [UInt64] {
        let first = environment["SUANLI_TEST_SEED"].flatMap { UInt64($0) } ?? 20_261_125
        let number = environment["SUANLI_TEST_LONG"] == "1" ? 10 * count : count
        print("\(test): \(number) from seed \(first)")
        return (0..<number).map { first &+ $0 }
    }
}
