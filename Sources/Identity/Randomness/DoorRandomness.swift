import Crypto
import Domain

/// What random bytes are drawn for.
public enum DrawPurpose: Hashable, Sendable {
    /// The nonce of a record.
    case nonce
    /// The salt of a request's text, counted from 0.
    case salt(Int)
    case keySecret
}

/// For whom: a request repeated under its key is the same subject.
public enum DrawSubject: Hashable, Sendable {
    case request(organisation: PartyID?, operation: UInt8, key: String)
    case key(KeyID)
}

/// Where the door's chance comes from.
public protocol DoorRandomness: Sendable {
    /// 32 bytes.
    func bytes(_ purpose: DrawPurpose, for subject: DrawSubject) -> [UInt8]
}

/// The system's generator: other bytes at every call.
public struct SystemRandomness: DoorRandomness {
    public init() {}

    public func bytes(_ purpose: DrawPurpose, for subject: DrawSubject) -> [UInt8] {
        var generator = SystemRandomNumberGenerator()
        return (0..<4).flatMap { _ in
            let word = generator.next()
            return stride(from: UInt64(0), to: 64, by: 8).map { UInt8(truncatingIfNeeded: word >> $0) }
        }
    }
}

/// Bytes that follow from a seed, so that a run that was cut off and repeated draws the same. For tests and
/// demonstrations only: who knows the seed knows every nonce and key.
public struct SeededRandomness: DoorRandomness {
    private let key: SymmetricKey

    public init(seed: UInt64) {
        let bytes = stride(from: UInt64(0), to: 64, by: 8).map { UInt8(truncatingIfNeeded: seed >> $0) }
        key = SymmetricKey(data: SHA256.hash(data: bytes))
    }

    public func bytes(_ purpose: DrawPurpose, for subject: DrawSubject) -> [UInt8] {
        Array(HMAC<SHA256>.authenticationCode(for: purpose.encoded + subject.encoded, using: key))
    }
}

extension DrawPurpose {
    fileprivate var encoded: [UInt8] {
        switch self {
        case .nonce: [0, 0]
        case .salt(let position): [1, UInt8(truncatingIfNeeded: position)]
        case .keySecret: [2, 0]
        }
    }
}

extension DrawSubject {
    fileprivate var encoded: [UInt8] {
        switch self {
        case .request(let organisation, let operation, let key):
            [0, operation] + DrawSubject.bytes(organisation?.number ?? 0) + Array(key.utf8)
        case .key(let id): [1] + DrawSubject.bytes(id.number)
        }
    }

    private static func bytes(_ number: Int64) -> [UInt8] {
        stride(from: Int64(56), through: 0, by: -8).map { UInt8(truncatingIfNeeded: number >> $0) }
    }
}
