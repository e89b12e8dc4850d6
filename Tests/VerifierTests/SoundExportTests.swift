import Domain
import Records
import Testing
import TransparencyLog

@testable import suanli_verify

@Suite("Verifier: a sound export")
struct SoundExportTests {
    @Test func holds() throws {
        #expect(try TestExport(History.short.records).verify() == [])
    }

    @Test func holdsWithoutRecords() throws {
        #expect(try TestExport([]).verify() == [])
    }

    @Test(arguments: [3, 4, 5] as [UInt64])
    func generatedHistoriesHold(seed: UInt64) throws {
        let history = History.random(seed: seed, count: 300)
        #expect(try TestExport(history.records).verify() == [], "seed \(seed)")
    }

    @Test func theWriterGivesTheSameBytesHoweverItIsDrained() {
        let records = History.short.records
        let export = TestExport(records)
        var writer = ExportWriter()
        for record in records {
            let nonce = (0..<32).map { UInt8(truncatingIfNeeded: record.header.sequence &* 31 &+ $0) }
            writer.append(
                ExportEntry(
                    record: record, nonce: nonce, leaf: export.leaves[Int(record.header.sequence) - 1]))
        }
        #expect(writer.pending == export.recordBytes.count + export.leafBytes.count)
        let whole = writer.drain()
        #expect(whole.records == export.recordBytes)
        #expect(whole.leaves == export.leafBytes)
        #expect(writer.pending == 0)
    }

    @Test func entriesComeBack() throws {
        for record in History.random(seed: 9, count: 100).records {
            let entry = try RawExportEntry(bytes: Array(TestExport.entry(record).records[4...]))
            #expect(try entry.record() == record)
        }
    }

    @Test func earlierHeadsAreContinued() throws {
        let export = TestExport(History.short.records)
        for size in 0...export.entries.count {
            #expect(try export.verify(earlier: export.signed(size: size)) == [])
        }
    }

    @Test func manifestIsOneLine() {
        let manifest = ExportManifest(origin: "a.example/b c")
        #expect(manifest.bytes == Array("suanli-export/1 a.example/b c\n".utf8))
        #expect(ExportManifest(bytes: manifest.bytes) == manifest)
        for text in ["", "suanli-export/1 \n", "suanli-export/2 a\n", "suanli-export/1 a", "suanli-export/1 a\nb\n"] {
            #expect(ExportManifest(bytes: Array(text.utf8)) == nil)
        }
    }
}
