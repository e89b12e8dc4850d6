import Domain
import Records
import Testing
import Trading

/// A small market with one of everything that can be read.
extension StoredMarket {
    /// Zones 1 nation, 2 hub, 3 and 4 cities.
    static let home = ZoneID(3)
    static let away = ZoneID(4)

    static func withStory() throws -> StoredMarket {
        let market = try StoredMarket()
        try market.defineCatalogue()
        try market.admitParties()
        try market.fund()
        try market.trade()
        try market.deliver()
        try market.goOn()
        return market
    }

    /// Everything that is published in versions is published twice.
    func defineCatalogue() throws {
        let zones: [(String, ZoneLevel, ZoneID?)] = [
            ("cn", .nation, nil), ("hub", .hub, ZoneID(1)), ("home", .city, ZoneID(2)), ("away", .city, ZoneID(2)),
        ]
        for (code, level, parent) in zones {
            let terms = ZoneTerms(
                code: try Symbol(code), name: try Label("区 \(code)"), nameEnglish: try Label(code), level: level,
                parent: parent)
            try accept(.defineZone(terms), by: .operatorOne)
        }
        for round in 1...2 as ClosedRange<Int64> {
            try accept(
                .setPolicy(
                    MarketPolicy(
                        fee: BasisPoints(50 * round), contestHours: 72, reportHours: 24, missedHoursToEnd: round,
                        priceRule: .listed)), by: .operatorOne)
            try accept(.publishNetwork(try Self.links(tariff: 50_000 * round)), by: .operatorOne)
            try accept(.publishConversion([try Self.chip("a100"), try Self.chip("b200")]), by: .operatorOne)
        }
        for code in ["a100.1", "a100.2"] {
            try accept(.defineInstanceType(try Self.typeTerms(code)), by: .operatorOne)
        }
    }

    private static func links(tariff: Int64) throws -> [Link] {
        try [(home, away), (away, home)].map { from, to in
            Link(
                from: from, to: to, latencyMicroseconds: 5_000, tariff: try UnitPrice(tariff), tariffKind: .charge)
        }
    }

    private static func chip(_ code: String) throws -> Chip {
        let rate = DenseRate(precision: .fp16, milliTeraflops: 312_000)
        return Chip(code: try Symbol(code), architecture: try Symbol("cuda"), origin: .domestic, rates: [rate])
    }

    private static func typeTerms(_ code: String) throws -> InstanceTypeTerms {
        InstanceTypeTerms(
            code: try Symbol(code), kind: .accelerator, architecture: try Symbol("cuda"), chip: try Symbol("a100"),
            origin: .domestic, chipsMilli: 1_000, chipMemoryBytes: 80 << 30, vcpuMilli: 16_000,
            memoryBytes: 128 << 30, declaredRates: [DenseRate(precision: .fp16, milliTeraflops: 312_000)])
    }

    func admitParties() throws {
        try register(Self.provider, buys: false, provides: true, approvals: [.operatorOne, .operatorTwo])
        try register(Self.buyer, buys: true, provides: false, approvals: [.operatorOne])
        try register(Self.both, buys: true, provides: true, approvals: [.operatorTwo, .operatorOne])
        try register(Self.stranger, buys: false, provides: true, approvals: [.operatorOne])
    }

    private func register(_ id: PartyID, buys: Bool, provides: Bool, approvals: [Actor]) throws {
        let name = ErasableText(
            commitment: try Commitment(bytes: [UInt8](repeating: UInt8(id.number), count: 32)), salt: [1, 2],
            text: Self.name(of: id))
        let code = try CreditCode(completing: "91110108MA000000\(id.number)")
        let profile = FirmProfile(
            region: try Symbol("chengdu"), sector: .software, staff: 50, revenue: Money(fen: 500_000_000),
            assets: Money(fen: 500_000_000), founded: try CivilDate("2020-05-01"))
        let registration = PartyRegistration(
            identity: .firm(code), name: name.commitment, profile: profile, buys: buys, provides: provides)
        try accept(.registerParty(registration), by: .operatorOne, texts: [name])
        for actor in approvals { try accept(.admitParty(id), by: actor) }
    }

    static func name(of party: PartyID) -> String { "公司 \(party.number)" }

    /// Deposits, one payout that two persons made and one that waits, a programme and a lot out of it.
    func fund() throws {
        try deposit(10_000_000, to: Self.buyer)
        try deposit(5_000_000, to: Self.both)
        try accept(.requestPayout(Money(fen: 1_000)), by: .buyer(Self.buyer))
        try accept(.approvePayout(PayoutID(1), bankReference: try Label("out-1")), by: .operatorOne)
        try accept(.requestPayout(Money(fen: 2_000)), by: .provider(Self.both))
        let programme = ProgrammeID(1)
        try accept(.proposeProgramme(try Self.definition(rate: 6_000)), by: .managerOne)
        try accept(.approveProgramme(programme, version: 1), by: .managerTwo)
        try accept(.authorisePool(programme, Money(fen: 100_000_000)), by: .managerOne)
        try accept(.applyForVoucher(programme, plannedSpend: Money(fen: 1_000_000)), by: .buyer(Self.buyer))
    }

    private static func definition(rate: Int64) throws -> ProgrammeDefinition {
        ProgrammeDefinition(
            code: try Symbol("sixty"), title: try Label("六成"), titleEnglish: try Label("Sixty per cent"),
            sources: [ProgrammeSource(text: try Label("made up for tests"), confidence: try Symbol("m"))],
            mode: .deduct, effectiveFrom: try CivilDate("2025-01-01"), effectiveThrough: nil,
            funders: [
                Funder(name: try Label("city"), level: .city, share: try BasisPoints(6_000)),
                Funder(name: try Label("district"), level: .district, share: try BasisPoints(4_000)),
            ],
            eligibility: [], providers: nil, baseKinds: [.accelerator], baseIncludesVAT: true,
            referenceTolerance: .zero,
            rates: [RateTier(id: try Symbol("all"), conditions: [], rate: try BasisPoints(rate))], caps: [],
            validity: .days(30))
    }

    /// After the first lot has expired: a version that waits for its approval, a lot that is live, an open offer.
    func goOn() throws {
        try advance(hours: 24 * 31)
        try accept(.proposeProgramme(try Self.definition(rate: 5_000)), by: .managerTwo)
        try accept(.applyForVoucher(ProgrammeID(1), plannedSpend: Money(fen: 700_000)), by: .buyer(Self.both))
        try offer(1, at: 40, from: 2_000, until: 2_010, by: Self.both)
    }
}
