import Domain
import Persistence
import Postgres
import Trading

/// Why a sequencer did not begin an epoch.
public enum StartError: Error, Sendable {
    /// The database cannot be reached, or the epoch not be taken.
    case journal(JournalError)
    /// The journal does not give a state: it is damaged.
    case recovery(RecoveryError)
    /// The database is older than the head file, or that file does not serve.
    case headFile(HeadFileError)
    /// The journal was begun on the other clock.
    case clockMismatch(journal: LedgerClock)

    /// Whether trying again may help.
    var isTransient: Bool {
        switch self {
        case .journal(.unavailable), .journal(.unknownOutcome): true
        case .journal, .recovery, .headFile, .clockMismatch: false
        }
    }
}

extension StartError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .journal(.fenced): "another writer has taken over"
        case .journal(.unavailable(let reason)): "the database is not available: \(reason)"
        case .journal(.unknownOutcome(let reason)): "the database did not answer: \(reason)"
        case .journal(.damaged(let sequence, let reason)): "record \(sequence) is damaged: \(reason)"
        case .journal(.violated(let reason)): "the database refused: \(reason)"
        case .recovery(.stateHash(let sequence)):
            """
            the state after record \(sequence) has another content hash than was stored with it: the journal was changed, or \
            this program folds it otherwise; nothing is served
            """
        case .recovery(let error): "the journal gives no state: \(error)"
        case .headFile(let error): error.description
        case .clockMismatch(let clock): "the journal was begun on the \(clock) clock"
        }
    }

    /// Runs the body; its errors, whichever of the three kinds they are, become a start error.
    @discardableResult
    static func catching<Value>(_ body: () throws -> Value) throws(StartError) -> Value {
        do { return try body() } catch let error as JournalError {
            throw .journal(error)
        } catch let error as RecoveryError {
            throw .recovery(error)
        } catch let error as HeadFileError {
            throw .headFile(error)
        } catch let error as PostgresError {
            throw .journal(JournalError(error))
        } catch { throw .journal(.damaged(sequence: 0, "\(error)")) }
    }
}
