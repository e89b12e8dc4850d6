import Accounting
import Domain
import Records

/// A rule that the auditor found broken.
enum Finding: Hashable {
    case violation(LedgerViolation)
    case foldDiffers
    case naiveDiffers(Account)
    case moneyNotConserved
    case poolNotConserved(Asset)
    case heldDiffers(PartyID)
    case lotDiffers(LotID)
    case footing(Account)
    case incrementalCheckDiffers(Asset)
}

extension Market {
    /// Every rule of conservation, at this prefix of the history; empty in a sound one.
    func audit() -> [Finding] {
        ledger.violations().map { .violation($0) } + (twin == ledger ? [] : [.foldDiffers])
            + ledger.flows.filter { !ledger.isConserved($0.asset) }.map { .incrementalCheckDiffers($0.asset) }
            + naiveFindings() + moneyFindings() + poolFindings() + holdFindings() + lotFindings()
            + Footing(leases).differences(from: ledger).map { .footing($0.account) }
    }

    private func naiveFindings() -> [Finding] {
        ledger.rows.filter { naive[$0.account] != Int128($0.balance) }.map { .naiveDiffers($0.account) }
            + (naive.contains { $0.value != 0 && ledger.accountID(for: $0.key) == nil } ? [.naiveDiffers(.bank)] : [])
    }

    /// put in = free + held + escrow + earned + fees + network + returned.
    private func moneyFindings() -> [Finding] {
        let there = ledger.conservation(of: .cny)
        let sum = [.free, .held, .escrow, .earned, .fees, .network].reduce(paidOut) { $0 + there.sum(of: $1) }
        let flows = there.flow.putIn == deposited && there.flow.returned == paidOut
        return deposited == sum && flows && there.holds ? [] : [.moneyNotConserved]
    }

    private func poolFindings() -> [Finding] {
        ledger.poolIdentities().filter { pool in
            let asset = Asset.programme(pool.programme, funder: pool.funder)
            let putIn = ledger.flow(of: asset)?.putIn
            return !pool.holds || pool.authorised != authorised[asset] || putIn != authorised[asset]
        }.map { .poolNotConserved(.programme($0.programme, funder: $0.funder)) }
    }

    private func holdFindings() -> [Finding] {
        Market.parties.filter { party in
            let sum = holds.filter { buyer($0) == party }.reduce(Int64(0)) { $0 + $1.own.fen }
            return sum != ledger.balance(of: .held(party))
        }.map { .heldDiffers($0) }
    }

    private func lotFindings() -> [Finding] {
        ledger.lotRows.filter { row in
            let parts = holds.flatMap(\.lots).filter { $0.lot == row.lot }
            let sum = parts.reduce(Money.zero) { $0 + $1.amounts.reduce(.zero, +) }
            return sum != row.heldSum
        }.map { .lotDiffers($0.lot) }
    }
}
