import Domain
import Records

/// Something that is not as a ledger must be; none is found in a ledger that only `apply` changed.
public enum LedgerViolation: Hashable, Sendable {
    /// The balances of an asset sum to this instead of zero.
    case unbalanced(Asset, Int128)
    /// put in − standing − returned is this instead of zero, over all accounts.
    case notConserved(Asset, Int128)
    /// The sum carried on with each transfer differs from the one over the accounts.
    case standingDiffers(Asset, carried: Int128, summed: Int128)
    case poolIdentityBroken(ProgrammeID, funder: Int64)
    case outsideChart(AccountID)
    case belowZero(AccountID)
    /// A wallet account against the sum of its lots.
    case lotsDiffer(Account, account: Int64, lots: Int64)
    case lotBelowZero(LotID)
}
