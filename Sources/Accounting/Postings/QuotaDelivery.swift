import Domain
import Records

extension [Posting] {
    /// Quota ends as used, idle or missed: the buyer's undelivered → the outcome, in this order.
    public static func quotaDelivery(of lease: LeaseAccount, used: Int64, idle: Int64, missed: Int64) -> [Posting] {
        let amounts: [(DeliveryOutcome, Int64)] = [(.used, used), (.idle, idle), (.missed, missed)]
        return amounts.map { outcome, amount in
            Posting(
                from: .undelivered(lease.lease, buyer: lease.buyer),
                to: .delivered(lease.lease, outcome, buyer: lease.buyer), amount: amount, cause: .delivery,
                subject: .lease(lease.lease))
        }
    }
}
