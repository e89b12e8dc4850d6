import Domain

/// The answer to a bundle: where each line stands after its record.
public struct BundleReceipt: Codable, Hashable, Sendable {
    public let sequence: Int64
    public let at: Instant
    /// The number of its first line, by which the others name it.
    public let id: DemandID
    public let lines: [DemandReceipt]

    public init(sequence: Int64, at: Stamp, id: DemandID, lines: [DemandReceipt]) {
        self.sequence = sequence
        self.at = Instant(at)
        self.id = id
        self.lines = lines
    }
}
