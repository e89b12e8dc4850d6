import Domain
import Records

extension [Posting] {
    /// All that a stretch of delivery moves: the quota, then source by source what was earned (for own money
    /// with the fee) and what goes back.
    ///
    /// - Parameter split: what `LeaseAccount.deliver` gave for this stretch.
    public static func delivery(
        of lease: LeaseAccount, _ split: DeliverySplit, refunds destination: (LotID) -> RefundDestination
    ) -> [Posting] {
        let quota = quotaDelivery(of: lease, used: split.used, idle: split.idle, missed: split.missed)
        return quota
            + split.pieces.flatMap { piece in
                earning(piece, of: lease) + (piece.source == .own ? fee(split.fee, of: lease) : [])
                    + refund(piece, of: lease, to: destination)
            }
    }
}
