import Domain
import Records

/// What became of a command that was handed in.
struct CommandAnswer: Sendable {
    enum Fate: Hashable, Sendable {
        case accepted
        /// The stable code of a reason, or of what the door refuses.
        case refused(code: String)
    }

    let fate: Fate
    /// Of its record; nil where the door refused it, since there is none then.
    let sequence: Int64?
    /// What it made, as `zone-3`.
    let made: String?
    /// The version that it made, of what has versions.
    let version: Int64?

    init(fate: Fate, sequence: Int64?, made: String?, version: Int64?) {
        self.fate = fate
        self.sequence = sequence
        self.made = made
        self.version = version
    }

    init(_ record: Record) {
        switch record.header.outcome {
        case .accepted: fate = .accepted
        case .refused(let reason): fate = .refused(code: reason.code)
        }
        sequence = record.header.sequence
        (made, version) = record.events.lazy.compactMap { $0.made }.first ?? (nil, nil)
    }
}

extension Event {
    /// What this event made that later commands name.
    fileprivate var made: (String?, Int64?)? {
        switch self {
        case .zoneDefined(let zone): ("\(zone.id)", nil)
        case .instanceTypeDefined(let type): ("\(type.id)", nil)
        case .partyRegistered(let id, _): ("\(id)", nil)
        case .programmeProposed(let id, let version, _, _): ("\(id)", version)
        default: nil
        }
    }
}
