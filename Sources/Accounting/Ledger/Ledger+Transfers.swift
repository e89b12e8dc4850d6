import Domain
import Records

extension Ledger {
    /// Moves a transfer's amount from its debit to its credit account.
    ///
    /// Errors, in order: `amountNotPositive`, `accountUnknown` (debit first), `sameAccount`, `assetsDiffer`,
    /// `lotMismatch`, `lotForeign`, `overdraft`, `lotOverdraft`, `overflow` (debit first); the ledger is then
    /// unchanged. Complexity: O(1).
    public mutating func apply(_ transfer: Transfer) throws(AccountingFault) {
        let debit = try row(transfer.debit, amount: transfer.amount)
        let credit = try row(transfer.credit, amount: transfer.amount)
        guard transfer.debit != transfer.credit else { throw .sameAccount(transfer.debit) }
        try checkKinds(transfer, debit.account, credit.account)
        try checkFunds(transfer, debit, credit.account)
        let debited = try debit.balance(adding: -transfer.amount)
        let credited = try credit.balance(adding: transfer.amount)
        // From here on nothing may fail.
        set(transfer.debit, debited)
        set(transfer.credit, credited)
        flow(transfer, debit.account.role, credit.account.role)
        if let lot = transfer.lot {
            lots.move(lot, debit: debit.account, credit: credit.account, amount: transfer.amount)
        }
        assert(
            positions[positionOfRow[Int(transfer.debit.number) - 1]].isConserved, "each transfer conserves its asset")
    }

    private func row(_ id: AccountID, amount: Int64) throws(AccountingFault) -> LedgerRow {
        guard amount > 0 else { throw .amountNotPositive(amount) }
        guard let row = self[id] else { throw .accountUnknown(id) }
        return row
    }

    private func checkKinds(_ transfer: Transfer, _ debit: Account, _ credit: Account) throws(AccountingFault) {
        guard debit.asset == credit.asset else { throw .assetsDiffer(debit: debit.asset, credit: credit.asset) }
        let namesLot = debit.isVoucher || credit.isVoucher
        guard namesLot == (transfer.lot != nil) else { throw .lotMismatch(transfer.lot) }
    }

    private func checkFunds(_ transfer: Transfer, _ debit: LedgerRow, _ credit: Account) throws(AccountingFault) {
        if !debit.account.role.isSource, debit.balance < transfer.amount {
            throw .overdraft(debit.account, short: transfer.amount - debit.balance)
        }
        guard let lot = transfer.lot else { return }
        try lots.check(lot, debit: debit.account, credit: credit, amount: transfer.amount)
    }

    private mutating func set(_ id: AccountID, _ balance: Int64) {
        let index = Int(id.number) - 1
        if !rows[index].account.role.isSource {
            positions[positionOfRow[index]].standing += Int128(balance) - Int128(rows[index].balance)
        }
        rows[index].balance = balance
        touch(index)
    }

    private mutating func flow(_ transfer: Transfer, _ debit: AccountRole, _ credit: AccountRole) {
        let position = positionOfRow[Int(transfer.debit.number) - 1]
        if debit.isSource { positions[position].flow.putIn += Int128(transfer.amount) }
        if credit.isSource { positions[position].flow.returned += Int128(transfer.amount) }
    }
}

extension LedgerRow {
    /// Errors: `overflow`.
    fileprivate func balance(adding change: Int64) throws(AccountingFault) -> Int64 {
        let (sum, overflow) = balance.addingReportingOverflow(change)
        guard !overflow else { throw .overflow(account) }
        return sum
    }
}
