import Domain
import Records

/// 32 bytes that the door drew at random for one command; the salts of the record's parts derive from it.
public struct Nonce: Hashable, Sendable {
    public let bytes: [UInt8]

    /// `bytes` are 32 bytes. Errors: `commitmentInvalid`.
    public init(bytes: [UInt8]) throws(Reason) {
        guard bytes.count == 32 else { throw .commitmentInvalid }
        self.bytes = bytes
    }

    init(unchecked bytes: [UInt8]) { self.bytes = bytes }
}

/// A client's key for one request. Its scope is organisation and operation.
public struct IdempotencyKey: Hashable, Sendable {
    /// nil for a seat without an organisation.
    public let organisation: PartyID?
    public let operation: CommandKind
    /// 1 ... 128 visible ASCII characters.
    public let text: String

    public init(organisation: PartyID?, operation: CommandKind, text: String) {
        self.organisation = organisation
        self.operation = operation
        self.text = text
    }
}

/// A text that a record names by its commitment only; it can be erased.
public struct ErasableText: Hashable, Sendable {
    public let commitment: Commitment
    public let salt: [UInt8]
    public let text: String

    public init(commitment: Commitment, salt: [UInt8], text: String) {
        self.commitment = commitment
        self.salt = salt
        self.text = text
    }
}

/// A command as the door hands it to the sequencer.
public struct Submission: Sendable {
    public let actor: Actor
    public let command: Command
    public let nonce: Nonce
    /// nil only for commands that the exchange sends itself.
    public let key: IdempotencyKey?
    /// SHA-256 of the request's meaning; the same key with another one is a conflict.
    public let bodyHash: [UInt8]
    public let texts: [ErasableText]

    public init(
        actor: Actor, command: Command, nonce: Nonce, key: IdempotencyKey?, bodyHash: [UInt8] = [],
        texts: [ErasableText] = []
    ) {
        self.actor = actor
        self.command = command
        self.nonce = nonce
        self.key = key
        self.bodyHash = bodyHash
        self.texts = texts
    }
}
