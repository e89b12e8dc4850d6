import Crypto
import Domain

/// A key of the door's own, kept outside the database: what is hashed with it cannot be guessed from the database.
///
/// Losing it means that a natural person can be registered twice, and that a request repeated under an old
/// Idempotency-Key is taken for another one.
public struct DoorSecret: Sendable {
    private let key: SymmetricKey

    /// `bytes` are 32 random bytes or more.
    public init(bytes: [UInt8]) {
        precondition(bytes.count >= 32, "the door's secret has 32 bytes")
        key = SymmetricKey(data: bytes)
    }

    /// Equal for equal identity numbers, and of no other use.
    public func equality(of number: IdentityNumber) -> Commitment {
        Commitment(digest: code("identity number", Array(number.text.utf8)))
    }

    /// Stands for a request's meaning. Keyed, since a body may hold what could be guessed from a plain hash.
    public func fingerprint(of meaning: [UInt8]) -> [UInt8] { code("request", meaning) }

    private func code(_ purpose: String, _ message: [UInt8]) -> [UInt8] {
        var code = HMAC<SHA256>(key: key)
        code.update(data: Array(purpose.utf8) + [0])
        code.update(data: message)
        return Array(code.finalize())
    }
}
