import Domain
import Records

extension [Posting] {
    /// The provider bears the fee, out of what it just earned: earned → fees.
    public static func fee(_ amount: Money, of lease: LeaseAccount) -> [Posting] {
        [Posting(from: .earned(lease.provider), to: .fees, amount, .fee, .lease(lease.lease))]
    }
}
