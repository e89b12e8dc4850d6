extension SignedNote {
    /// The signatures of `keys` over the text, at least one. Signatures of other keys are ignored, even under a name
    /// or an identifier of one of `keys`; of several under one name and identifier the first decides; one bad
    /// signature of a known key refuses the whole note.
    ///
    /// Throws, in this order: `NoteError.ambiguousKey`, `.invalidSignature` for the first bad line,
    /// `.noKnownSignature`.
    @discardableResult
    public func verifiedSignatures(by keys: [VerifierKey]) throws(NoteError) -> [NoteSignature] {
        try Self.checkUnambiguous(keys)
        var verified: [NoteSignature] = []
        for signature in signatures {
            guard let key = keys.first(where: signature.isMade) else { continue }
            guard !verified.contains(where: signature.hasKey) else { continue }
            guard key.isValid(signature.signature, for: text) else {
                throw .invalidSignature(signature.name, signature.identifier)
            }
            verified.append(signature)
        }
        guard !verified.isEmpty else { throw .noKnownSignature }
        return verified
    }

    private static func checkUnambiguous(_ keys: [VerifierKey]) throws(NoteError) {
        for (index, key) in keys.enumerated() {
            let twin = keys[..<index].first { $0.name == key.name && $0.identifier == key.identifier }
            if let twin, twin != key { throw .ambiguousKey(key.name, key.identifier) }
        }
    }
}
