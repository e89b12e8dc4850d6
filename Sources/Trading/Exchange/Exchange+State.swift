import Accounting
import Domain

extension Exchange {
    /// Turns entries that were decided since the last batch into what is written in one transaction.
    ///
    /// - Parameters:
    ///   - entries: in order, never empty; the last is the newest of this state.
    ///   - stateHash: the state's content hash, where the batch is to store it.
    public mutating func batch(_ entries: [JournalEntry], stateHash: UInt64? = nil) -> JournalBatch {
        let balances = ledger.drainTouched().map { AccountBalance(account: $0.account, balance: $0.balance) }
        let lots = ledger.drainTouchedLots().map { LotBalance(lot: $0.lot, free: $0.free, held: $0.held) }
        return JournalBatch(entries: entries, head: head, balances: balances, lots: lots, stateHash: stateHash)
    }
}
