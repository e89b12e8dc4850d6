import Domain
import Records

/// What must never happen when money moves: each case is our own fault, never the asker's.
///
/// `Trading` checks funds before it posts, so it treats any of these as `internalFault` and ends the
/// epoch. The order of the cases is the order in which they are looked for.
public enum AccountingFault: Error, Hashable, Sendable {
    // Opening an account.
    /// Numbers are dense from 1.
    case accountNotNext(AccountID, expected: AccountID)
    case accountTwice(Account)
    /// The chart has no such account: role, asset and owner do not go together.
    case outsideChart(Account)
    // Applying a transfer.
    case amountNotPositive(Int64)
    case accountUnknown(AccountID)
    case sameAccount(AccountID)
    case assetsDiffer(debit: Asset, credit: Asset)
    /// Public money of a party moves without its lot, or anything else with one.
    case lotMismatch(LotID?)
    /// The lot belongs to another holder or programme than the account.
    case lotForeign(LotID)
    /// Only a source may stand below zero.
    case overdraft(Account, short: Int64)
    case lotOverdraft(LotID, short: Int64)
    case overflow(Account)
    // Leases.
    /// Own money and the shares that replace it do not sum to the capacity line.
    case sharesDoNotSum(LeaseID)
    /// A source is named twice, or its programme pays nothing at the fill.
    case shareInvalid(LeaseID, FundingSource)
    /// A negative amount, or more than is undelivered.
    case deliveryOutsideLease(LeaseID)
    case claimOutsideLease(LeaseID, LotID)
}

extension AccountingFault {
    /// What the asker is told.
    public var reason: Reason { .internalFault }
}
