import Domain
import Records
import Testing
import TransparencyLog

@testable import suanli_verify

@Suite("Verifier: tampered records are named")
struct TamperedRecordTests {
    private let export = TestExport(History.short.records)

    /// The one record that findings name, where they name one.
    private func named(_ findings: [Finding]) -> Int64? {
        guard findings.count == 1 else { return nil }
        return switch findings[0] {
        case .altered(let record), .unreadable(let record, _), .cutOff(let record): record
        default: nil
        }
    }

    @Test(arguments: [0x01, 0x80, 0xFF] as [UInt8])
    func everyByteOfEveryRecord(change: UInt8) throws {
        let whole = export.recordBytes
        var start = 0
        for (index, entry) in export.entries.enumerated() {
            for offset in start..<start + entry.count {
                var damaged = whole
                damaged[offset] ^= change
                let findings = try export.verify(records: damaged)
                #expect(named(findings) == Int64(index) + 1, "byte \(offset) ^ \(change): \(findings)")
            }
            start += entry.count
        }
    }

    @Test func everyTruncation() throws {
        let whole = export.recordBytes
        let count = Int64(export.entries.count)
        var (start, record) = (0, 0)
        for length in 0..<whole.count {
            if length == start + export.entries[record].count { (start, record) = (length, record + 1) }
            let findings = try export.verify(records: Array(whole[..<length]))
            let first = Int64(record) + 1
            #expect(findings == (length == start ? [.missing(first...count)] : [.cutOff(first)]), "cut to \(length)")
        }
    }

    @Test func everyRecordDropped() throws {
        for index in export.entries.indices {
            var damaged = export
            damaged.entries.remove(at: index)
            #expect(try damaged.verify(leaves: export.leafBytes) == [.missing(Int64(index + 1)...Int64(index + 1))])
        }
    }

    @Test func aRunDropped() throws {
        var damaged = export
        damaged.entries.removeSubrange(2..<5)
        #expect(try damaged.verify() == [.missing(3...5)])
    }

    @Test func everyPairSwapped() throws {
        for one in export.entries.indices {
            for other in export.entries.indices where one < other {
                var damaged = export
                damaged.entries.swapAt(one, other)
                #expect(try damaged.verify() == [.moved(Int64(other) + 1), .moved(Int64(one) + 1)])
            }
        }
    }

    @Test func everyRecordRepeated() throws {
        for index in export.entries.indices.dropLast() {
            var damaged = export
            damaged.entries.insert(damaged.entries[index], at: index + 1)
            #expect(try damaged.verify() == [.repeated(Int64(index) + 1)])
        }
        var damaged = export
        damaged.entries.append(damaged.entries[0])
        #expect(try !damaged.verify().isEmpty)
    }

    @Test func aForgedRecordInserted() throws {
        for place in export.entries.indices {
            var forged = History.short.records[place]
            forged = Record(
                header: forged.header, command: forged.command,
                events: forged.events + [.partyAdmitted(PartyID(66))], transfers: forged.transfers)
            var damaged = export
            damaged.entries.insert(TestExport.entry(forged).records, at: place)
            #expect(try damaged.verify() == [.inserted(place: Int64(place) + 1, claiming: Int64(place) + 1)])
        }
    }

    @Test func severalAtOnce() throws {
        var damaged = export
        damaged.entries[1][damaged.entries[1].count - 1] ^= 1
        damaged.entries[6][damaged.entries[6].count - 1] ^= 1
        damaged.entries.remove(at: 3)
        let findings = try damaged.verify()
        #expect(findings.contains { if case .unreadable(2, _) = $0 { true } else { false } })
    }
}
