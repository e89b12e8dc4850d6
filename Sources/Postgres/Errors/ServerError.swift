/// What the server said about a statement: an error, or a notice.
///
/// `detail` may quote row values, so `description` leaves it out.
public struct ServerError: Error, Sendable, Equatable {
    /// The severity in the server's own words, never translated.
    public enum Severity: String, Sendable {
        case debug = "DEBUG"
        case log = "LOG"
        case info = "INFO"
        case notice = "NOTICE"
        case warning = "WARNING"
        case error = "ERROR"
        case fatal = "FATAL"
        case panic = "PANIC"
    }

    public let severity: Severity
    /// Five characters, of which the first two are the class.
    public let sqlState: String
    public let message: String
    public let detail: String?
    public let hint: String?
    public let schema: String?
    public let table: String?
    public let column: String?
    public let constraint: String?
    /// Position of the fault in the SQL text, in characters from 1.
    public let position: Int?

    /// True when the server ends the session with this message.
    public var endsSession: Bool { severity == .fatal || severity == .panic }

    /// True when the server itself says that it does not know how the statement ended.
    public var leavesOutcomeOpen: Bool {
        endsSession || sqlState == "08007" || sqlState == "40003"
    }
}

extension ServerError: CustomStringConvertible {
    public var description: String {
        let of = constraint.map { ", constraint \($0)" } ?? ""
        return "\(severity.rawValue) \(sqlState): \(message)\(of)"
    }
}
