import Accounting
import Domain
import Records

/// A small exchange that moves money at random by the posting rules alone, and an auditor beside it.
///
/// It keeps three books of the same postings: the ledger, a twin that folds events and transfers as recovery
/// does, and a naive sum by account that shares no code with either.
struct Market {
    var ledger = Ledger()
    var twin = Ledger()
    var naive: [Account: Int128] = [:]
    var deposited: Int128 = 0
    var paidOut: Int128 = 0
    var authorised: [Asset: Int128] = [:]
    var holds: [DemandHold] = []
    var buyers: [DemandID: PartyID] = [:]
    var leases: [LeaseAccount] = []
    var lots: [Lot] = []
    var expired: Set<LotID> = []
    var now = Stamp.epoch
    /// Set by a control: the twin loses the next transfer.
    var losesTransfer = false

    static let parties = (1...4).map { PartyID(Int64($0)) }

    /// Posts one record.
    mutating func record(_ postings: [Posting]) throws {
        var draft = PostingDraft()
        try draft.post(postings, on: &ledger)
        try twin.fold(draft.events, losesTransfer ? draft.transfers.dropLast() : draft.transfers)
        for posting in postings {
            naive[posting.from, default: 0] -= Int128(posting.amount)
            naive[posting.to, default: 0] += Int128(posting.amount)
        }
    }

    func free(_ party: PartyID) -> Int64 { ledger.balance(of: .free(party)) }
    func buyer(_ hold: DemandHold) -> PartyID { buyers[hold.demand] ?? PartyID(0) }
    func wallet(of party: PartyID) -> [LotRow] { ledger.lotRows.filter { $0.holder == party } }
}
