import Domain
import Records

extension [Posting] {
    /// A claimant asks for what it earned of public money: its earned → its claimed, part by part.
    ///
    /// Errors: `claimOutsideLease`, where the lease has no such share or the share is another's to claim.
    public static func claim(
        _ claims: [ProgrammeClaim], by party: PartyID, of lease: LeaseAccount
    ) throws(AccountingFault) -> [Posting] {
        var postings: [Posting] = []
        for claim in claims {
            guard let share = lease.lotShare(claim.lot, funder: claim.funder), lease.claimant(of: share) == party else {
                throw .claimOutsideLease(lease.lease, claim.lot)
            }
            postings.append(
                Posting(
                    from: .voucher(share.asset, .earned, party), to: .voucher(share.asset, .claimed, party),
                    claim.amount, lot: claim.lot, .claim, .lease(lease.lease)))
        }
        return postings
    }
}
