import Domain
import Records
import Trading

/// A market with one type in one city, a buyer with money and a provider.
extension Desk {
    /// The commands that make it, the market clock's first.
    static func opening() throws -> [Submission] { try [advance(toHour: 0)] + openingOnTheWallsClock() }

    static func openingOnTheWallsClock() throws -> [Submission] {
        let registrations = [try registration(1, buys: true), try registration(2, buys: false)]
        return try catalogue()
            + registrations.enumerated().map { try submission("register-\($0)", .registerParty($1)) } + [
                submission("admit-1", .admitParty(PartyID(1))),
                submission("admit-2", .admitParty(PartyID(2))),
                submission("admit-2-again", .admitParty(PartyID(2)), by: secondOperator),
                deposit("opening", fen: 10_000_000),
            ]
    }

    private static func catalogue() throws -> [Submission] {
        let rate = DenseRate(precision: .fp16, milliTeraflops: 312_000)
        let cuda = try Symbol("cuda")
        let a100 = try Symbol("a100")
        return [
            try submission("policy", .setPolicy(.standard)),
            try submission("nation", .defineZone(try zone("cn", .nation, nil))),
            try submission("city", .defineZone(try zone("city", .city, ZoneID(1)))),
            try submission(
                "chips", .publishConversion([Chip(code: a100, architecture: cuda, origin: .domestic, rates: [rate])])),
            try submission(
                "type",
                .defineInstanceType(
                    InstanceTypeTerms(
                        code: try Symbol("a100.1"), kind: .accelerator, architecture: cuda, chip: a100,
                        origin: .domestic, chipsMilli: 1_000, chipMemoryBytes: 80 << 30, vcpuMilli: 16_000,
                        memoryBytes: 128 << 30, declaredRates: [rate]))),
        ]
    }

    private static func zone(_ code: String, _ level: ZoneLevel, _ parent: ZoneID?) throws -> ZoneTerms {
        ZoneTerms(
            code: try Symbol(code), name: try Label(code), nameEnglish: try Label(code), level: level, parent: parent)
    }

    private static func registration(_ number: Int, buys: Bool) throws -> PartyRegistration {
        PartyRegistration(
            identity: .firm(try CreditCode(completing: "91110108MA000000\(number)")),
            name: try Commitment(bytes: [UInt8](repeating: UInt8(number), count: 32)),
            profile: FirmProfile(
                region: try Symbol("chengdu"), sector: .software, staff: 50, revenue: Money(fen: 500_000_000),
                assets: Money(fen: 500_000_000), founded: try CivilDate("2020-05-01")),
            buys: buys, provides: !buys)
    }

    /// Whole units at a price in yuan; hours are counted from `start`.
    static func offer(_ units: Int64, at yuan: Int64, _ hours: Range<Hour>) throws -> Submission {
        let window = try Window(start + hours.lowerBound, start + hours.upperBound)
        let step = CapacityStep(window: window, quantity: try Quantity(units * 1_000))
        let terms = try OfferTerms(
            instanceType: InstanceTypeID(1), zone: ZoneID(2), schedule: try CapacitySchedule(steps: [step]),
            lotSize: try Quantity(1_000), shortestTermHours: 1, price: .flat(try UnitPrice(yuan * 1_000_000)),
            vat: .cloudService, buyers: .everyone, tier: .declared)
        return try submission("offer-\(units)-\(yuan)-\(hours)", .listOffer(terms), by: provider)
    }

    static func demand(_ units: Int64, limit yuan: Int64, _ hours: Range<Hour>) throws -> Submission {
        let terms = try DemandTerms(
            requirements: try Requirements(kind: .accelerator), quantity: try Quantity(units * 1_000),
            window: try Window(start + hours.lowerBound, start + hours.upperBound), home: ZoneID(2),
            reach: Reach(level: .nation, latencyMicrosecondsMost: nil), limit: try UnitPrice(yuan * 1_000_000),
            policy: .goodTillCancelled, use: .training, funding: .automatic)
        return try submission("demand-\(units)-\(yuan)-\(hours)", .submitDemand(terms), by: buyer)
    }
}
