import Domain
import Records

extension [Posting] {
    /// 72 hours passed uncontested: the provider's earned, less fee, → free.
    public static func maturity(_ amount: Money, of lease: LeaseAccount) -> [Posting] {
        [Posting(from: .earned(lease.provider), to: .free(lease.provider), amount, .maturity, .lease(lease.lease))]
    }
}
