import Records

/// Balances of accounts by name, and which of them changed since they were last looked at.
struct BalanceBook: Sendable {
    private var balances: [Account: Int128] = [:]
    private(set) var touched: [Account] = []

    subscript(account: Account) -> Int128 { balances[account] ?? 0 }

    mutating func move(_ amount: Int128, from debit: Account, to credit: Account) {
        guard amount != 0 else { return }
        add(-amount, debit)
        add(amount, credit)
    }

    mutating func add(_ change: Int128, _ account: Account) {
        balances[account, default: 0] += change
        touched.append(account)
    }

    mutating func forgetTouched() { touched.removeAll(keepingCapacity: true) }
}
