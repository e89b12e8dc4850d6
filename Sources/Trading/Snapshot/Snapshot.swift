import Accounting
import Records
import TransparencyLog

/// The state after a record, as bytes that give it back.
///
/// The body has one form for one content. Sealed, it carries its version, the rules' version and a digest, so that a
/// damaged one is refused.
public struct Snapshot: Hashable, Sendable {
    /// The last record that it covers.
    public let sequence: Int64
    /// `Exchange.stateHash()` after that record.
    public let stateHash: UInt64
    let body: [UInt8]

    /// Raised when the body's form changes.
    static let form: Int64 = 1
    private static let mark = Array("suanli snapshot\n".utf8)
    /// Form, rules, sequence, hash and length, of eight bytes each, behind the mark.
    private static let headerCount = mark.count + 40

    init(sequence: Int64, stateHash: UInt64, body: [UInt8]) {
        self.sequence = sequence
        self.stateHash = stateHash
        self.body = body
    }

    /// The bytes to keep. Complexity: O(state).
    public var sealed: [UInt8] {
        var writer = CanonicalWriter(capacity: Self.headerCount + body.count + Digest.byteCount)
        writer.append(contentsOf: Self.mark)
        writer.write(Self.form, Exchange.decisionVersion, sequence, Int64(bitPattern: stateHash), Int64(body.count))
        writer.append(contentsOf: body)
        writer.append(contentsOf: Digest.sha256(of: writer.bytes).bytes)
        return writer.bytes
    }

    /// Reads what `sealed` made. Errors: `damaged`, `otherForm`, `otherRules`.
    public init(sealed bytes: [UInt8]) throws(SnapshotError) {
        let end = bytes.count - Digest.byteCount
        guard end >= Self.headerCount, bytes.starts(with: Self.mark) else { throw .damaged }
        guard Digest.sha256(of: Array(bytes[..<end])).bytes == Array(bytes[end...]) else { throw .damaged }
        var reader = CanonicalReader(bytes, range: Self.mark.count..<end)
        var header: [Int64] = []
        do throws(CanonicalError) {
            for _ in 0..<5 { header.append(try reader.read()) }
        } catch { throw .damaged }
        guard header[0] == Self.form else { throw .otherForm(header[0]) }
        guard header[1] == Exchange.decisionVersion else { throw .otherRules(header[1]) }
        guard header[4] == Int64(reader.remaining) else { throw .damaged }
        self.init(
            sequence: header[2], stateHash: UInt64(bitPattern: header[3]), body: Array(bytes[reader.offset..<end]))
    }
}

/// Why a snapshot gives no state.
public enum SnapshotError: Error, Hashable, Sendable {
    /// It is not what this program seals, or a byte is wrong.
    case damaged
    /// Its body has the form of another version of this program.
    case otherForm(Int64)
    /// It was made under rules of another version.
    case otherRules(Int64)
    /// The body is not that of a state.
    case malformed(CanonicalError)
    /// The state that it gives has another content hash than it says.
    case otherState
}
