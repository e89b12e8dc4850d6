import Domain

/// POST /v1/halts and /v1/resumptions: what is to stop or go on, and why.
public struct HaltRequest: Codable, Hashable, Sendable {
    public let scope: HaltScope
    public let note: Label

    public init(_ scope: HaltScope, note: Label) {
        self.scope = scope
        self.note = note
    }
}
