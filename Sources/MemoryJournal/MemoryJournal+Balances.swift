import Domain
import Records
import Trading

extension MemoryJournal {
    /// Sets the balances of a batch, or refuses all of them.
    func post(_ batch: JournalBatch) throws(JournalError) {
        var accounts = self.accounts
        for case .accountOpened(let id, let account) in batch.entries.flatMap(\.record.events) {
            guard accounts.updateValue(OpenAccount(account: account), forKey: id) == nil else {
                throw .violated("an account is opened twice")
            }
        }
        try set(batch.balances, &accounts)
        guard batch.lots.allSatisfy({ $0.free >= .zero && $0.held >= .zero }) else {
            throw .violated("a lot is below zero")
        }
        for lot in batch.lots { lots[lot.lot] = lot }
        self.accounts = accounts
    }

    private func set(
        _ balances: [AccountBalance], _ accounts: inout [AccountID: OpenAccount]
    ) throws(JournalError) {
        var change: [Asset: Int128] = [:]
        for balance in balances {
            guard let open = accounts[balance.account] else { throw .violated("an account is not open") }
            guard open.account.role.isSource ? balance.balance <= 0 : balance.balance >= 0 else {
                throw .violated("an account is on the wrong side of zero")
            }
            change[open.account.asset, default: 0] += Int128(balance.balance) - Int128(open.balance)
            accounts[balance.account]?.balance = balance.balance
        }
        guard change.values.allSatisfy({ $0 == 0 }) else { throw .violated("an asset is not conserved") }
    }
}
