import Domain
import Records

/// Where a lot's part of a refund goes.
public enum RefundDestination: Hashable, Sendable {
    /// Back to the lot: it has not expired, or the refund is valid for 30 days from now.
    case lot
    /// The lot has expired and neither provider nor exchange was at fault.
    case forfeited(BreakageTo)
}

extension RefundDestination {
    /// How long a refund into an expired lot is valid.
    public static let validDays: Int64 = 30

    /// `rules.md`: an unexpired lot always gets its refund; an expired one only where the provider or the
    /// exchange was at fault; else it is forfeited, to lapsed where the programme says so or the pool's year
    /// is closed.
    public static func of(
        expiresAt: Stamp, at now: Stamp, buyerAtFault: Bool, breakageTo: BreakageTo, poolYearClosed: Bool = false
    ) -> RefundDestination {
        if now < expiresAt || !buyerAtFault { return .lot }
        return .forfeited(poolYearClosed ? .lapsed : breakageTo)
    }
}

extension [Posting] {
    /// A source's missed piece goes back to where it came from: money to the buyer's free, a lot's share to the
    /// lot, or to the pool where it is forfeited.
    public static func refund(
        _ piece: SourcePiece, of lease: LeaseAccount, to destination: (LotID) -> RefundDestination
    ) -> [Posting] {
        let subject = TransferSubject.lease(lease.lease)
        switch piece.source {
        case .own, .transfer:
            return [Posting(from: .escrow(lease.buyer), to: .free(lease.buyer), piece.missed, .refund, subject)]
        case .lot(let share):
            let escrow = Account.voucher(share.asset, .escrow, lease.buyer)
            switch destination(share.lot) {
            case .lot:
                let wallet = Account.voucher(share.asset, .lotsFree, lease.buyer)
                return [Posting(from: escrow, to: wallet, piece.missed, lot: share.lot, .refund, subject)]
            case .forfeited(let breakage):
                let pool = breakage.account(share.asset)
                return [Posting(from: escrow, to: pool, piece.missed, lot: share.lot, .forfeit, subject)]
            }
        }
    }
}

extension BreakageTo {
    /// The account of the pool that takes what is forfeited or expires.
    func account(_ asset: Asset) -> Account {
        switch self {
        case .available: .available(asset)
        case .lapsed: .lapsed(asset)
        }
    }
}
