import Domain

/// POST /v1/halts and /v1/resumptions: what is to stop or go on, and why.
public struct HaltRequest: Codable, Hashable, Sendable {
    /// `market`, a zone, a provider or a programme.
    public let scope: String
    public let note: Label

    public init(_ scope: HaltScope, note: Label) {
        self.scope = "\(scope)"
        self.note = note
    }

    /// Errors: `identifierInvalid`.
    public func haltScope() throws(DoorFault) -> HaltScope {
        try member("scope") { () throws(Reason) in try HaltScope(scope) }
    }
}
