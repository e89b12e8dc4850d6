import Domain
import Records

extension LeaseAccount {
    /// All that a party may claim of this lease now, in the order of the shares; empty where nothing.
    public func claimable(by party: PartyID) -> [ProgrammeClaim] {
        shares.compactMap { share in
            guard let lot = share.lotShare, claimant(of: lot) == party, share.claimable > .zero else { return nil }
            return ProgrammeClaim(lot: lot.lot, funder: lot.funder, amount: share.claimable)
        }
    }

    /// Books claims. Errors: `claimOutsideLease` at the first that is more than claimable; the lease is then
    /// unchanged. Each part of a lot is named once.
    public mutating func claim(_ claims: [ProgrammeClaim]) throws(AccountingFault) {
        var after = shares
        for claim in claims {
            guard let position = position(of: claim.lot, claim.funder), claim.amount > .zero,
                claim.amount <= after[position].claimable
            else { throw .claimOutsideLease(lease, claim.lot) }
            after[position].claimed += claim.amount
        }
        shares = after
    }
}
