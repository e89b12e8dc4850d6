import Domain
import Records

extension [Posting] {
    /// A payout that a second person approved: free → bank. Nothing moves at the request.
    public static func payout(_ payout: PayoutID, _ amount: Money, of party: PartyID) -> [Posting] {
        [Posting(from: .free(party), to: .bank, amount, .payout, .payout(payout))]
    }
}
