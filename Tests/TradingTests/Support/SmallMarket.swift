import Domain
import Programmes
import Records

@testable import Trading

/// A hub with two cities, one chip, one type; a provider and buyers with money.
struct SmallMarket {
    let world: TestExchange
    static let type = InstanceTypeID(1)
    static let provider = PartyID(1)
    static let buyer = PartyID(2)
    static let other = PartyID(3)
    /// Zones 1 nation, 2 hub, 3 and 4 cities.
    static let home = ZoneID(3)
    static let away = ZoneID(4)

    init(rule: PriceRule = .listed, fee: Int64 = 100, deposit: Int64 = 10_000_000) throws {
        world = try TestExchange()
        try defineCatalogue(rule, BasisPoints(fee))
        try admit(Self.registration(1, buys: false, provides: true), by: 2)
        try admit(Self.registration(2, buys: true, provides: false), by: 1)
        try admit(Self.registration(3, buys: true, provides: true), by: 2)
        for party in [Self.buyer, Self.other] where deposit > 0 { try self.deposit(deposit, to: party) }
    }

    private func defineCatalogue(_ rule: PriceRule, _ fee: BasisPoints) throws {
        let actor = TestExchange.operatorOne
        try world.accept(
            .setPolicy(
                MarketPolicy(fee: fee, contestHours: 72, reportHours: 24, missedHoursToEnd: 24, priceRule: rule)),
            by: actor)
        let zones: [(String, ZoneLevel, ZoneID?)] = [
            ("cn", .nation, nil), ("hub", .hub, ZoneID(1)), ("home", .city, ZoneID(2)), ("away", .city, ZoneID(2)),
        ]
        for (code, level, parent) in zones {
            try world.accept(
                .defineZone(
                    ZoneTerms(
                        code: try Symbol(code), name: try Label(code), nameEnglish: try Label(code), level: level,
                        parent: parent)), by: actor)
        }
        try world.accept(
            .publishNetwork([
                Link(
                    from: Self.home, to: Self.away, latencyMicroseconds: 5_000, tariff: try UnitPrice(100_000),
                    tariffKind: .charge)
            ]), by: actor)
        let rate = DenseRate(precision: .fp16, milliTeraflops: 312_000)
        try world.accept(
            .publishConversion([
                Chip(code: try Symbol("a100"), architecture: try Symbol("cuda"), origin: .domestic, rates: [rate])
            ]), by: actor)
        try world.accept(.defineInstanceType(try Self.typeTerms("a100.1", declared: 312_000)), by: actor)
    }

    static func typeTerms(_ code: String, declared: Int64) throws -> InstanceTypeTerms {
        InstanceTypeTerms(
            code: try Symbol(code), kind: .accelerator, architecture: try Symbol("cuda"), chip: try Symbol("a100"),
            origin: .domestic, chipsMilli: 1_000, chipMemoryBytes: 80 << 30, vcpuMilli: 16_000,
            memoryBytes: 128 << 30, declaredRates: [DenseRate(precision: .fp16, milliTeraflops: declared)])
    }

    static func registration(_ number: Int, buys: Bool, provides: Bool) throws -> PartyRegistration {
        let digits = String(number)
        let body = "91110108MA" + String(repeating: "0", count: 7 - digits.count) + digits
        return PartyRegistration(
            identity: .firm(try CreditCode(completing: body)),
            name: try Commitment(bytes: [UInt8](repeating: UInt8(number), count: 32)),
            profile: FirmProfile(
                region: try Symbol("chengdu"), sector: .software, staff: 50, revenue: Money(fen: 500_000_000),
                assets: Money(fen: 500_000_000), founded: try CivilDate("2020-05-01")),
            buys: buys, provides: provides)
    }

    @discardableResult
    func admit(_ registration: PartyRegistration, by persons: Int) throws -> PartyID {
        try world.accept(.registerParty(registration), by: TestExchange.operatorOne)
        let id = PartyID(Int64(world.exchange.parties.entries.count))
        for actor in [TestExchange.operatorOne, TestExchange.operatorTwo].prefix(persons) {
            try world.accept(.admitParty(id), by: actor)
        }
        return id
    }

    func deposit(_ fen: Int64, to party: PartyID) throws {
        let reference = try Label("bank-\(world.exchange.sequence)")
        try world.accept(
            .recordDeposit(BankDeposit(party: party, amount: Money(fen: fen), reference: reference)),
            by: TestExchange.operatorOne)
    }

    /// Hours are counted from the start of the tests; price in yuan per unit-hour.
    func offer(
        _ units: Int64, at yuan: Int64, from start: Hour = 0, until end: Hour = 200, zone: ZoneID = SmallMarket.home,
        by party: PartyID = SmallMarket.provider, lot: Int64 = 1
    ) throws -> Record {
        let window = try Window(TestExchange.start + start, TestExchange.start + end)
        let schedule = try CapacitySchedule(steps: [CapacityStep(window: window, quantity: try Quantity(units * 1_000))]
        )
        let terms = try OfferTerms(
            instanceType: Self.type, zone: zone, schedule: schedule, lotSize: try Quantity(lot * 1_000),
            shortestTermHours: 1, price: .flat(try UnitPrice(yuan * 1_000_000)), vat: .cloudService,
            buyers: .everyone, tier: .declared)
        return try world.accept(.listOffer(terms), by: TestExchange.provider(party))
    }

    func demandTerms(
        _ units: Int64, limit yuan: Int64, from start: Hour = 24, until end: Hour = 34,
        policy: FillPolicy = .goodTillCancelled, lane: Lane = .now, funding: Funding = .automatic,
        acceptsRelated: Bool = false, chosen hours: Int64? = nil,
        pieces: Int64? = nil
    ) throws -> DemandTerms {
        try DemandTerms(
            requirements: try Requirements(kind: .accelerator), quantity: try Quantity(units * 1_000),
            window: try Window(TestExchange.start + start, TestExchange.start + end), home: Self.home,
            reach: Reach(level: .nation, latencyMicrosecondsMost: nil), limit: try UnitPrice(yuan * 1_000_000),
            policy: policy, use: .training, lane: lane, funding: funding, acceptsRelated: acceptsRelated,
            chosenHours: try hours.map { try ChosenHours($0, leastPiece: pieces ?? $0) })
    }

    func demand(
        _ units: Int64, limit yuan: Int64, by party: PartyID = SmallMarket.buyer,
        policy: FillPolicy = .goodTillCancelled, lane: Lane = .now, funding: Funding = .automatic
    ) throws -> Record {
        let terms = try demandTerms(units, limit: yuan, policy: policy, lane: lane, funding: funding)
        return try world.accept(.submitDemand(terms), by: TestExchange.buyer(party))
    }

    /// A live programme that deducts or reimburses 60 %, with a pool.
    func programme(
        mode: ProgrammeMode = .deduct, pool: Int64 = 100_000_000, tolerance: Int64 = 0, table: [TablePrice] = [],
        caps: [Cap] = [], validDays: Int64 = 30
    ) throws -> ProgrammeID {
        let definition = try Self.definition(
            mode: mode, kinds: [.accelerator], tolerance: tolerance, table: table, caps: caps, validDays: validDays)
        try world.accept(.proposeProgramme(definition), by: TestExchange.managerOne)
        let id = ProgrammeID(Int64(world.exchange.programmes.entries.count))
        try world.refuse(.approveProgramme(id, version: 1), by: TestExchange.managerOne, .samePerson)
        try world.accept(.approveProgramme(id, version: 1), by: TestExchange.managerTwo)
        try world.accept(.authorisePool(id, Money(fen: pool)), by: TestExchange.managerOne)
        return id
    }

    /// 60 % for everybody, of two funders.
    static func definition(
        mode: ProgrammeMode, kinds: [ResourceKind], tolerance: Int64 = 0, table: [TablePrice] = [], caps: [Cap] = [],
        validDays: Int64 = 30
    ) throws -> ProgrammeDefinition {
        ProgrammeDefinition(
            code: try Symbol("sixty"), title: try Label("六成"), titleEnglish: try Label("Sixty per cent"),
            sources: [ProgrammeSource(text: try Label("made up for tests"), confidence: try Symbol("m"))], mode: mode,
            effectiveFrom: try CivilDate("2025-01-01"), effectiveThrough: nil,
            funders: [
                Funder(name: try Label("city"), level: .city, share: try BasisPoints(6_000)),
                Funder(name: try Label("district"), level: .district, share: try BasisPoints(4_000)),
            ],
            eligibility: [], providers: nil, baseKinds: kinds, baseIncludesVAT: true,
            referenceTolerance: try BasisPoints(tolerance), referencePrices: table,
            rates: [RateTier(id: try Symbol("all"), conditions: [], rate: try BasisPoints(6_000))], caps: caps,
            validity: .days(validDays))
    }
}

extension Record {
    var fills: [Fill] { events.compactMap { if case .filled(let fill) = $0 { fill } else { nil } } }
    var rested: Quantity? {
        events.compactMap { if case .demandRested(_, let open) = $0 { open } else { nil } }.last
    }
    var closed: [Reason?] { events.compactMap { if case .demandClosed(_, let reason) = $0 { reason } else { nil } } }
}
