/// The secret from which the salts of one record's parts are derived. Whoever has it can guess at parts not shown to
/// it; whoever has the salt of one part learns nothing of the others.
public struct PartsNonce: Hashable, Sendable {
    /// 16 to 64 bytes, drawn at random once for each record.
    public let bytes: [UInt8]

    /// Throws `PartsNonceError.byteCount` unless there are 16 to 64 bytes.
    public init(_ bytes: [UInt8]) throws(PartsNonceError) {
        guard (16...64).contains(bytes.count) else { throw .byteCount(bytes.count) }
        self.bytes = bytes
    }

    /// The salt of a part: HMAC-SHA256 with the nonce as key over the part's index as eight bytes, big-endian.
    public func salt(ofPart index: Int) -> Digest {
        PartSalts(self).salt(ofPart: index)
    }
}

/// Why bytes are no nonce.
public enum PartsNonceError: Error, Hashable, Sendable {
    /// There are not 16 to 64 of them; carries how many there are.
    case byteCount(Int)
}

extension PartsNonce: CustomStringConvertible, CustomReflectable {
    /// Never the bytes.
    public var description: String { "PartsNonce(\(bytes.count) bytes)" }
    public var customMirror: Mirror { Mirror(self, children: []) }
}

/// The salts of one nonce, whose key is set up once.
struct PartSalts: Sendable {
    private let keyed: KeyedHash

    init(_ nonce: PartsNonce) {
        keyed = KeyedHash(key: nonce.bytes)
    }

    func salt(ofPart index: Int) -> Digest {
        precondition(index >= 0, "an index is not negative")
        return withUnsafeBytes(of: UInt64(index).bigEndian) { keyed.code(of: $0) }
    }
}
