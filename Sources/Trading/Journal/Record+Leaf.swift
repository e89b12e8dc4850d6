import Records
import TransparencyLog

extension Record {
    /// The leaf hash of docs/log-format.md: the header in the clear, then the root over the salted parts.
    ///
    /// - Parameter buffer: is filled with the record's parts; one serves record after record.
    func leafHash(nonce: Nonce, buffer: inout RecordParts) -> Digest {
        var parts = PartsTree(nonce: nonce.forParts)
        buffer.encode(self)
        buffer.forEachPart { parts.append($0) }
        var bytes = header.canonicalBytes
        parts.root.append(to: &bytes)
        return .leaf(of: bytes)
    }
}

extension Nonce {
    fileprivate var forParts: PartsNonce {
        do throws(PartsNonceError) {
            return try PartsNonce(bytes)
        } catch {
            preconditionFailure("a nonce has 32 bytes")
        }
    }
}
