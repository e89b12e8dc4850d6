import Domain
import Records

extension [Posting] {
    /// A source's earned piece: out of the buyer's escrow to whom it is due.
    ///
    /// Own money goes to the provider's earned. A lot's share goes to the provider's earned where it replaced
    /// own money, to the buyer's where it reimburses the buyer.
    public static func earning(_ piece: SourcePiece, of lease: LeaseAccount) -> [Posting] {
        let subject = TransferSubject.lease(lease.lease)
        switch piece.source {
        case .own:
            return [Posting(from: .escrow(lease.buyer), to: .earned(lease.provider), piece.earned, .earning, subject)]
        case .transfer:
            return network(piece, of: lease)
        case .lot(let share):
            return [
                Posting(
                    from: .voucher(share.asset, .escrow, lease.buyer),
                    to: .voucher(share.asset, .earned, lease.claimant(of: share)), piece.earned, lot: share.lot,
                    .earning, subject)
            ]
        }
    }
}
