import Accounting
import Domain
import Records

@testable import Trading

/// Commands drawn at random over a small market: orders, money, vouchers, delivery, time.
struct GeneratedMarket {
    let market: SmallMarket
    private var random: SplitMix64
    private let programmes: [ProgrammeID]

    static let buyers = [SmallMarket.buyer, SmallMarket.other]
    static let providers = [SmallMarket.provider, SmallMarket.other]

    init(seed: UInt64) throws {
        random = SplitMix64(seed: seed)
        market = try SmallMarket(
            rule: random.chance(70) ? .listed : .resting, fee: random.below(300), deposit: 200_000)
        let modes: [ProgrammeMode] = [.deduct, .reimburse]
        programmes = [try market.programme(mode: random.pick(modes), pool: 300_000)]
    }

    mutating func step() throws {
        let world = market.world
        switch random.below(100) {
        case 0..<22: try world.apply(.listOffer(try offerTerms()), by: provider())
        case 22..<55: try world.apply(.submitDemand(try demandTerms()), by: buyer())
        case 55..<60: try world.apply(.cancelDemand(DemandID(1 + random.below(40))), by: buyer())
        case 60..<64: try world.apply(.withdrawOffer(OfferID(1 + random.below(30))), by: provider())
        case 64..<70: try market.deposit(1 + random.below(100_000), to: random.pick(Self.buyers))
        case 70..<76:
            let spend = Money(fen: 1 + random.below(200_000))
            try world.apply(.applyForVoucher(random.pick(programmes), plannedSpend: spend), by: buyer())
        case 76..<88: try report()
        case 88..<91:
            try world.apply(.claim(LeaseID(1 + random.below(20))), by: random.chance(50) ? buyer() : provider())
        case 91..<93: try world.apply(.endLease(LeaseID(1 + random.below(20))), by: buyer())
        case 93..<94: try world.apply(.requestPayout(Money(fen: 1 + random.below(50_000))), by: provider())
        case 94..<95:
            try world.apply(
                .approvePayout(PayoutID(1 + random.below(3)), bankReference: try Label("out-\(random.below(100))")),
                by: TestExchange.operatorOne)
        default: try world.advance(hours: random.chance(15) ? 80 : 1 + random.below(30))
        }
    }

    private mutating func buyer() -> Actor { TestExchange.buyer(random.pick(Self.buyers)) }
    private mutating func provider() -> Actor { TestExchange.provider(random.pick(Self.providers)) }

    private mutating func offerTerms() throws -> OfferTerms {
        let now = market.world.time.hour
        let start = now + random.below(20)
        let middle = start + 1 + random.below(30)
        let steps = [
            CapacityStep(window: try Window(start, middle), quantity: try Quantity(1_000 * (1 + random.below(6)))),
            CapacityStep(
                window: try Window(middle, middle + 1 + random.below(60)),
                quantity: try Quantity(1_000 * (1 + random.below(6)))),
        ]
        let hourly = (0..<168).map { UnitPrice(unchecked: 1_000_000 * (10 + Int64($0) % 7)) }
        let flat = PriceSchedule.flat(UnitPrice(unchecked: 333_333 * (20 + random.below(60))))
        return try OfferTerms(
            instanceType: SmallMarket.type, zone: random.pick([SmallMarket.home, SmallMarket.away]),
            schedule: try CapacitySchedule(steps: steps), lotSize: try Quantity(random.pick([500, 1_000])),
            shortestTermHours: 1 + random.below(3), price: random.chance(25) ? .hourOfWeek(hourly) : flat,
            vat: .cloudService, buyers: .everyone, tier: .declared)
    }

    private mutating func demandTerms() throws -> DemandTerms {
        let now = market.world.time.hour
        let start = now + random.below(50)
        let quantity = Quantity(unchecked: 500 * (1 + random.below(10)))
        return try DemandTerms(
            requirements: try Requirements(kind: .accelerator), quantity: quantity,
            window: try Window(start, start + 1 + random.below(20)), home: SmallMarket.home,
            reach: Reach(level: random.pick([.nation, .city]), latencyMicrosecondsMost: nil),
            limit: UnitPrice(unchecked: 333_333 * (20 + random.below(80))), policy: try policy(quantity),
            singleProvider: random.chance(15), use: .training,
            funding: random.chance(70) ? .automatic : .ownMoney)
    }

    private mutating func policy(_ quantity: Quantity) throws -> FillPolicy {
        switch random.below(7) {
        case 0: try FillPolicy(.immediateOrCancel)
        case 1: try FillPolicy(.fillOrKill)
        case 2: try FillPolicy(.goodTillCancelled, allOrNone: true)
        case 3: try FillPolicy(.goodTillCancelled, minimum: Quantity(unchecked: quantity.milli / 2 + 1))
        case 4: try FillPolicy(.goodTill(Stamp(hour: market.world.time.hour + 1 + random.below(40))))
        default: .goodTillCancelled
        }
    }

    /// A claim of the lease's own parties, or now and then of anybody.
    private mutating func claim() throws {
        let world = market.world
        let leases = (1...max(1, world.leaseCount)).map { LeaseID($0) }
        let ripe = leases.filter { id in
            guard let lease = world.lease(id) else { return false }
            return [lease.fill.buyer, lease.fill.provider].contains { !lease.account.claimable(by: $0).isEmpty }
        }
        guard let id = ripe.first, let lease = world.lease(id) else {
            return _ = try world.apply(.claim(random.pick(leases)), by: buyer())
        }
        let byBuyer = !lease.account.claimable(by: lease.fill.buyer).isEmpty
        let actor = byBuyer ? TestExchange.buyer(lease.fill.buyer) : TestExchange.provider(lease.fill.provider)
        try world.apply(.claim(id), by: actor)
    }

    private mutating func report() throws {
        let world = market.world
        let owed = (1...max(1, world.leaseCount)).compactMap { world.lease(LeaseID($0)) }
            .filter { min($0.endSecond, world.time.seconds) > $0.reportedUntil }
        guard !owed.isEmpty else { return }
        let lease = random.pick(owed)
        let until = min(lease.endSecond, world.time.seconds)
        guard until > lease.reportedUntil else { return }
        let whole = lease.fill.quantity.milli * (until - lease.reportedUntil)
        let used = random.chance(60) ? whole : random.below(whole + 1)
        let report = UsageReport(
            lease: lease.fill.lease, fromSecond: lease.reportedUntil, untilSecond: until, used: used,
            idle: random.below(whole - used + 1))
        try world.apply(.reportUsage(report), by: TestExchange.provider(lease.fill.provider))
    }
}
