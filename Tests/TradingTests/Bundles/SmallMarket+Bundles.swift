import Domain
import Records

@testable import Trading

/// What a line of these tests asks for.
enum LineKind: Int64 {
    case gpu = 1
    case storage = 2
    case network = 3
}

extension SmallMarket {
    /// Beside GPUs a type of storage, and one of network between the two cities.
    static func withStorageAndNetwork(deposit: Int64 = 10_000_000) throws -> SmallMarket {
        let market = try SmallMarket(fee: 0, deposit: deposit)
        for (code, kind) in [("disk", ResourceKind.storage), ("home-away", .network)] {
            let terms = InstanceTypeTerms(
                code: try Symbol(code), kind: kind, architecture: try Symbol("none"), chip: nil, origin: .unstated,
                chipsMilli: 0, chipMemoryBytes: 0, vcpuMilli: 0, memoryBytes: 0)
            try market.world.accept(.defineInstanceType(terms), by: TestExchange.operatorOne)
        }
        return market
    }

    @discardableResult
    func offer(
        _ kind: LineKind, _ units: Int64, at yuan: Int64, from start: Hour = 0, until end: Hour = 200,
        zone: ZoneID = SmallMarket.home, by party: PartyID = SmallMarket.provider
    ) throws -> Record {
        let window = try Window(TestExchange.start + start, TestExchange.start + end)
        let terms = try OfferTerms(
            instanceType: InstanceTypeID(kind.rawValue), zone: zone,
            schedule: try CapacitySchedule(steps: [CapacityStep(window: window, quantity: try Quantity(units * 1_000))]
            ),
            lotSize: try Quantity(1_000), shortestTermHours: 1, price: .flat(try UnitPrice(yuan * 1_000_000)),
            vat: .cloudService, buyers: .everyone, tier: .declared)
        return try world.accept(.listOffer(terms), by: TestExchange.provider(party))
    }

    func line(
        _ kind: LineKind, _ units: Int64, limit yuan: Int64, from start: Hour = 24, until end: Hour = 34,
        chosen hours: Int64? = nil, immediate: Bool = true, funding: Funding = .automatic
    ) throws -> DemandTerms {
        try DemandTerms(
            requirements: try Requirements(instanceTypes: [InstanceTypeID(kind.rawValue)]),
            quantity: try Quantity(units * 1_000),
            window: try Window(TestExchange.start + start, TestExchange.start + end), home: Self.home,
            reach: Reach(level: .nation, latencyMicrosecondsMost: nil), limit: try UnitPrice(yuan * 1_000_000),
            policy: try FillPolicy(immediate ? .fillOrKill : .goodTillCancelled, allOrNone: true), use: .training,
            funding: funding, chosenHours: try hours.map { try ChosenHours(consecutive: $0) })
    }

    func bundle(_ lines: [DemandTerms], _ bond: BundleBond = .none, by party: PartyID = SmallMarket.buyer) throws
        -> Record
    {
        try world.accept(.submitBundle(try BundleTerms(lines: lines, bond: bond)), by: TestExchange.buyer(party))
    }
}

extension Record {
    /// What each demand that ended in it ended with.
    var ends: [DemandID: Reason?] {
        Dictionary(
            uniqueKeysWithValues: events.compactMap { event in
                if case .demandClosed(let id, let reason) = event { (id, reason) } else { nil }
            })
    }
    var zones: [ZoneID] { fills.map(\.zone) }
    /// Hours from the start of the tests.
    var starts: [Hour] { fills.map { $0.window.start - TestExchange.start } }
}
