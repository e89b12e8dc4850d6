import Domain
import Records
import Simulation
import Trading
import TransparencyLog

/// The state machine with its ledger and its log in memory, and nothing around it.
struct MemoryExchange: ~Copyable {
    private(set) var exchange = Exchange()
    /// What was decided, where it is kept.
    private(set) var journal: [JournalEntry] = []
    private let keepsJournal: Bool
    private let nonce: Nonce
    private var sinceDrain = 0

    init(keepsJournal: Bool) {
        self.keepsJournal = keepsJournal
        nonce = certain { () throws(Reason) in try Nonce(bytes: Digest.sha256(of: []).bytes) }
    }

    /// Commands that must be accepted. Errors: why one was refused.
    mutating func open(_ commands: [GeneratedCommand]) throws(Reason) {
        for command in commands {
            if case .refused(let reason) = apply(command.command, by: command.actor).header.outcome { throw reason }
        }
    }

    /// Decides a command; its own record. Every 1,000 commands what changed is drained, as for a batch of the journal.
    @discardableResult
    mutating func apply(_ command: Command, by actor: Actor) -> Record {
        let entries = exchange.apply(
            Submission(actor: actor, command: command, nonce: nonce, key: nil), clock: exchange.time(wall: .epoch))
        if keepsJournal { journal += entries }
        sinceDrain += 1
        if sinceDrain == 1_000 {
            sinceDrain = 0
            _ = exchange.batch(entries)
        }
        return entries[entries.count - 1].record
    }
}

/// What is right by its making.
func certain<Value>(_ make: () throws(Reason) -> Value) -> Value {
    do throws(Reason) { return try make() } catch { preconditionFailure("what was made is right: \(error)") }
}
