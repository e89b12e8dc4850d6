import Domain

/// A halt: what it stopped, why, and whether it goes on.
public struct HaltResource: Codable, Hashable, Sendable {
    /// As `market` or `zone-3`.
    public let scope: HaltScope
    /// Of the record that halted it.
    public let sequence: Int64
    /// Left out once it is erased.
    public let note: String?
    /// Of the record that resumed it; left out while it is in force.
    public let resumedSequence: Int64?
    public let resumedNote: String?

    public init(scope: HaltScope, sequence: Int64, note: String?, resumedSequence: Int64?, resumedNote: String?) {
        self.scope = scope
        self.sequence = sequence
        self.note = note
        self.resumedSequence = resumedSequence
        self.resumedNote = resumedNote
    }
}
