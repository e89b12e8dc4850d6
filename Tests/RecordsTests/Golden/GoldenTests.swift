import Domain
import Records
import Testing

@Suite("Canonical bytes: they never change")
struct GoldenTests {
    private func line(_ record: Record) -> String {
        ([record.header.canonicalBytes] + record.parts).map { bytes in
            bytes.map { byte in
                let digits = String(byte, radix: 16)
                return digits.count == 1 ? "0" + digits : digits
            }.joined()
        }.joined(separator: "\n")
    }

    @Test func oneRecordOfEachKindHasItsBytes() {
        #expect(GoldenRecords.all.map(\.command.kind) == CommandKind.allCases)
        for record in GoldenRecords.all {
            #expect(line(record) == GoldenBytes.texts["\(record.command.kind)"], "\(record.command.kind)")
        }
    }

    @Test func everyEventIsAmongThem() {
        let kinds = Set(GoldenRecords.all.flatMap(\.events).map(\.kind))
        #expect(kinds == Set(EventKind.allCases))
    }
}
