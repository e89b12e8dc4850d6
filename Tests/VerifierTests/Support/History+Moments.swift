import Domain
import Records

extension History {
    mutating func deposit(_ amount: Int64, to party: Int64) {
        let deposit = BankDeposit(
            party: PartyID(party), amount: Money(fen: amount), reference: label("B-\(records.count)"))
        append(
            .recordDeposit(deposit), [.depositRecorded(deposit)],
            [Move(.bank, .money(.free, party), amount, .deposit)])
    }

    mutating func authorise(_ amounts: [Int64]) {
        let moves = amounts.enumerated().map {
            Move(.pool(.authority, funder: Int64($0)), .pool(.available, funder: Int64($0)), $1, .authorisation)
        }
        append(
            .authorisePool(ProgrammeID(1), Money(fen: amounts.reduce(0, +))),
            [.poolAuthorised(ProgrammeID(1), amounts.map { Money(fen: $0) })], moves)
    }

    mutating func issue(lot: Int64, to party: Int64, _ faces: [Int64]) {
        let issued = Lot(
            id: LotID(lot), programme: ProgrammeID(1), programmeVersion: 1, holder: PartyID(party),
            faces: faces.map { Money(fen: $0) }, issuedAt: stamp, expiresAt: Stamp(seconds: 1_800_000_000))
        let moves = faces.enumerated().filter { $1 > 0 }.map {
            let funder = Int64($0)
            return Move(
                .pool(.available, funder: funder), .voucher(.lotsFree, party, funder: funder), $1,
                lot: LotID(lot), .issue)
        }
        append(.applyForVoucher(ProgrammeID(1), plannedSpend: Money(fen: 1)), [.lotIssued(issued)], moves)
    }

    /// A fill of one unit for an hour, paid out of what is free, own money and one lot of one funder.
    mutating func fill(_ number: Int64, buyer: Int64, own: Int64, lot: Int64, public share: Int64) {
        let fill = Fill(
            id: FillID(number), demand: DemandID(number), offer: OfferID(1), buyer: PartyID(buyer),
            provider: PartyID(9), quantity: Quantity(unchecked: 1000), window: Window(unchecked: 498_000, 498_001),
            askSum: own + share, priceSum: own + share, chargeTariff: .zero, home: ZoneID(1), zone: ZoneID(2),
            capacity: Money(fen: own + share), transfer: .zero,
            shares: [
                FundingShare(source: .own, amount: Money(fen: own)),
                FundingShare(source: .lot(LotID(lot), funder: 0), amount: Money(fen: share)),
            ], fee: .zero, versions: PinnedVersions(network: 1, conversion: 1, policy: 1, reference: 0), related: false)
        append(
            .cancelDemand(fill.demand), [.filled(fill)],
            [
                Move(.money(.free, buyer), .money(.held, buyer), own, .hold),
                Move(.voucher(.lotsFree, buyer), .voucher(.lotsHeld, buyer), share, lot: LotID(lot), .hold),
                Move(.money(.held, buyer), .money(.escrow, buyer), own, .capture),
                Move(.voucher(.lotsHeld, buyer), .voucher(.escrow, buyer), share, lot: LotID(lot), .capture),
                Move(.quota(.duty, number, 9), .quota(.undelivered, number, buyer), 3_600_000, .grant),
            ])
    }

    mutating func deliver(_ number: Int64, buyer: Int64, own: Int64, lot: Int64, public share: Int64) {
        append(
            .reportUsage(UsageReport(lease: LeaseID(number), fromSecond: 0, untilSecond: 3600, used: 1, idle: 0)), [],
            [
                Move(.quota(.undelivered, number, buyer), .quota(.used, number, buyer), 3_600_000, .delivery),
                Move(.money(.escrow, buyer), .money(.earned, 9), own, .earning),
                Move(.voucher(.escrow, buyer), .voucher(.earned, 9), share, lot: LotID(lot), .earning),
            ])
    }

    mutating func payOut(_ payout: Int64, _ amount: Int64, of party: Int64) {
        append(
            .requestPayout(Money(fen: amount)),
            [.payoutRequested(PayoutID(payout), PartyID(party), Money(fen: amount), by: PersonID(1))])
        append(
            .approvePayout(PayoutID(payout), bankReference: label("P-\(payout)")),
            [.payoutApproved(PayoutID(payout), bankReference: label("P-\(payout)"), by: PersonID(2))],
            [Move(.money(.free, party), .bank, amount, .payout)])
    }

    func label(_ text: String) -> Label {
        do { return try Label(text) } catch { preconditionFailure("a label of a test is one") }
    }
}
