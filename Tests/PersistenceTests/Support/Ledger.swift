import Domain
import Records
import Trading
import TransparencyLog

/// Writes batches by hand: records in sequence, their log, and the balances that their transfers make.
struct Ledger {
    private(set) var frontier = Frontier()
    private(set) var stamp = Stamp(seconds: 1_700_000_000)
    private var balances: [AccountID: Int64] = [:]
    private var touched: Set<AccountID> = []
    private var pending: [JournalEntry] = []

    static let actor = Actor(organisation: PartyID(7), person: PersonID(3), key: KeyID(5), seat: .buyer)

    var sequence: Int64 { Int64(frontier.size) }
    var head: LogHead { LogHead(size: sequence, root: frontier.root) }

    /// Adds a record; its command is `tick` unless one is given.
    @discardableResult
    mutating func record(
        _ command: Command = .tick, actor: Actor = Ledger.actor, refused: Reason? = nil, events: [Event] = [],
        transfers: [Transfer] = [], key: String? = nil, texts: [ErasableText] = []
    ) -> JournalEntry {
        stamp = Stamp(microseconds: stamp.microseconds + 1_000)
        let header = RecordHeader(
            sequence: sequence + 1, stamp: stamp, actor: actor, kind: command.kind,
            outcome: refused.map { .refused($0) } ?? .accepted)
        let record = Record(header: header, command: command, events: events, transfers: transfers)
        let leaf = Digest.sha256(of: header.canonicalBytes + record.body)
        frontier.append(leaf)
        for transfer in transfers { post(transfer) }
        for case .accountOpened(let id, _) in events { balances[id] = 0 }
        let entry = JournalEntry(
            record: record, nonce: Self.nonce(sequence), leaf: leaf,
            key: key.map { IdempotencyKey(organisation: actor.organisation, operation: command.kind, text: $0) },
            bodyHash: key == nil ? [] : Digest.sha256(of: record.body).bytes, texts: texts)
        pending.append(entry)
        return entry
    }

    private mutating func post(_ transfer: Transfer) {
        balances[transfer.debit, default: 0] -= transfer.amount
        balances[transfer.credit, default: 0] += transfer.amount
        touched.formUnion([transfer.debit, transfer.credit])
    }

    /// The records since the last batch.
    mutating func batch(lots: [LotBalance] = [], stateHash: UInt64? = nil) -> JournalBatch {
        defer {
            pending = []
            touched = []
        }
        let changed = touched.sorted().map { AccountBalance(account: $0, balance: balances[$0] ?? 0) }
        return JournalBatch(entries: pending, head: head, balances: changed, lots: lots, stateHash: stateHash)
    }

    static func nonce(_ sequence: Int64) -> Nonce {
        do { return try Nonce(bytes: Digest.sha256(of: Array("nonce \(sequence)".utf8)).bytes) } catch {
            preconditionFailure("a digest has 32 bytes")
        }
    }
}

/// Accounts and money, in few words.
extension Ledger {
    static let bank = AccountID(1)

    /// Opens the bank's account as number 1, and a free account for each party as 1 + its number.
    mutating func openCash(_ parties: Int64...) {
        record(events: [.accountOpened(Self.bank, Account(asset: .cny, role: .bank))])
        for party in parties {
            let account = Account(asset: .cny, role: .free, owner: .party(PartyID(party)))
            record(events: [.accountOpened(AccountID(1 + party), account)])
        }
    }

    mutating func deposit(_ party: Int64, _ fen: Int64, key: String? = nil) {
        let transfer = Transfer(
            debit: Self.bank, credit: AccountID(1 + party), amount: fen, cause: .deposit,
            subject: .party(PartyID(party)))
        record(transfers: [transfer], key: key)
    }
}
