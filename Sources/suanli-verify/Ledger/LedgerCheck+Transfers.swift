import Domain
import Records

extension LedgerCheck {
    /// Moves what a transfer moves.
    mutating func take(_ transfer: Transfer) throws(LedgerFault) {
        let (debit, credit) = (try account(transfer.debit), try account(transfer.credit))
        guard transfer.debit != transfer.credit else { throw LedgerFault(.transferToItself(transfer.debit)) }
        guard debit.asset == credit.asset else { throw LedgerFault(.assetsMixed(transfer.debit, transfer.credit)) }
        let amount = Int128(transfer.amount)
        balances[transfer.debit, default: 0] -= amount
        balances[transfer.credit, default: 0] += amount
        assets[debit.asset, default: AssetTotals()].add(-amount, to: debit.role)
        assets[debit.asset, default: AssetTotals()].add(amount, to: credit.role)
        touched.accounts += [transfer.debit, transfer.credit]
        touched.assets.append(debit.asset)
        try moveLot(of: transfer, debit, credit)
    }

    private func account(_ id: AccountID) throws(LedgerFault) -> Account {
        guard let account = accounts[id] else { throw LedgerFault(.accountUnknown(id)) }
        return account
    }

    private mutating func moveLot(of transfer: Transfer, _ debit: Account, _ credit: Account) throws(LedgerFault) {
        guard let id = transfer.lot else {
            for (number, account) in [(transfer.debit, debit), (transfer.credit, credit)] where account.isWallet {
                throw LedgerFault(.walletWithoutLot(number))
            }
            return
        }
        guard var amounts = lots[id] else { throw LedgerFault(.lotUnknown(id)) }
        guard case .programme(amounts.lot.programme, let funder) = debit.asset else {
            throw LedgerFault(.lotMismatch(id, transfer.debit))
        }
        for (number, account) in [(transfer.debit, debit), (transfer.credit, credit)]
        where account.isWallet && account.owner != .party(amounts.lot.holder) {
            throw LedgerFault(.lotMismatch(id, number))
        }
        amounts.add(-Int128(transfer.amount), to: debit.role, funder: funder)
        amounts.add(Int128(transfer.amount), to: credit.role, funder: funder)
        if transfer.cause == .issue { amounts.issue(Int128(transfer.amount), funder: funder) }
        lots[id] = amounts
        touched.lots.append(id)
    }
}

extension Account {
    /// Where lots stand, free or held.
    fileprivate var isWallet: Bool { role == .lotsFree || role == .lotsHeld }
}
