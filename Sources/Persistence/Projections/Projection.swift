import Domain
import Records

/// The rows that events make: a pure function of the records of a batch.
///
/// It knows no database. What a record changes of older rows becomes a change by number; everything else
/// becomes new rows.
struct Projection: Sendable {
    var catalogue = CatalogueRows()
    var parties = PartyRows()
    var programmes = ProgrammeRows()
    var market = MarketRows()
    var accounts = AccountRows()
    var batches = CalledBatchRows()
    var safety = SafetyRows()

    /// Adds what one record made.
    mutating func add(_ record: Record) {
        for event in record.events { add(event, record.header) }
    }

    private mutating func add(_ event: Event, _ header: RecordHeader) {
        switch event {
        case .zoneDefined, .networkPublished, .conversionPublished, .policySet, .instanceTypeDefined,
            .referencesPublished:
            catalogue.add(event, header.sequence)
        case .partyRegistered, .partyApproved, .partyAdmitted, .ownershipRecorded, .relationRecorded,
            .depositRecorded, .payoutRequested, .payoutApproved:
            parties.add(event, header.sequence)
        case .accountOpened(let id, let account): accounts.open(id, account, header.sequence)
        case .programmeProposed, .programmeApproved, .poolAuthorised, .voucherEvaluated, .lotIssued, .lotExpired:
            programmes.add(event, header.sequence)
        case .offerListed, .offerAmended, .offerClosed, .demandAccepted, .demandAmended, .holdSet, .demandRested,
            .demandClosed, .demandQuoted, .quoteTaken, .bundleAccepted:
            market.addOrder(event, header.sequence)
        case .filled, .fillEvaluated: market.addFill(event, header.sequence)
        case .delivered, .earningMatured, .leaseEnded, .claimed, .leaseCut: market.addDelivery(event, header)
        case .batchPolicySet, .batchCalled, .batchClosed, .batchRoundHeld, .batchRoundAwaits:
            batches.add(event, header.sequence)
        case .halted, .resumed, .verified, .verificationFailed, .verificationLapsed: safety.add(event, header.sequence)
        // The state has it; nobody asks for those before.
        case .clockAdvanced, .safetyPolicySet, .quotePolicySet: break
        }
    }

    /// All new rows, in an order that is the same for every batch.
    var rows: [TableRows] {
        catalogue.rows + parties.rows + programmes.rows + market.rows + accounts.rows
            + batches.rows + safety.rows
    }

    var updates: [RowUpdate] { parties.updates + programmes.updates + market.updates + batches.updates }
}
