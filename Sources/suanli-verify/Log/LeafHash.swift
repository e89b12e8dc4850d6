import Records
import TransparencyLog

extension RawExportEntry {
    /// The hash of the record's leaf, recomputed: header, then the root over the salted parts.
    ///
    /// Errors: `PartsNonceError`, which the fixed size of a nonce rules out.
    func leafHash() throws(PartsNonceError) -> Digest {
        let tree = PartsTree(nonce: try PartsNonce(nonce), parts: parts)
        return .leaf(of: header + tree.root.bytes)
    }
}
