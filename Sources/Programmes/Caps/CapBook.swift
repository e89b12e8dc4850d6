import Domain

/// What every party used and holds of every period cap. Caps on a contract are not kept here: they bind its total.
public struct CapBook: Hashable, Sendable {
    private var balances: [CapKey: CapBalance] = [:]
    private var holds: [CapHolder: CapHold] = [:]

    public init() {}

    /// The book that has these rows.
    public init(restoring rows: [CapRow]) {
        for row in rows {
            var balance = CapBalance()
            for used in row.used { balance.use(used.amount, on: used.day) }
            for held in row.holds {
                balance.held += held.amount
                holds[CapHolder(demand: held.demand, programme: row.programme, cap: row.cap)] = CapHold(
                    key: row.key, amount: held.amount)
            }
            balances[row.key] = balance
        }
    }

    /// All there is, ascending by party, programme, cap and period; what comes to nothing is left out.
    ///
    /// Complexity: O(n log n).
    public var rows: [CapRow] {
        let held = Dictionary(grouping: holds, by: \.value.key).mapValues { holds in
            holds.map { CapRow.Held(demand: $0.key.demand, amount: $0.value.amount) }.sorted { $0.demand < $1.demand }
        }
        return balances.keys.sorted().compactMap { key in
            let used = balances[key]!.days.map { CapRow.Used(day: $0.day, amount: $0.amount) }
            guard !used.isEmpty || held[key] != nil else { return nil }
            return CapRow(
                party: key.party, programme: key.programme, cap: key.cap, period: key.period, used: used,
                holds: held[key] ?? [])
        }
    }

    /// What the cap leaves in the period of `stamp`, not negative; what `demand` itself holds there counts as left.
    public func remaining(_ account: CapAccount, for demand: DemandID? = nil, at stamp: Stamp) -> Money {
        guard let key = key(account, stamp) else { return account.cap.amount }
        let balance = balances[key] ?? CapBalance()
        let own = demand.flatMap { holds[holder($0, account)] }.flatMap { $0.key == key ? $0.amount : nil } ?? .zero
        return max(.zero, account.cap.amount - balance.used(from: account.firstDay(stamp)) - balance.held + own)
    }

    /// What was used in the period of `stamp`.
    public func used(_ account: CapAccount, at stamp: Stamp) -> Money {
        key(account, stamp).flatMap { balances[$0] }?.used(from: account.firstDay(stamp)) ?? .zero
    }

    /// Sets what a demand holds of a cap, in place of what it held, at most what is there; zero releases it.
    public mutating func setHold(_ amount: Money, of account: CapAccount, demand: DemandID, at stamp: Stamp) {
        release(account, demand: demand)
        guard let key = key(account, stamp) else { return }
        let held = min(amount, remaining(account, at: stamp))
        guard held > .zero else { return }
        balances[key, default: CapBalance()].held += held
        holds[holder(demand, account)] = CapHold(key: key, amount: held)
    }

    /// Counts an amount in the period of `stamp`.
    public mutating func use(_ amount: Money, of account: CapAccount, at stamp: Stamp) {
        guard let key = key(account, stamp) else { return }
        balances[key, default: CapBalance()].use(amount, on: account.day(stamp))
    }

    /// Gives an amount back to the period it was taken from; `stamp` is the instant it counted at.
    public mutating func restore(_ amount: Money, of account: CapAccount, countedAt stamp: Stamp) {
        use(-amount, of: account, at: stamp)
    }

    private mutating func release(_ account: CapAccount, demand: DemandID) {
        guard let hold = holds.removeValue(forKey: holder(demand, account)) else { return }
        balances[hold.key]?.held -= hold.amount
    }

    private func key(_ account: CapAccount, _ stamp: Stamp) -> CapKey? {
        account.cap.scope.period(at: stamp, clock: account.clock).map {
            CapKey(party: account.party, programme: account.programme, cap: account.cap.id, period: $0)
        }
    }

    private func holder(_ demand: DemandID, _ account: CapAccount) -> CapHolder {
        CapHolder(demand: demand, programme: account.programme, cap: account.cap.id)
    }
}

extension CapAccount {
    /// The local day on which an event at `stamp` is kept: 0 where only the period matters.
    fileprivate func day(_ stamp: Stamp) -> Int64 {
        if case .rollingDays = cap.scope { return clock.date(at: stamp).daysSinceEpoch }
        return 0
    }

    /// The first local day that counts at `stamp`.
    fileprivate func firstDay(_ stamp: Stamp) -> Int64 {
        if case .rollingDays(let days) = cap.scope { return day(stamp) - days + 1 }
        return 0
    }
}
