extension Checkpoint {
    /// The note with the signatures of `keys` in their order. The caller has made sure that the head is durable and
    /// that the log has never signed another one of this size.
    public func note(signedBy keys: [SigningKey]) -> SignedNote {
        keys.reduce(into: SignedNote(text, [])) { $0.sign(with: $1) }
    }

    /// The checkpoint in the note `bytes`, believed if at least one of `keys` signed it and none of them badly, and
    /// its origin is `origin`, compared by bytes.
    ///
    /// Throws `CheckpointError` in the order of its cases, with `size` and `root` before `origin`.
    public static func open(
        _ bytes: [UInt8], origin: String, keys: [VerifierKey]
    ) throws(CheckpointError) -> Checkpoint {
        let note: SignedNote
        do {
            note = try SignedNote(parsing: bytes)
            try note.verifiedSignatures(by: keys)
        } catch { throw .note(error) }
        let checkpoint = try Checkpoint(parsing: note.text)
        guard checkpoint.origin.utf8.elementsEqual(origin.utf8) else { throw .otherOrigin(checkpoint.origin) }
        return checkpoint
    }
}
