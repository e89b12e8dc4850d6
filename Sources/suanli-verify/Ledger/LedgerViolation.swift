import Domain
import Records

/// A rule of the ledger that a record breaks.
enum LedgerViolation: Hashable {
    /// A refused command moved something or led to an event.
    case refusedButEffective
    case accountReopened(AccountID)
    /// The role has no place in the asset.
    case accountOutsideChart(AccountID)
    case accountUnknown(AccountID)
    /// Debit and credit are the same account.
    case transferToItself(AccountID)
    /// Debit and credit hold different assets: the transfer does not balance in either.
    case assetsMixed(AccountID, AccountID)
    /// Another account than a source is below zero, or a source above.
    case balanceOnWrongSide(AccountID)
    case lotReissued(LotID)
    case lotUnknown(LotID)
    /// A transfer touches a wallet and names no lot.
    case walletWithoutLot(AccountID)
    /// A transfer's lot is of another programme or of another holder than the wallet.
    case lotMismatch(LotID, AccountID)
    case lotFreeNegative(LotID)
    case lotHeldNegative(LotID)
    /// What was issued is not the face of the lot.
    case lotFace(LotID)
    case payoutUnknown(PayoutID)
    /// What stands in the accounts of an asset is not what was put in.
    case conservation(Asset)
    /// What the source gave is not what the events say: deposits less payouts, authorised, or granted.
    case sourceDiffers(Asset)
}
