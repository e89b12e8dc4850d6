import Domain
import Records
import Trading

/// What was written for a command: it is durable.
///
/// The answer to a client is made of the record alone, so that a repeated key gets the same one byte for byte.
public struct Receipt: Sendable {
    public let record: Record
    /// A head that covers the record: that of its batch, or for a repeated key the present one.
    public let head: LogHead
    /// The key had been used for the same request before; nothing was done now.
    public let isRepeat: Bool

    public init(record: Record, head: LogHead, isRepeat: Bool = false) {
        self.record = record
        self.head = head
        self.isRepeat = isRepeat
    }

    public var sequence: Int64 { record.header.sequence }
    public var stamp: Stamp { record.header.stamp }
    public var outcome: Outcome { record.header.outcome }
    public var events: [Event] { record.events }
}

/// Why there is no receipt. The record's own refusal is not among them: it has a receipt.
public enum SubmitError: Error, Hashable, Sendable {
    /// The inbox is full; nothing was done.
    case busy
    /// The key was used for another request, which has this sequence number if it was written before.
    case keyConflict(sequence: Int64?)
    /// The writer lost its database, or what became of the command is not known. Asking again under the same
    /// key tells, and does nothing twice.
    case unavailable
    /// The clock moved in a way that two persons must confirm first.
    case intakeStopped
    /// This command ended an epoch before; it is not tried again.
    case internalFault
    /// The sequencer takes no more commands: it was stopped, or another one has taken over.
    case stopped
}

extension SubmitError {
    /// The stable code of the problem.
    public var reason: Reason? {
        switch self {
        case .busy: .busy
        case .keyConflict: nil
        case .unavailable, .stopped: .unavailable
        case .intakeStopped: .intakeStopped
        case .internalFault: .internalFault
        }
    }
}
