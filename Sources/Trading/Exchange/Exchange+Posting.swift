import Accounting
import Domain
import Programmes
import Records

extension Exchange {
    /// Posts one moment's list. Funds were checked before, so a fault is ours and ends the epoch.
    mutating func post(_ postings: [Posting]) {
        var posting = PostingDraft(takingOver: &draft.events, &draft.transfers)
        do throws(AccountingFault) {
            try posting.post(postings, on: &ledger)
        } catch {
            preconditionFailure("record \(draft.sequence) posts what the ledger refuses: \(error)")
        }
        (draft.events, draft.transfers) = (posting.events, posting.transfers)
    }

    /// What the posting rules ask of a lot.
    func lotTerms(_ id: LotID) -> LotTerms {
        let lot = lots[id]!.lot
        let version = programmes.entry(lot.programme)!.version(lot.programmeVersion)!
        return LotTerms(programme: lot.programme, mode: version.definition.mode)
    }
}

/// The result of what was checked before it was done: a refusal here is our own fault and ends the epoch.
func certain<Result, Refusal: Error>(_ body: () throws(Refusal) -> Result) -> Result {
    do throws(Refusal) {
        return try body()
    } catch {
        preconditionFailure("what was checked before was refused: \(error)")
    }
}
