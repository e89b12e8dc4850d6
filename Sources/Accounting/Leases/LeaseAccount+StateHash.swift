import Domain
import Records

extension LeaseAccount {
    /// Adds the lease's content to a hash. Complexity: O(shares × stretches that wait).
    public func combine(into hash: inout ContentHash) {
        for number in [lease.number, whole, used, idle, missed, fee.fen] { hash.combine(number) }
        for share in shares {
            for amount in [share.amount, share.earned, share.refunded, share.matured, share.claimed] {
                hash.combine(amount.fen)
            }
        }
        hash.combine(Int64(pending.count))
        for earning in pending {
            hash.combine(earning.maturesAt.microseconds)
            for amount in earning.amounts { hash.combine(amount.fen) }
        }
    }
}
