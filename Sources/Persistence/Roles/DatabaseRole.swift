import Postgres

/// The four roles of the database, by the names that the migrations grant to.
public enum DatabaseRole: String, CaseIterable, Sendable {
    /// Owns everything and cannot log in; migrations and maintenance only.
    case owner = "suanli_owner"
    /// The sequencer alone.
    case writer = "suanli_writer"
    /// Under row security, for one firm in each transaction.
    case reader = "suanli_reader"
    /// Reads all rows.
    case auditor = "suanli_auditor"

    public var name: String { rawValue }
    public var logsIn: Bool { self != .owner }
    /// COPY is refused under row security.
    public var bypassesRowSecurity: Bool { self == .writer }
}
