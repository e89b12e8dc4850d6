import Domain
import Records

extension GoldenRecords {
    static func programmes(_ kind: CommandKind) throws(Reason) -> (Command, [Event], [Transfer]) {
        let programme = ProgrammeID(1)
        let asset = Asset.programme(programme, funder: 0)
        switch kind {
        case .proposeProgramme:
            let definition = try definition()
            return (
                .proposeProgramme(definition),
                [.programmeProposed(programme, version: 1, definition, by: PersonID(3))], []
            )
        case .approveProgramme:
            return (
                .approveProgramme(programme, version: 1),
                [.programmeApproved(programme, version: 1, by: PersonID(5))], []
            )
        case .authorisePool:
            let amount = Money(fen: 1_000_000_000)
            let opened: [Event] = [
                .accountOpened(AccountID(3), Account(asset: asset, role: .authority)),
                .accountOpened(AccountID(4), Account(asset: asset, role: .available)),
            ]
            return (
                .authorisePool(programme, amount), [.poolAuthorised(programme, [amount])] + opened,
                [transfer(3, 4, amount.fen, .authorisation, .programme(programme))]
            )
        default:
            let steps = [
                TraceStep(phase: .rate, rule: try Symbol("sme"), input: 2000, output: 400_000),
                TraceStep(phase: .contractCap, rule: nil, input: 400_000, output: 300_000, reason: .capReached),
            ]
            let decision = VoucherDecision(
                programme: programme, version: 1, party: PartyID(6), plannedSpend: Money(fen: 2_000_000),
                granted: Money(fen: 300_000), trace: steps)
            let lot = Lot(
                id: LotID(1), programme: programme, programmeVersion: 1, holder: PartyID(6),
                faces: [Money(fen: 300_000)], issuedAt: Stamp(seconds: 1_795_000_000),
                expiresAt: Stamp(seconds: 1_798_732_800))
            return (
                .applyForVoucher(programme, plannedSpend: Money(fen: 2_000_000)),
                [.voucherEvaluated(decision), .lotIssued(lot)],
                [transfer(4, 5, 300_000, lot: LotID(1), .issue, .lot(LotID(1)))]
            )
        }
    }

    private static func definition() throws(Reason) -> ProgrammeDefinition {
        ProgrammeDefinition(
            code: try Symbol("beijing-2025"), title: try Label("北京算力券"), titleEnglish: try Label("Beijing vouchers"),
            sources: [ProgrammeSource(text: try Label("京科发〔2025〕1 号"), confidence: try Symbol("s"))],
            mode: .reimburse, effectiveFrom: try CivilDate(year: 2025, month: 1, day: 1),
            effectiveThrough: try CivilDate(year: 2027, month: 12, day: 31),
            funders: [Funder(name: try Label("市科委"), level: .city, share: .whole)],
            eligibility: [
                EligibilityClause(id: try Symbol("region"), test: .region([try Symbol("beijing")])),
                EligibilityClause(id: try Symbol("legal"), test: .legalPerson),
            ],
            providers: [try CreditCode(completing: "91110108MA01ABCD1")], baseKinds: [.accelerator],
            baseIncludesVAT: false, referenceTolerance: try BasisPoints(1000),
            referencePrices: [
                TablePrice(unit: .instanceType(try Symbol("a100-80g.1")), price: try UnitPrice(8_000_000)),
                TablePrice(unit: .chip(try Symbol("a100-80g")), price: try UnitPrice(9_000_000)),
            ],
            rates: [
                RateTier(id: try Symbol("sme"), conditions: [.size([.micro, .small])], rate: try BasisPoints(2000))
            ],
            caps: [
                Cap(
                    id: try Symbol("year"), scope: .fiscalYear(firstMonth: 1), amount: Money(fen: 20_000_000),
                    countsAt: .issue)
            ],
            validity: .months(12))
    }
}
