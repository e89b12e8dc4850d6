import Domain
import Records

extension GoldenRecords {
    static func catalogue(_ kind: CommandKind) throws(Reason) -> (Command, Event) {
        switch kind {
        case .defineZone:
            let terms = ZoneTerms(
                code: try Symbol("gui-an"), name: try Label("贵安"), nameEnglish: try Label("Gui'an"),
                level: .province, parent: ZoneID(1))
            let zone = Zone(
                id: ZoneID(9), code: terms.code, name: terms.name, nameEnglish: terms.nameEnglish,
                level: terms.level, parent: terms.parent)
            return (.defineZone(terms), .zoneDefined(zone))
        case .publishNetwork:
            let link = Link(
                from: ZoneID(1), to: ZoneID(9), latencyMicroseconds: 18_500, tariff: try UnitPrice(tariff: 40_000),
                tariffKind: .policy)
            return (.publishNetwork([link]), .networkPublished(version: 2, [link]))
        case .publishConversion:
            let rates = [DenseRate(precision: .fp16, milliTeraflops: 320_000)]
            let chip = Chip(
                code: try Symbol("ascend-910b"), architecture: try Symbol("cann"), origin: .domestic, rates: rates)
            return (.publishConversion([chip]), .conversionPublished(version: 3, [chip]))
        case .setPolicy:
            let policy = MarketPolicy(
                fee: try BasisPoints(25), contestHours: 72, reportHours: 24, missedHoursToEnd: 24,
                priceRule: .resting)
            return (.setPolicy(policy), .policySet(version: 4, policy))
        default:
            let terms = InstanceTypeTerms(
                code: try Symbol("a100-80g.1"), kind: .accelerator, architecture: try Symbol("cuda"),
                chip: try Symbol("a100-80g"), origin: .foreign, chipsMilli: 1000, chipMemoryBytes: 85_899_345_920,
                vcpuMilli: 16_000, memoryBytes: 0,
                declaredRates: [DenseRate(precision: .bf16, milliTeraflops: 312_000)], service: .image,
                interconnect: try Symbol("nvlink"))
            return (
                .defineInstanceType(terms), .instanceTypeDefined(InstanceType(id: InstanceTypeID(5), terms: terms))
            )
        }
    }

    static func parties(_ kind: CommandKind) throws(Reason) -> (Command, [Event]) {
        switch kind {
        case .registerParty:
            let profile = FirmProfile(
                region: try Symbol("beijing"), sector: .software, staff: 42, revenue: Money(fen: 900_000_000),
                assets: Money(fen: 300_000_000), founded: try CivilDate(year: 2019, month: 2, day: 28),
                attributes: [try Symbol("start-up"), try Symbol("one-person")])
            let registration = PartyRegistration(
                identity: .firm(try CreditCode(completing: "91110108MA01ABCD1")),
                name: try Commitment(bytes: Array(0..<32)), profile: profile, buys: true, provides: false)
            return (.registerParty(registration), [.partyRegistered(PartyID(6), registration)])
        case .admitParty:
            return (
                .admitParty(PartyID(6)), [.partyApproved(PartyID(6), by: PersonID(3)), .partyAdmitted(PartyID(6))]
            )
        case .recordOwnership:
            let ownership = Ownership(owner: PartyID(6), owned: PartyID(7), share: try BasisPoints(2500))
            return (.recordOwnership(ownership), [.ownershipRecorded(ownership)])
        default:
            return (
                .recordRelation(.keyManager, PartyID(6), PartyID(8)),
                [.relationRecorded(.keyManager, PartyID(6), PartyID(8))]
            )
        }
    }

    static func money(_ kind: CommandKind) throws(Reason) -> (Command, [Event], [Transfer]) {
        switch kind {
        case .recordDeposit:
            let deposit = BankDeposit(party: PartyID(6), amount: Money(fen: 5_000_000), reference: try Label("B-1"))
            let opened = Event.accountOpened(
                AccountID(2), Account(asset: .cny, role: .free, owner: .party(PartyID(6))))
            return (
                .recordDeposit(deposit), [.depositRecorded(deposit), opened],
                [transfer(1, 2, 5_000_000, .deposit, .party(PartyID(6)))]
            )
        case .requestPayout:
            return (
                .requestPayout(Money(fen: 100)),
                [.payoutRequested(PayoutID(1), PartyID(6), Money(fen: 100), by: PersonID(3))], []
            )
        default:
            let reference = try Label("回单 7")
            return (
                .approvePayout(PayoutID(1), bankReference: reference),
                [.payoutApproved(PayoutID(1), bankReference: reference, by: PersonID(5))],
                [transfer(2, 1, 100, .payout, .payout(PayoutID(1)))]
            )
        }
    }
}
