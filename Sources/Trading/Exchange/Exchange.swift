import Accounting
import Domain
import Matching
import Programmes
import Records
import TransparencyLog

/// The exchange as a deterministic state machine.
///
/// `apply` decides a command and returns its journal entry, preceded by one for each thing that fell
/// due meanwhile; `fold` takes entries that are already in the journal and decides nothing. Both go
/// through the same `fold(event)`, so a state that was folded equals one that decided.
///
/// It has no clock, no chance and no I/O: the stamp and the nonce are arguments.
public struct Exchange: ~Copyable {
    // What has been written.
    public internal(set) var sequence: Int64 = 0
    public internal(set) var lastStamp = Stamp.epoch
    var frontier = Frontier()
    /// The market clock, once an `advanceClock` was the first record; nil on the wall's clock.
    public internal(set) var marketTime: Stamp?

    // What it is.
    var catalogue = Catalogue()
    var parties = PartyRegister()
    var programmes = ProgrammeRegister()
    var orders = OrderRegister()
    var leases = LeaseRegister()
    var payouts = PayoutRegister()
    var market = MarketBook(rule: .listed, clock: .shanghai)
    var ledger = Ledger()
    var lots = LotBook()
    var pools = PoolBook()
    var caps = CapBook()
    var subsidies = SubsidyClasses()
    var pairs = PairTable()
    var references = ReferenceRegister()
    var batches = BatchRegister()
    var halts = HaltRegister()
    var safety = SafetyRegister()
    var verifications = VerificationRegister()
    var quotes = QuoteRegister()
    var bundles = BundleRegister()
    var due = DueQueue()
    /// When an hour begins that demands at rest watch; nil where none does.
    var hourDue: Stamp?

    /// The record being decided.
    var draft = RecordDraft()
    /// Where each record's leaf is put together.
    var leaf = LeafDraft()

    public init() {}

    /// The log after the last record.
    public var head: LogHead { LogHead(size: sequence, root: frontier.root) }

    /// The stamp of the record that is being decided; between two records that of the next, if it came at once: on the
    /// wall's clock no earlier one is possible.
    var now: Stamp { draft.sequence > sequence ? draft.stamp : max(lastStamp, marketTime ?? .epoch) }

    /// When the next thing falls due.
    public var nextDue: Stamp? { due.first?.at }

    /// Everything due at or before the stamp, then the command: one entry each.
    ///
    /// The stamp is max(last stamp, clock). A refusal is an entry like others and changes nothing else.
    public mutating func apply(_ submission: Submission, clock: Stamp) -> [JournalEntry] {
        let stamp = max(lastStamp, clock)
        var entries = fallDue(at: stamp, nonce: submission.nonce)
        entries.append(decide(submission, at: stamp))
        return entries
    }

    /// Everything due at or before max(last stamp, clock), one entry each, in order of instant, kind and identifier.
    ///
    /// - Parameter nonce: the entries' own nonces derive from it and their position.
    public mutating func fallDue(at clock: Stamp, nonce: Nonce) -> [JournalEntry] {
        let stamp = max(lastStamp, clock)
        var entries: [JournalEntry] = []
        while let next = due.first, next.at <= stamp {
            let own = nonce.derived(Int64(entries.count))
            entries.append(
                decide(Submission(actor: .exchange, command: .tick, nonce: own, key: nil), at: stamp))
        }
        return entries
    }

    /// Decides one record as the journal has it: its own stamp and nonce, whatever the clock.
    ///
    /// For replay: the entry returned equals the one in the journal, or the journal was not written by these rules.
    public mutating func redecide(_ entry: JournalEntry) -> JournalEntry {
        let submission = Submission(
            actor: entry.record.header.actor, command: entry.record.command, nonce: entry.nonce, key: entry.key,
            bodyHash: entry.bodyHash, texts: entry.texts)
        return decide(submission, at: entry.record.header.stamp)
    }

    private mutating func decide(_ submission: Submission, at stamp: Stamp) -> JournalEntry {
        draft = RecordDraft(sequence: sequence + 1, stamp: stamp, actor: submission.actor)
        draft.events.reserveCapacity(RecordDraft.usualEvents)
        market.begin(at: stamp.nextHour)
        var outcome = Outcome.accepted
        do throws(Reason) {
            try carryOut(submission.command)
        } catch {
            precondition(draft.isEmpty, "a command is refused before it has changed anything")
            outcome = .refused(error)
        }
        return close(submission, outcome)
    }

    /// Turns the draft into an entry and moves the log on.
    private mutating func close(_ submission: Submission, _ outcome: Outcome) -> JournalEntry {
        let header = RecordHeader(
            sequence: draft.sequence, stamp: draft.stamp, actor: submission.actor, kind: submission.command.kind,
            outcome: outcome)
        let record = Record(
            header: header, command: submission.command, events: draft.events, transfers: draft.transfers)
        let hash = leaf.hash(of: record, nonce: submission.nonce)
        advance(to: header, orders: submission.command.orders, leaf: hash)
        return JournalEntry(
            record: record, nonce: submission.nonce, leaf: hash, key: submission.key, bodyHash: submission.bodyHash,
            texts: submission.texts)
    }

    /// Ends a record, decided or folded.
    ///
    /// - Parameter orders: how many of its command bounds count.
    mutating func advance(to header: RecordHeader, orders: Int64, leaf: Digest) {
        sequence = header.sequence
        lastStamp = header.stamp
        safety.count(header, orders: orders)
        frontier.append(leaf)
        market.begin(at: now.nextHour)
        dropVoidDues()
    }
}

extension Nonce {
    /// The nonce of the record that stands `position` places before the command that carries this one.
    func derived(_ position: Int64) -> Nonce {
        var seed = bytes
        for shift in stride(from: 56, through: 0, by: -8) { seed.append(UInt8(truncatingIfNeeded: position >> shift)) }
        return Nonce(unchecked: Digest.sha256(of: seed).bytes)
    }
}
