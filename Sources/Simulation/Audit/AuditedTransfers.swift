import Domain
import Records

/// The fold of the accounts opened and of the transfers: where money, vouchers and quota are.
struct AuditedTransfers: Sendable {
    private(set) var accounts: [AccountID: Account] = [:]
    var book = BalanceBook()
    /// The sum of all balances of an asset, and of those that are no source.
    private(set) var sums: [Asset: Int128] = [:]
    private(set) var standing: [Asset: Int128] = [:]
    private(set) var lots: [LotPartKey: LotStanding] = [:]
    var touchedAssets: [Asset] = []
    var touchedLots: [LotPartKey] = []

    /// nil where it is new.
    mutating func open(_ id: AccountID, _ account: Account) -> AuditFault? {
        accounts.updateValue(account, forKey: id) == nil ? nil : .accountReopened(id)
    }

    mutating func post(_ transfer: Transfer, position: Int) -> AuditFault? {
        guard let debit = accounts[transfer.debit] else { return .accountUnknown(transfer.debit) }
        guard let credit = accounts[transfer.credit] else { return .accountUnknown(transfer.credit) }
        change(debit, by: -Int128(transfer.amount))
        change(credit, by: Int128(transfer.amount))
        if let lot = transfer.lot { move(lot, debit, credit, Int128(transfer.amount)) }
        if transfer.amount <= 0 { return .amountNotPositive(position: position) }
        let touchesVoucher = debit.isVoucher || credit.isVoucher
        return touchesVoucher && transfer.lot == nil ? .lotUnnamed(position: position) : nil
    }

    private mutating func change(_ account: Account, by amount: Int128) {
        book.add(amount, account)
        sums[account.asset, default: 0] += amount
        if !account.role.isSource { standing[account.asset, default: 0] += amount }
        touchedAssets.append(account.asset)
    }

    private mutating func move(_ lot: LotID, _ debit: Account, _ credit: Account, _ amount: Int128) {
        for (account, change) in [(debit, -amount), (credit, amount)] {
            guard case .programme(_, let funder) = account.asset else { continue }
            let key = LotPartKey(lot: lot, funder: funder)
            lots[key, default: LotStanding()].add(change, account)
            touchedLots.append(key)
        }
    }

    func lot(_ key: LotPartKey) -> LotStanding { lots[key] ?? LotStanding() }
}

/// One funder's part of a lot.
struct LotPartKey: Hashable, Comparable, Sendable {
    let lot: LotID
    let funder: Int64

    static func < (left: LotPartKey, right: LotPartKey) -> Bool {
        (left.lot, left.funder) < (right.lot, right.funder)
    }
}

/// What the transfers that name a lot have done with one funder's part.
struct LotStanding: Sendable {
    private(set) var free: Int128 = 0
    private(set) var held: Int128 = 0
    /// In escrow and beyond, less what came back.
    private(set) var drawn: Int128 = 0

    var parts: Int128 { free + held + drawn }
    var isBelowZero: Bool { free < 0 || held < 0 || drawn < 0 }

    fileprivate mutating func add(_ change: Int128, _ account: Account) {
        switch account.role {
        case .lotsFree: free += change
        case .lotsHeld: held += change
        case .available, .lapsed, .reserved, .authority: break
        default: drawn += change
        }
    }
}

extension Account {
    /// A party's public money.
    fileprivate var isVoucher: Bool {
        guard case .programme = asset, case .party = owner else { return false }
        return true
    }
}
