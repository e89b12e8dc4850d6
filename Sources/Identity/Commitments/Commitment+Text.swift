import Crypto
import Domain

extension Commitment {
    /// SHA-256 over a 32-byte salt and the text's UTF-8.
    public init(to text: String, salt: [UInt8]) {
        precondition(salt.count == 32, "a salt has 32 bytes")
        var hash = SHA256()
        hash.update(data: salt)
        hash.update(data: Array(text.utf8))
        self.init(digest: Array(hash.finalize()))
    }

    init(digest: [UInt8]) {
        do throws(Reason) {
            try self.init(bytes: digest)
        } catch {
            preconditionFailure("SHA-256 has 32 bytes")
        }
    }
}
