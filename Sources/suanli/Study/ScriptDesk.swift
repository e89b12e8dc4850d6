import Domain
import Records
import Simulation
import Trading

/// Writes a market's commands down, to be run as often as one likes.
///
/// What later commands need the answer of is decided at once, in an exchange in memory; demands are written down only.
final class ScriptDesk: CommandDesk {
    private(set) var commands: [GeneratedCommand] = []
    private let market = SimulatedExchange()

    let isAlone = true

    func submit(
        _ command: Command, named name: String, by actor: Actor, text: ErasableText?
    ) async throws -> CommandAnswer {
        let written = GeneratedCommand(actor: actor, command: command)
        let records = market.apply(written)
        let answer = CommandAnswer(records[records.count - 1])
        if answer.fate == .accepted { commands.append(written) }
        return answer
    }

    func send(
        _ command: Command, named name: String, by actor: Actor, text: ErasableText?,
        note: @escaping (CommandAnswer) throws -> Void
    ) async throws {
        if case .submitDemand = command {
            commands.append(GeneratedCommand(actor: actor, command: command))
        } else {
            try note(try await submit(command, named: name, by: actor, text: text))
        }
    }

    func drain() async throws {}
}
