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

    /// - Parameter opening: commands that must be accepted.
    /// - Errors: why one was refused.
    init(_ opening: [GeneratedCommand], keepsJournal: Bool) throws(Reason) {
        self.keepsJournal = keepsJournal
        nonce = try Nonce(bytes: Digest.sha256(of: []).bytes)
        for command in opening {
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
