import Domain
import Records

extension Ledger {
    /// Opens the account where the event opens one; other events say nothing to the ledger.
    /// Errors: those of `open`.
    public mutating func fold(_ event: Event) throws(AccountingFault) {
        if case .accountOpened(let id, let account) = event { try open(id, account) }
    }

    /// Folds what a record opened and moved. Errors: those of `open` and `apply`.
    public mutating func fold(_ events: [Event], _ transfers: [Transfer]) throws(AccountingFault) {
        for event in events { try fold(event) }
        for transfer in transfers { try apply(transfer) }
    }

    /// The accounts changed or opened since the last drain, ascending. Complexity: O(k log k).
    public mutating func drainTouched() -> [TouchedAccount] {
        for id in touched { isTouched[Int(id.number) - 1] = false }
        defer { touched.removeAll(keepingCapacity: true) }
        return touched.sorted().map { TouchedAccount(account: $0, balance: balance(of: $0)) }
    }

    /// The lots changed since the last drain, ascending. Complexity: O(k log k).
    public mutating func drainTouchedLots() -> [TouchedLot] { lots.drainTouched() }

    /// A ledger read from tables, as it was written; `violations()` then says what is wrong with it.
    ///
    /// - Parameter rows: in order of account number, from 1, without gaps.
    public init(restoring rows: [LedgerRow], flows: [AssetFlow], lots restored: [LotRow]) {
        self.init()
        for row in rows { admit(row, nextAccount) }
        for flow in flows { positions[position(of: flow.asset)].flow = flow }
        lots = LotTable(restoring: restored)
    }

    /// The flows of all assets in order of first use: what a table keeps beside the balances.
    public var flows: [AssetFlow] { positions.map(\.flow) }
}
