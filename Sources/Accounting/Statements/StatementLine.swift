import Domain
import Records

/// How far a part of a statement has come.
public enum ClaimState: UInt8, Sendable, CaseIterable {
    /// Own money is not claimed.
    case notClaimed
    /// Nothing of it is earned, or all that was is within its 72 hours.
    case waiting
    /// Something may be claimed now.
    case claimable
    /// All that may be claimed was; more may follow.
    case partlyClaimed
    /// Delivered to the end, and all that was earned is claimed.
    case claimed
    /// Delivered to the end, and nothing of it was earned.
    case refunded
}

/// What one source of a lease paid, and where that is now.
public struct StatementLine: Hashable, Sendable {
    public let source: LeaseSource
    /// amount = escrow + earned + refunded.
    public let amount: Money
    public let escrow: Money
    /// Before the fee.
    public let earned: Money
    public let refunded: Money
    /// Taken out of the earned; own money only.
    public let fee: Money
    /// Earned less fee, within its 72 hours.
    public let waiting: Money
    /// Own money: gone to the provider's free account. The transfer line: gone to the network account.
    public let paid: Money
    public let claimable: Money
    public let claimed: Money
    /// earned = fee + waiting + paid + claimable + claimed.
    public let claimState: ClaimState
}

extension StatementLine {
    init(_ share: LeaseShare, fee leaseFee: Money) {
        let isOwn = share.source == .own
        let isTransfer = share.source == .transfer
        source = share.source
        amount = share.amount
        escrow = share.escrow
        earned = share.earned
        refunded = share.refunded
        fee = isOwn ? leaseFee : .zero
        waiting = isTransfer ? .zero : share.earned - fee - share.matured
        paid = isTransfer ? share.earned : isOwn ? share.matured : .zero
        claimable = share.claimable
        claimed = share.claimed
        claimState = ClaimState(share)
    }
}

extension ClaimState {
    init(_ share: LeaseShare) {
        let isEnded = share.escrow == .zero
        if share.lotShare == nil {
            self = .notClaimed
        } else if share.claimable > .zero {
            self = .claimable
        } else if isEnded && share.earned == .zero {
            self = .refunded
        } else if share.claimed == .zero {
            self = .waiting
        } else {
            self = isEnded && share.claimed == share.earned ? .claimed : .partlyClaimed
        }
    }
}
