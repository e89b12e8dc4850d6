import Domain
import Records

/// A journal of ledger records, built by hand: it keeps accounts and numbers, and judges nothing.
struct History {
    private(set) var records: [Record] = []
    private(set) var numbers: [Account: AccountID] = [:]
    private(set) var balances: [Account: Int64] = [:]
    var stamp = Stamp(seconds: 1_795_000_000)

    /// One amount from an account to another.
    struct Move {
        let from: Account
        let to: Account
        let amount: Int64
        let lot: LotID?
        let cause: TransferCause

        init(_ from: Account, _ to: Account, _ amount: Int64, lot: LotID? = nil, _ cause: TransferCause = .hold) {
            (self.from, self.to, self.amount, self.lot, self.cause) = (from, to, amount, lot, cause)
        }
    }

    func balance(_ account: Account) -> Int64 { balances[account, default: 0] }

    /// Appends a record that opens the accounts it needs.
    mutating func append(
        _ command: Command, _ events: [Event] = [], _ moves: [Move] = [], outcome: Outcome = .accepted
    ) {
        var opened: [Event] = []
        var transfers: [Transfer] = []
        for move in moves {
            let (debit, credit) = (number(move.from, &opened), number(move.to, &opened))
            balances[move.from, default: 0] -= move.amount
            balances[move.to, default: 0] += move.amount
            transfers.append(
                Transfer(debit: debit, credit: credit, amount: move.amount, lot: move.lot, cause: move.cause))
        }
        append(raw: command, opened + events, transfers, outcome: outcome)
    }

    /// Appends a record with just these events and transfers.
    mutating func append(
        raw command: Command, _ events: [Event] = [], _ transfers: [Transfer] = [], outcome: Outcome = .accepted
    ) {
        let header = RecordHeader(
            sequence: Int64(records.count) + 1, stamp: stamp, actor: .exchange, kind: command.kind, outcome: outcome)
        records.append(Record(header: header, command: command, events: events, transfers: transfers))
        stamp = Stamp(microseconds: stamp.microseconds + 1_000_000)
    }

    private mutating func number(_ account: Account, _ opened: inout [Event]) -> AccountID {
        if let known = numbers[account] { return known }
        let id = AccountID(Int64(numbers.count) + 1)
        numbers[account] = id
        opened.append(.accountOpened(id, account))
        return id
    }
}

extension Account {
    static let bank = Account(asset: .cny, role: .bank)
    static func money(_ role: AccountRole, _ party: Int64) -> Account {
        Account(asset: .cny, role: role, owner: .party(PartyID(party)))
    }
    /// Public money of programme 1.
    static func pool(_ role: AccountRole, funder: Int64 = 0) -> Account {
        Account(asset: .programme(ProgrammeID(1), funder: funder), role: role)
    }
    static func voucher(_ role: AccountRole, _ party: Int64, funder: Int64 = 0) -> Account {
        Account(asset: .programme(ProgrammeID(1), funder: funder), role: role, owner: .party(PartyID(party)))
    }
    static func quota(_ role: AccountRole, _ lease: Int64, _ party: Int64) -> Account {
        Account(asset: .quota(LeaseID(lease)), role: role, owner: .party(PartyID(party)))
    }
}
