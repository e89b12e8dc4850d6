import Domain
import Records
import Testing

@Suite("Canonical bytes: no damage goes unseen")
struct DamageTests {
    /// Reads a record from header, body and transfers, and writes it again.
    private func reread(_ header: [UInt8], _ body: [UInt8], _ transfers: [[UInt8]]) throws -> [[UInt8]] {
        var moved: [Transfer] = []
        for transfer in transfers { moved.append(try Transfer(canonicalBytes: transfer)) }
        let record = try Record(
            header: try RecordHeader(canonicalBytes: header), body: body, transfers: moved)
        return [record.header.canonicalBytes, record.body] + record.transfers.map(\.canonicalBytes)
    }

    private func pieces(_ record: Record) -> [[UInt8]] {
        [record.header.canonicalBytes, record.body] + record.transfers.map(\.canonicalBytes)
    }

    /// Damaged bytes either fail to read, or read as a record whose bytes are the damaged ones.
    private func check(_ damaged: [[UInt8]], _ what: @autoclosure () -> String) {
        guard let again = try? reread(damaged[0], damaged[1], Array(damaged[2...])) else { return }
        if again != damaged { Issue.record("\(what()) reads as another value's bytes") }
    }

    @Test(arguments: CommandKind.allCases)
    func everyByteChanged(kind: CommandKind) {
        let whole = pieces(GoldenRecords.record(kind))
        for piece in whole.indices {
            for offset in whole[piece].indices {
                for change in [0x01, 0x80, 0xFF] as [UInt8] {
                    var damaged = whole
                    damaged[piece][offset] ^= change
                    check(damaged, "\(kind): piece \(piece), byte \(offset) ^ \(change)")
                }
            }
        }
    }

    @Test(arguments: CommandKind.allCases)
    func everyTruncation(kind: CommandKind) {
        let whole = pieces(GoldenRecords.record(kind))
        for piece in whole.indices {
            for length in whole[piece].indices {
                var damaged = whole
                damaged[piece].removeLast(whole[piece].count - length)
                check(damaged, "\(kind): piece \(piece) cut to \(length)")
            }
        }
    }

    @Test(arguments: CommandKind.allCases)
    func everySurplusByte(kind: CommandKind) {
        let whole = pieces(GoldenRecords.record(kind))
        for piece in whole.indices {
            for extra in [0x00, 0x01, 0xFF] as [UInt8] {
                var damaged = whole
                damaged[piece].append(extra)
                #expect(throws: CanonicalError.self) { try reread(damaged[0], damaged[1], Array(damaged[2...])) }
            }
        }
    }

    @Test func everyCutOfAPartFails() {
        for record in GoldenRecords.all {
            for length in 0..<record.command.canonicalBytes.count {
                let cut = Array(record.command.canonicalBytes[..<length])
                #expect(throws: CanonicalError.self) { try Command(canonicalBytes: cut) }
            }
        }
    }

    /// Whatever the bytes, reading ends with a value or an error.
    @Test func noiseNeverTraps() {
        var make = Generator(seed: 11)
        for _ in 0..<20_000 {
            var bytes = [1, UInt8(make.index(below: 3)), UInt8(make.index(below: 34))]
            bytes += (0..<make.index(below: 60)).map { _ in make.pick([0, 1, 2, 0xFF, UInt8(make.bits() & 0xFF)]) }
            if let value = try? Command(canonicalBytes: bytes) { #expect(value.canonicalBytes == bytes) }
            if let value = try? Event(canonicalBytes: bytes) { #expect(value.canonicalBytes == bytes) }
            if let value = try? Transfer(canonicalBytes: bytes) { #expect(value.canonicalBytes == bytes) }
        }
    }
}
