import Domain
import Records

/// One record of each kind of command, with events and transfers such as it leads to.
///
/// Their bytes stand in `GoldenBytes`: a journal written today must be readable for as long as there is one.
enum GoldenRecords {
    static let all: [Record] = CommandKind.allCases.map(record)

    static func record(_ kind: CommandKind) -> Record {
        let (command, events, transfers) = must { () throws(Reason) in try content(kind) }
        let refused = kind == .withdrawOffer
        let actor = Actor(organisation: PartyID(2), person: PersonID(3), key: KeyID(4), seat: .buyer)
        let header = RecordHeader(
            sequence: Int64(kind.rawValue) + 1, stamp: Stamp(seconds: 1_795_000_000),
            actor: kind == .tick ? .exchange : actor, kind: kind,
            outcome: refused ? .refused(.unknownOffer) : .accepted)
        return Record(header: header, command: command, events: events, transfers: transfers)
    }

    private static func content(_ kind: CommandKind) throws(Reason) -> (Command, [Event], [Transfer]) {
        switch kind {
        case .defineZone, .publishNetwork, .publishConversion, .setPolicy, .defineInstanceType:
            let (command, event) = try catalogue(kind)
            return (command, [event], [])
        case .registerParty, .admitParty, .recordOwnership, .recordRelation:
            let (command, events) = try parties(kind)
            return (command, events, [])
        case .recordDeposit, .requestPayout, .approvePayout: return try money(kind)
        case .proposeProgramme, .approveProgramme, .authorisePool, .applyForVoucher: return try programmes(kind)
        case .listOffer, .withdrawOffer, .submitDemand, .cancelDemand: return try market(kind)
        case .amendDemand, .amendOffer, .cancelDemands, .withdrawOffers: return try amendments(kind)
        case .setBatchPolicy, .callBatch, .closeBatch: return try batches(kind)
        case .halt, .resume, .setSafetyPolicy, .attest, .failVerification: return try safety(kind)
        case .setQuotePolicy, .quoteDemand, .takeQuote: return try quotes(kind)
        case .submitBundle: return try bundle()
        case .planWithdrawal: return try withdrawal()
        default: return try delivery(kind)
        }
    }

    static func transfer(
        _ debit: Int64, _ credit: Int64, _ amount: Int64, lot: LotID? = nil, _ cause: TransferCause,
        _ subject: TransferSubject
    ) -> Transfer {
        Transfer(
            debit: AccountID(debit), credit: AccountID(credit), amount: amount, lot: lot, cause: cause,
            subject: subject)
    }
}
