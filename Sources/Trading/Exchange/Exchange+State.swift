import Accounting
import Domain
import Matching
import Programmes
import Records

extension Exchange {
    /// A hash of the state's content: the same for every way that led to it, on any machine.
    ///
    /// It guards recovery against faults, not against forgery. Complexity: O(state).
    public func stateHash() -> UInt64 {
        var hash = ContentHash()
        for number in [sequence, lastStamp.microseconds, marketTime?.microseconds ?? -1] { hash.combine(number) }
        for version in [catalogue.networkVersion, catalogue.conversionVersion, catalogue.policyVersion] {
            hash.combine(version)
        }
        ledger.combine(into: &hash)
        hash.combine(market.stateHash)
        for offer in orders.offers { hash.combine(Int64(offer.isOpen ? 1 : 0)) }
        for demand in orders.demands { demand.combine(into: &hash) }
        for lease in leases.entries {
            lease.account.combine(into: &hash)
            hash.combine(lease.reportedUntil)
        }
        for party in parties.entries { hash.combine(Int64(party.approvals.count * 2 + (party.admitted ? 1 : 0))) }
        for payout in payouts.entries { hash.combine(payout.approver?.number ?? -1) }
        for programme in programmes.entries {
            for version in programme.versions { hash.combine(version.approver?.number ?? -1) }
        }
        for lot in lots.all {
            for part in [lot.free, lot.held, lot.drawn, lot.expired] { for money in part { hash.combine(money.fen) } }
            hash.combine(lot.usableUntil.microseconds)
        }
        references.combine(into: &hash)
        batches.combine(into: &hash)
        halts.combine(into: &hash)
        safety.combine(into: &hash)
        verifications.combine(into: &hash)
        return hash.value
    }

    /// Turns entries that were decided since the last batch into what is written in one transaction.
    ///
    /// - Parameters:
    ///   - entries: in order, never empty; the last is the newest of this state.
    ///   - hashing: whether the batch stores the state's content hash.
    public mutating func batch(_ entries: [JournalEntry], hashing: Bool) -> JournalBatch {
        let balances = ledger.drainTouched().map { AccountBalance(account: $0.account, balance: $0.balance) }
        let lots = ledger.drainTouchedLots().map { LotBalance(lot: $0.lot, free: $0.free, held: $0.held) }
        return JournalBatch(
            entries: entries, head: head, balances: balances, lots: lots, stateHash: hashing ? stateHash() : nil)
    }
}

extension DemandEntry {
    fileprivate func combine(into hash: inout ContentHash) {
        for number in [open.milli, hold.own.fen, fills, Int64(contracts.count)] { hash.combine(number) }
        hash.combine(Int64((isOpen ? 1 : 0) + (rests ? 2 : 0)))
        for lot in hold.lots {
            hash.combine(lot.lot.number)
            for money in lot.amounts { hash.combine(money.fen) }
        }
        for contract in contracts {
            hash.combine(contract.provider.number)
            for totals in contract.state.totals {
                for number in [totals.programme.number, totals.version, totals.base.fen, totals.amount.fen] {
                    hash.combine(number)
                }
                hash.combine(totals.weighted)
            }
        }
    }
}
