import Domain
import Records

/// A command that the generator drew, and who gives it.
public struct GeneratedCommand: Hashable, Sendable {
    public let actor: Actor
    public let command: Command
    /// It was drawn so that no state of the market admits it. Others may be refused too, for want of funds for one.
    public let mustBeRefused: Bool

    public init(actor: Actor, command: Command, mustBeRefused: Bool = false) {
        self.actor = actor
        self.command = command
        self.mustBeRefused = mustBeRefused
    }
}
