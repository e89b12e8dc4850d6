import Domain
import Records
import Trading

/// Where a market's commands are handed in, one after the other.
protocol CommandDesk: AnyObject {
    /// Hands in a command and returns its record once it is durable or will be with those before it.
    ///
    /// - Parameter text: a text that the command names by its commitment.
    func submit(_ command: Command, by actor: Actor, text: ErasableText?) async throws -> Record

    /// Hands in a command without waiting; `note` is told the outcome, in the order of the calls, by `drain` at last.
    func send(
        _ command: Command, by actor: Actor, text: ErasableText?, note: @escaping (Outcome) throws -> Void
    ) async throws

    /// Returns when everything sent has its outcome. Throws what a `note` throws.
    func drain() async throws
}

extension CommandDesk {
    func submit(_ command: Command, by actor: Actor) async throws -> Record {
        try await submit(command, by: actor, text: nil)
    }

    func send(_ command: Command, by actor: Actor, note: @escaping (Outcome) throws -> Void) async throws {
        try await send(command, by: actor, text: nil, note: note)
    }

    /// Sends a command that has to be accepted; where it is not, `drain` throws `RefusedCommand`.
    func sendAccepted(_ command: Command, by actor: Actor, text: ErasableText? = nil) async throws {
        try await send(command, by: actor, text: text) { outcome in
            if case .refused(let reason) = outcome { throw RefusedCommand(kind: command.kind, reason: reason) }
        }
    }

    /// Hands in a command that has to be accepted. Throws `RefusedCommand`.
    @discardableResult
    func accept(_ command: Command, by actor: Actor, text: ErasableText? = nil) async throws -> Record {
        let record = try await submit(command, by: actor, text: text)
        if case .refused(let reason) = record.header.outcome {
            throw RefusedCommand(kind: command.kind, reason: reason)
        }
        return record
    }
}

/// A command of the set-up was refused.
struct RefusedCommand: Error, CustomStringConvertible {
    let kind: CommandKind
    let reason: Reason
    var description: String { "\(kind) was refused: \(reason.code)" }
}

/// The persons who run a demonstration market.
enum Staff {
    static let clerk = Actor(organisation: nil, person: PersonID(1), key: KeyID(1), seat: .operator)
    static let secondClerk = Actor(organisation: nil, person: PersonID(2), key: KeyID(2), seat: .operator)
    static let manager = Actor(organisation: nil, person: PersonID(3), key: KeyID(3), seat: .manager)
    static let secondManager = Actor(organisation: nil, person: PersonID(4), key: KeyID(4), seat: .manager)

    static func buyer(_ party: PartyID) -> Actor {
        Actor(
            organisation: party, person: PersonID(10_000 + party.number), key: KeyID(10_000 + party.number),
            seat: .buyer)
    }

    static func provider(_ party: PartyID) -> Actor {
        Actor(
            organisation: party, person: PersonID(20_000 + party.number), key: KeyID(20_000 + party.number),
            seat: .provider)
    }
}
