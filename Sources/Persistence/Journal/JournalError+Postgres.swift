import Postgres
import Trading

extension JournalError {
    /// What an error of the database means for a batch.
    ///
    /// A broken rule is our own fault: a constraint, a wrong number of rows, a refused privilege, a value that
    /// cannot be stored. What the server could not do for want of space or peace can be tried again.
    public init(_ error: PostgresError) {
        if case .unknownOutcome = error {
            self = .unknownOutcome(error.description)
        } else if let server = error.serverError {
            self = Self.meaning(of: server)
        } else {
            self = Self.isOurFault(error) ? .violated(error.description) : .unavailable(error.description)
        }
    }

    private static func meaning(of server: ServerError) -> JournalError {
        switch server.sqlState.prefix(2) {
        case "SU": server.sqlState == "SU001" ? .fenced : .violated(server.description)
        case "21", "22", "23", "42": .violated(server.description)
        default: .unavailable(server.description)
        }
    }

    private static func isOurFault(_ error: PostgresError) -> Bool {
        switch error {
        case .nulInText, .nulInStatement, .valueTooLong, .tooManyParameters, .parameterMismatch, .unexpectedNull,
            .unexpectedType, .noSuchColumn, .noSuchRow, .malformedCopy, .noTransaction:
            true
        default: false
        }
    }
}

/// Runs the body and says what an error of the database means for the journal.
@discardableResult
func journaling<Value>(_ body: () throws -> Value) throws(JournalError) -> Value {
    do { return try body() } catch let error as PostgresError {
        throw JournalError(error)
    } catch let error as JournalError {
        throw error
    } catch { throw .violated("\(error)") }
}
