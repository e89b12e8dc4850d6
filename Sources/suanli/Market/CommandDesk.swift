import Domain
import Records
import Trading

/// Where a market's commands are handed in, one after the other.
protocol CommandDesk: AnyObject {
    /// Whether nobody else hands in commands meanwhile, so that the numbers of what is made can be foreseen.
    var isAlone: Bool { get }

    /// Hands in a command and returns what became of it, once that is durable.
    ///
    /// - Parameters:
    ///   - name: of the command among those of its file: the same whenever the file is handed in again.
    ///   - text: a text that the command names by its commitment.
    func submit(
        _ command: Command, named name: String, by actor: Actor, text: ErasableText?
    ) async throws -> CommandAnswer

    /// Hands in a command without need of its answer, which `note` is told in the order of the calls, by `drain` at
    /// last.
    func send(
        _ command: Command, named name: String, by actor: Actor, text: ErasableText?,
        note: @escaping (CommandAnswer) throws -> Void
    ) async throws

    /// Returns when everything sent has its answer. Throws what a `note` throws.
    func drain() async throws
}

extension CommandDesk {
    func send(
        _ command: Command, named name: String, by actor: Actor, note: @escaping (CommandAnswer) throws -> Void
    ) async throws {
        try await send(command, named: name, by: actor, text: nil, note: note)
    }

    /// Sends a command that has to be accepted; where it is not, `drain` throws `RefusedCommand`.
    func sendAccepted(
        _ command: Command, named name: String, by actor: Actor, text: ErasableText? = nil
    ) async throws {
        try await send(command, named: name, by: actor, text: text) { answer in
            try RefusedCommand.check(answer, command.kind)
        }
    }

    /// Hands in a command that has to be accepted. Throws `RefusedCommand`.
    @discardableResult
    func accept(
        _ command: Command, named name: String, by actor: Actor, text: ErasableText? = nil
    ) async throws -> CommandAnswer {
        let answer = try await submit(command, named: name, by: actor, text: text)
        try RefusedCommand.check(answer, command.kind)
        return answer
    }

    /// Hands in a command that has to be accepted and makes something; returns its number.
    ///
    /// - Parameter foreseen: the number it gets where this desk is alone; there the command is sent without waiting.
    func make<Kind>(
        _ command: Command, named name: String, by actor: Actor, text: ErasableText? = nil,
        foreseen: Identifier<Kind>
    ) async throws -> Identifier<Kind> {
        if isAlone {
            try await sendAccepted(command, named: name, by: actor, text: text)
            return foreseen
        }
        let answer = try await accept(command, named: name, by: actor, text: text)
        return try Identifier(answer.made ?? "")
    }
}

/// A command that has to be accepted was refused.
struct RefusedCommand: Error, CustomStringConvertible {
    let kind: CommandKind
    let code: String
    var description: String { "\(kind) was refused: \(code)" }

    /// Throws where the answer is a refusal.
    static func check(_ answer: CommandAnswer, _ kind: CommandKind) throws {
        if case .refused(let code) = answer.fate { throw RefusedCommand(kind: kind, code: code) }
    }
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
