import Domain
import Records
import TransparencyLog

@testable import suanli_verify

/// An export in memory, whose parts a test may spoil.
struct TestExport {
    var manifest: [UInt8]
    var checkpoint: [UInt8]
    /// The entries of `records.bin`, each with its length.
    var entries: [[UInt8]]
    /// The hashes of `leaves.bin`.
    var leaves: [[UInt8]]

    static let origin = "exchange.example/log"
    static let key = signingKey(1)
    static let otherKey = signingKey(2)

    init(_ records: [Record], key: SigningKey = TestExport.key) {
        (entries, leaves) = ([], [])
        for record in records {
            let exported = TestExport.entry(record)
            entries.append(exported.records)
            leaves.append(exported.leaves)
        }
        manifest = ExportManifest(origin: TestExport.origin).bytes
        checkpoint = []
        checkpoint = signed(by: key)
    }

    /// An entry and its leaf hash, made as the exchange makes them.
    static func entry(_ record: Record) -> (records: [UInt8], leaves: [UInt8]) {
        let nonce = (0..<32).map { UInt8(truncatingIfNeeded: record.header.sequence &* 31 &+ $0) }
        var writer = ExportWriter()
        writer.append(ExportEntry(record: record, nonce: nonce, leaf: leaf(record, nonce)))
        return writer.drain()
    }

    private static func leaf(_ record: Record, _ nonce: [UInt8]) -> [UInt8] {
        do {
            let parts = PartsTree(nonce: try PartsNonce(nonce), parts: record.parts)
            return Digest.leaf(of: record.header.canonicalBytes + parts.root.bytes).bytes
        } catch { preconditionFailure("a nonce is 32 bytes") }
    }

    private static func signingKey(_ number: UInt8) -> SigningKey {
        do {
            return try SigningKey(
                name: try KeyName(origin), seed: [UInt8](repeating: number, count: Digest.byteCount))
        } catch { preconditionFailure("a seed is 32 bytes") }
    }

    /// The checkpoint over the first `size` leaves as they are now.
    func signed(by key: SigningKey = TestExport.key, size: Int? = nil) -> [UInt8] {
        do {
            let covered = try leaves.prefix(size ?? leaves.count).map { try Digest($0) }
            let head = try Checkpoint(
                origin: TestExport.origin, size: UInt64(covered.count), root: .root(of: covered))
            return head.note(signedBy: [key]).bytes
        } catch { preconditionFailure("a test's head is one") }
    }

    var recordBytes: [UInt8] { entries.flatMap { $0 } }
    var leafBytes: [UInt8] { leaves.flatMap { $0 } }

    func verify(
        records: [UInt8]? = nil, leaves: [UInt8]? = nil, key: SigningKey = TestExport.key, earlier: [UInt8]? = nil
    ) throws -> [Finding] {
        let folder = ExportFolder(
            manifest: manifest, checkpoint: checkpoint, records: records ?? recordBytes, leaves: leaves ?? leafBytes)
        return try Verifier(key: key.verifierKey, earlier: earlier).verify(folder).findings
    }
}
