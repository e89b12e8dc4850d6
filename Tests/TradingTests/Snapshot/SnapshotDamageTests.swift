import Records
import Simulation
import Testing

@testable import Trading

/// A snapshot that is not whole gives no state, and stops nobody.
struct SnapshotDamageTests {
    private static func sample() throws -> Snapshot {
        var exchange = Exchange()
        for entry in SimulatedExchange.journal(seed: 7, sizes: SnapshotTests.sizes) { try exchange.fold(entry) }
        return exchange.snapshot()
    }

    private func error(_ bytes: [UInt8]) -> SnapshotError? {
        do throws(SnapshotError) {
            _ = try Snapshot(sealed: bytes)
            return nil
        } catch { return error }
    }

    @Test func everyChangedByteIsFoundOut() throws {
        let sealed = try Self.sample().sealed
        #expect(error(sealed) == nil)
        var chance = SeededGenerator(seed: GeneratedHistoryTests.firstSeed)
        let places =
            Array(0..<64) + (0..<200).map { _ in Int(chance.below(Int64(sealed.count))) }
            + Array(sealed.count - 33..<sealed.count)
        for place in places {
            var damaged = sealed
            damaged[place] ^= UInt8(truncatingIfNeeded: chance.number(1...255))
            #expect(error(damaged) == .damaged, "byte \(place)")
        }
    }

    @Test func aPartOrMoreOfOneIsFoundOut() throws {
        let sealed = try Self.sample().sealed
        for count in [0, 1, 15, 16, 40, 87, 88, sealed.count / 2, sealed.count - 1] {
            #expect(error(Array(sealed[..<count])) == .damaged, "\(count) bytes")
        }
        #expect(error(sealed + [0]) == .damaged)
        #expect(error(Array("suanli snapshot\n".utf8)) == .damaged)
    }

    /// A body that ends early is refused where it ends, whatever it says of itself.
    @Test func aBodyThatEndsEarlyGivesNoState() throws {
        let whole = try Self.sample()
        var chance = SeededGenerator(seed: GeneratedHistoryTests.firstSeed)
        for _ in 0..<100 {
            let body = Array(whole.body[..<Int(chance.below(Int64(whole.body.count)))])
            #expect(throws: SnapshotError.self) {
                _ = try Exchange(
                    restoring: Snapshot(sequence: whole.sequence, stateHash: whole.stateHash, body: body)
                ).sequence
            }
        }
        #expect(throws: SnapshotError.otherState) {
            _ = try Exchange(
                restoring: Snapshot(sequence: whole.sequence, stateHash: whole.stateHash ^ 1, body: whole.body)
            ).sequence
        }
    }
}
