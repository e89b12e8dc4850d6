import Accounting
import Domain
import Records

extension Exchange {
    /// Takes a provider's report of the next stretch of a lease. What is neither used nor idle was missed.
    ///
    /// Errors: `seatForbidden`, `notAdmitted`, `unknownLease`, `foreignObject`, `usageAlreadyReported` (before what is
    /// reported), `usageOutsideLease` (inverted, beyond the window, or leaving a gap), `usageNotYetDue` (the future),
    /// `usageExceedsQuota`.
    mutating func reportUsage(_ report: UsageReport) throws(Reason) {
        let provider = try actingParty(.provider)
        guard let lease = leases.entry(report.lease) else { throw .unknownLease }
        guard lease.fill.provider == provider.id else { throw .foreignObject }
        guard report.fromSecond >= lease.reportedUntil else { throw .usageAlreadyReported }
        guard report.fromSecond == lease.reportedUntil, report.untilSecond > report.fromSecond,
            report.untilSecond <= lease.endSecond
        else { throw .usageOutsideLease }
        guard report.untilSecond <= draft.stamp.seconds else { throw .usageNotYetDue }
        let whole = lease.fill.quantity.milli * (report.untilSecond - report.fromSecond)
        guard report.used >= 0, report.idle >= 0, report.used <= whole, report.idle <= whole - report.used else {
            throw .usageExceedsQuota
        }
        deliver(
            Delivery(
                lease: report.lease, fromSecond: report.fromSecond, untilSecond: report.untilSecond, used: report.used,
                idle: report.idle, missed: whole - report.used - report.idle, reason: nil))
    }

    /// Ends a lease whose provider missed too much: the rest goes back to its sources.
    ///
    /// Errors: `seatForbidden`, `notAdmitted`, `unknownLease`, `foreignObject`, `alreadyClosed`, `leaseStillOwed`
    /// (too little was missed).
    mutating func endLease(_ id: LeaseID) throws(Reason) {
        let buyer = try actingParty(.buyer)
        guard let lease = leases.entry(id) else { throw .unknownLease }
        guard lease.fill.buyer == buyer.id else { throw .foreignObject }
        guard !lease.isOver else { throw .alreadyClosed }
        let allowed = Int128(catalogue.policy.missedHoursToEnd) * 3600 * Int128(lease.fill.quantity.milli)
        guard Int128(lease.account.missed) >= allowed else { throw .leaseStillOwed }
        let rest = lease.fill.quantity.milli * (lease.endSecond - lease.reportedUntil)
        emit(.leaseEnded(id, .endedForMissedHours))
        deliver(
            Delivery(
                lease: id, fromSecond: lease.reportedUntil, untilSecond: lease.endSecond, used: 0, idle: 0,
                missed: rest, reason: .endedForMissedHours))
    }

    /// Claims the public money that a lease has earned and that matured.
    ///
    /// Errors: `seatForbidden`, `notAdmitted`, `unknownLease`, `foreignObject`, `nothingToClaim`.
    mutating func claim(_ id: LeaseID) throws(Reason) {
        let party = try actingTrader()
        guard let lease = leases.entry(id) else { throw .unknownLease }
        guard lease.fill.provider == party.id || lease.fill.buyer == party.id else { throw .foreignObject }
        let claims = lease.account.claimable(by: party.id)
        guard !claims.isEmpty else { throw .nothingToClaim }
        emit(.claimed(id, claims))
        post(certain { () throws(AccountingFault) in try [Posting].claim(claims, by: party.id, of: lease.account) })
    }

    /// Books a stretch of delivery: quota, earned and refunded money, source by source.
    mutating func deliver(_ delivery: Delivery) {
        let before = leases.entry(delivery.lease)!.account
        let split = self.split(of: delivery, before)
        emit(.delivered(delivery))
        // A missed hour is the provider's fault, so that a lot gets its refund back even after its expiry.
        post(.delivery(of: before, split, refunds: { _ in .lot }))
    }

    /// What a stretch comes to, by the state before it.
    func split(of delivery: Delivery, _ account: LeaseAccount) -> DeliverySplit {
        var copy = account
        return certain {
            () throws(AccountingFault) in
            try copy.deliver(
                used: delivery.used, idle: delivery.idle, missed: delivery.missed,
                maturesAt: maturity(after: draft.stamp))
        }
    }

    /// When what is earned now becomes free to pay out or claimable.
    func maturity(after stamp: Stamp) -> Stamp {
        Stamp(microseconds: stamp.microseconds + catalogue.policy.contestHours * Stamp.microsecondsPerHour)
    }

    /// When a lease's next unreported hour counts as missed.
    func reportDeadline(of lease: LeaseEntry) -> Stamp {
        let hourEnd = Swift.min(lease.reportedUntil / 3600 + 1, lease.end)
        return Stamp(hour: hourEnd + catalogue.policy.reportHours)
    }
}
