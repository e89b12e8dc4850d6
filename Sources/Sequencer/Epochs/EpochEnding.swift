import Persistence
import Trading

/// Why an epoch ended.
enum EpochEnding: Error, Sendable {
    /// The sequencer was asked to stop, and nothing was left.
    case stopped
    case journal(JournalError)
    case headFile(HeadFileError)

    /// The mark that it leaves: only a fault of our own does.
    func mark(_ epoch: Int64) -> EpochMark? {
        switch self {
        case .journal(.violated(let cause)): EpochMark(epoch: epoch, cause: cause)
        case .journal(.damaged(let sequence, let cause)): EpochMark(epoch: epoch, cause: "record \(sequence): \(cause)")
        case .stopped, .journal, .headFile: nil
        }
    }

    /// Runs the body; an error of the journal ends the epoch.
    static func journaling<Value>(_ body: () throws(JournalError) -> Value) throws(EpochEnding) -> Value {
        do { return try body() } catch { throw .journal(error) }
    }
}

extension EpochEnding: CustomStringConvertible {
    var description: String {
        switch self {
        case .stopped: "stopped"
        case .journal(let error): StartError.journal(error).description
        case .headFile(let error): error.description
        }
    }
}
