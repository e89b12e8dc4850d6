import Domain
import Records
import Testing
import TransparencyLog

@testable import suanli_verify

@Suite("Verifier: heads and stored hashes")
struct TamperedHeadTests {
    private let export = TestExport(History.short.records)
    private var count: Int64 { Int64(export.entries.count) }

    @Test func everyStoredHashAltered() throws {
        let whole = export.leafBytes
        for offset in whole.indices {
            var damaged = whole
            damaged[offset] ^= 0x10
            #expect(try export.verify(leaves: damaged) == [.leafAltered(Int64(offset / 32) + 1)])
        }
    }

    @Test func storedHashesMissingOrSurplus() throws {
        #expect(try export.verify(leaves: Array(export.leafBytes.dropLast())) == [.leavesMissing(count...count)])
        #expect(try export.verify(leaves: []) == [.leavesMissing(1...count)])
        let surplus = export.leafBytes + export.leaves[0]
        #expect(try export.verify(leaves: surplus) == [.leavesBeyondHead(count + 1...count + 1)])
    }

    @Test func everyByteOfTheCheckpoint() throws {
        for offset in export.checkpoint.indices {
            var damaged = export
            damaged.checkpoint[offset] ^= 1
            let findings = try damaged.verify()
            guard case .checkpointRefused = findings.first else {
                Issue.record("byte \(offset): \(findings)")
                continue
            }
        }
    }

    @Test func everyByteOfTheManifest() throws {
        for offset in export.manifest.indices {
            var damaged = export
            damaged.manifest[offset] ^= 1
            #expect(try !damaged.verify().isEmpty)
        }
    }

    @Test func anotherKey() throws {
        #expect(try export.verify(key: TestExport.otherKey) == [.checkpointRefused(.note(.noKnownSignature))])
        let forged = TestExport(History.short.records, key: TestExport.otherKey)
        #expect(try forged.verify() == [.checkpointRefused(.note(.noKnownSignature))])
    }

    /// The forger recomputes the stored hashes too: then only that the log is another one can be told.
    @Test func recordsAndHashesReplaced() throws {
        var forged = TestExport(History.random(seed: 1, count: 10).records)
        forged.checkpoint = export.checkpoint
        #expect(try forged.verify() == [.notTheSignedLog(agree: true)])
    }

    @Test func recordsAndHashesDropped() throws {
        var damaged = export
        damaged.entries.remove(at: 4)
        damaged.leaves.remove(at: 4)
        #expect(
            try damaged.verify() == [.notTheSignedLog(agree: true), .sequenceGap(expected: 5, found: 6)])
        damaged = export
        damaged.entries.removeLast(2)
        damaged.leaves.removeLast(2)
        #expect(try !damaged.verify().isEmpty)
    }

    @Test func recordsAndHashesAlteredDifferently() throws {
        var damaged = export
        damaged.entries[2][damaged.entries[2].count - 1] ^= 1
        damaged.leaves[7][0] ^= 1
        let findings = try damaged.verify()
        #expect(findings.contains { if case .unreadable(3, _) = $0 { true } else { false } })
        #expect(findings.contains(.notTheSignedLog(agree: false)))
    }

    @Test func recordsAfterTheHead() throws {
        var longer = export
        longer.checkpoint = export.signed(size: 6)
        #expect(try longer.verify() == [.beyondHead(7...count), .leavesBeyondHead(7...count)])
    }

    @Test func anEarlierHeadThatIsNotContinued() throws {
        var history = History()
        history.deposit(77, to: 1)
        history.append(.tick)
        let other = TestExport(history.records)
        #expect(try export.verify(earlier: other.checkpoint) == [.earlierHeadDiffers(size: 2)])
        #expect(try other.verify(earlier: export.checkpoint) == [.earlierHeadLarger(size: UInt64(count))])
        #expect(
            try export.verify(earlier: export.signed(by: TestExport.otherKey, size: 3))
                == [.earlierCheckpointRefused(.note(.noKnownSignature))])
    }
}
