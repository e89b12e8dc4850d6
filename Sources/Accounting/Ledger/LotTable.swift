import Domain
import Records

/// The lots that transfers named, with what of each is free and held.
struct LotTable: Sendable {
    /// By the lot's number less 1; nil where no transfer has named it yet.
    private(set) var rows: [LotRow?] = []
    private var touched: [LotID] = []
    private var isTouched: [Bool] = []

    init() {}

    /// Rows read from tables; none counts as touched.
    init(restoring restored: [LotRow]) {
        for row in restored {
            reserve(row.lot)
            rows[row.index] = row
        }
    }

    subscript(lot: LotID) -> LotRow? {
        lot.number >= 1 && lot.number <= Int64(rows.count) ? rows[Int(lot.number) - 1] : nil
    }

    /// Looks for what stands against moving `amount` of `lot` from `debit` to `credit`.
    ///
    /// Errors: `lotForeign`, `lotOverdraft`. Either account is a voucher account of one asset.
    func check(_ lot: LotID, debit: Account, credit: Account, amount: Int64) throws(AccountingFault) {
        guard lot.number >= 1, belongs(lot, to: debit), belongs(lot, to: credit) else { throw .lotForeign(lot) }
        guard debit.isWallet, case .programme(_, let funder) = debit.asset else { return }
        let there = self[lot]?.amount(debit.role, funder: funder) ?? 0
        guard there >= amount else { throw .lotOverdraft(lot, short: amount - there) }
    }

    /// Moves what `check` found nothing against.
    mutating func move(_ lot: LotID, debit: Account, credit: Account, amount: Int64) {
        change(lot, debit, by: -amount)
        change(lot, credit, by: amount)
    }

    /// The rows changed since the last drain, ascending.
    mutating func drainTouched() -> [TouchedLot] {
        defer {
            for lot in touched { isTouched[Int(lot.number) - 1] = false }
            touched.removeAll(keepingCapacity: true)
        }
        return touched.sorted().compactMap { self[$0] }.map {
            TouchedLot(lot: $0.lot, free: $0.freeSum, held: $0.heldSum)
        }
    }

    /// Whose wallet a lot is in shows when it is first issued into it; escrow and beyond may be another party's.
    private func belongs(_ lot: LotID, to account: Account) -> Bool {
        guard let row = self[lot], case .programme(let programme, _) = account.asset else { return true }
        return row.programme == programme && (!account.isWallet || account.owner == .party(row.holder))
    }

    private mutating func change(_ lot: LotID, _ account: Account, by amount: Int64) {
        guard account.isWallet, case .programme(let programme, let funder) = account.asset,
            case .party(let holder) = account.owner
        else { return }
        reserve(lot)
        let index = Int(lot.number) - 1
        var row = rows[index] ?? LotRow(lot: lot, programme: programme, holder: holder)
        rows[index] = nil
        row.add(amount, account.role, funder: funder)
        rows[index] = row
        touch(lot)
    }

    private mutating func reserve(_ lot: LotID) {
        while Int64(rows.count) < lot.number {
            rows.append(nil)
            isTouched.append(false)
        }
    }

    private mutating func touch(_ lot: LotID) {
        guard !isTouched[Int(lot.number) - 1] else { return }
        isTouched[Int(lot.number) - 1] = true
        touched.append(lot)
    }
}

extension LotRow {
    fileprivate var index: Int { Int(lot.number) - 1 }
}

extension Account {
    /// The holder's wallet, where each fen belongs to a lot of the table.
    var isWallet: Bool { role == .lotsFree || role == .lotsHeld }
}
