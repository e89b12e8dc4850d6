import Domain
import Records

extension [Posting] {
    /// A lease is cut: the quota goes back to the provider's duty, then what each source had put in for it goes back.
    ///
    /// - Parameter pieces: what `LeaseAccount.cut` gave.
    public static func cut(
        _ quota: Int64, of lease: LeaseAccount, _ pieces: [SourcePiece],
        refunds destination: (LotID) -> RefundDestination
    ) -> [Posting] {
        [
            Posting(
                from: .undelivered(lease.lease, buyer: lease.buyer), to: .duty(lease.lease, provider: lease.provider),
                amount: quota, cause: .refund, subject: .lease(lease.lease))
        ] + pieces.flatMap { refund($0, of: lease, to: destination) }
    }
}
