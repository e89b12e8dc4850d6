import Domain
import Records
import Simulation

/// What a generated flow is to be like.
struct FlowShape {
    var orders = 70
    /// Every window is one of few blocks of hours that do not overlap, so that capacity is one number a block.
    var inBlocks = false
    /// Demands reach their hub, or places whose latency is known, and no more.
    var isBounded = false
    /// These offers are listed first and never touched by their provider.
    var untouchedOffers: Int64 = 0
    /// So many orders follow among which capacity is withdrawn; what looks for it takes numbers, so no demand is named in
    /// them.
    var withdrawals = 0
    /// So many orders of a hundred are bundles; where there are any, some of those who provide buy too.
    var bundles: Int64 = 0
}

/// Orders of every kind over a small market, from a seed.
struct FlowGenerator {
    private(set) var flow = OrderFlow()
    private var random: SeededGenerator
    private let shape: FlowShape
    private let lots: [Int64]
    private var time: Stamp
    private var listed: [(provider: PartyID, terms: OfferTerms)] = []
    private var asked: [(buyer: PartyID, terms: DemandTerms)] = []

    /// Parties 1 to 4 provide, 5 to 8 buy.
    static let providers: [PartyID] = (1...4).map { PartyID($0) }
    static let buyers: [PartyID] = (5...8).map { PartyID($0) }
    static let cities: [ZoneID] = (4...7).map { ZoneID($0) }

    static func flow(seed: UInt64, _ shape: FlowShape = FlowShape()) throws -> OrderFlow {
        var generator = FlowGenerator(seed, shape)
        for number in 0..<Int64(shape.orders) {
            if number < shape.untouchedOffers { try generator.list() } else { try generator.order() }
        }
        for _ in 0..<shape.withdrawals { try generator.withdrawal() }
        // Whatever is still open ends.
        generator.advance(hours: 500)
        generator.advance(hours: 1)
        return generator.flow
    }

    private init(_ seed: UInt64, _ shape: FlowShape) {
        random = SeededGenerator(seed: seed)
        self.shape = shape
        lots = random.pick([[1_000], [1_000], [500, 1_000, 2_000], [1_000, 3_000]])
        time = Stamp(hour: flow.start)
        flow.rule = random.pick([.listed, .resting])
        // A nation of two hubs with two cities each.
        flow.zones = [(.nation, nil), (.hub, ZoneID(1)), (.hub, ZoneID(1))]
        flow.zones += [2, 2, 3, 3].map { (.city, ZoneID($0)) }
        flow.types = [8_000, 32_000]
        flow.parties = 8
        for from in Self.cities {
            for to in Self.cities where random.chance(60) {
                flow.links.append(
                    Link(
                        from: from, to: to, latencyMicroseconds: random.pick([1_000, 5_000, 20_000]),
                        tariff: UnitPrice(unchecked: random.pick([0, 1_000_000, 2_000_000])),
                        tariffKind: random.pick([.charge, .policy])))
            }
        }
    }

    private mutating func order() throws {
        if shape.bundles > 0, random.chance(shape.bundles) { return try submitBundle() }
        switch random.below(100) {
        case 0..<8: advance(hours: random.number(1...4))
        case 8..<34: try list()
        case 34..<42 where !asked.isEmpty: try amendDemand()
        case 42..<50 where mayTouch: try amendOffer()
        case 50..<54 where !asked.isEmpty:
            let number = random.below(Int64(asked.count))
            give(.cancelDemand(DemandID(number + 1)), SimulatedActors.buyer(asked[Int(number)].buyer))
        case 54..<57 where mayTouch:
            let number = touchable()
            give(.withdrawOffer(OfferID(number + 1)), SimulatedActors.provider(listed[Int(number)].provider))
        case 57: give(.cancelDemands(scope()), SimulatedActors.buyer(random.pick(Self.buyers)))
        case 58 where shape.untouchedOffers == 0:
            give(.withdrawOffers(scope()), SimulatedActors.provider(random.pick(Self.providers)))
        default: try submit()
        }
    }

    private mutating func withdrawal() throws {
        switch random.below(100) {
        case 0..<4: advance(hours: random.number(1...2))
        case 4..<20: try list()
        case 20..<30 where mayTouch: try amendOffer()
        case 30..<34 where mayTouch:
            let number = touchable()
            give(.withdrawOffer(OfferID(number + 1)), SimulatedActors.provider(listed[Int(number)].provider))
        case 34..<65 where mayTouch: try planWithdrawal()
        default: try submit()
        }
    }

    private mutating func planWithdrawal() throws {
        let number = touchable()
        let (provider, terms) = listed[Int(number)]
        let start = time.hour + random.number(0...12)
        let plan = try PlannedWithdrawal(
            window: try Window(start, start + random.number(1...20)),
            left: Quantity(unchecked: terms.lotSize.milli * random.pick([0, 0, 1, 2, 3])))
        give(.planWithdrawal(OfferID(number + 1), plan), SimulatedActors.provider(provider))
    }

    private mutating func give(_ command: Command, _ actor: Actor) {
        flow.orders.append(GeneratedCommand(actor: actor, command: command))
    }

    private mutating func advance(hours: Int64) {
        time = Stamp(microseconds: time.microseconds + hours * Stamp.microsecondsPerHour)
        give(.advanceClock(time), SimulatedActors.operators[0])
    }

    /// Whether there is an offer that its provider may touch, and the position of one.
    private var mayTouch: Bool { Int64(listed.count) > shape.untouchedOffers }
    private mutating func touchable() -> Int64 { random.number(shape.untouchedOffers...Int64(listed.count) - 1) }

    private mutating func scope() -> OrderScope {
        OrderScope(
            zone: random.chance(60) ? ZoneID(random.number(1...7)) : nil,
            instanceType: random.chance(40) ? InstanceTypeID(random.number(1...2)) : nil)
    }

    private mutating func list() throws {
        let lot = random.pick(lots)
        let terms = try OfferTerms(
            instanceType: InstanceTypeID(random.number(1...2)), zone: random.pick(Self.cities),
            schedule: try schedule(lot), lotSize: Quantity(lot),
            shortestTermHours: shape.inBlocks ? 1 : random.pick([1, 1, 3]), price: try price(), vat: .cloudService,
            buyers: random.chance(10) ? BuyerClass(members: [PartyID(5), PartyID(6)]) : .everyone,
            tier: random.pick(VerificationTier.allCases))
        let provider = random.pick(Self.providers)
        listed.append((provider, terms))
        give(.listOffer(terms), SimulatedActors.provider(provider))
    }

    private mutating func price() throws -> PriceSchedule {
        if random.chance(75) { return .flat(try UnitPrice(1_000_000 * random.number(8...16))) }
        return .hourOfWeek(try (0..<168).map { _ in try UnitPrice(1_000_000 * random.number(6...18)) })
    }

    /// Far enough ahead that most of it is to come.
    private mutating func schedule(_ lot: Int64) throws -> CapacitySchedule {
        var start = shape.inBlocks ? flow.start + 100 : time.hour + random.number(1...6)
        let steps = try (0..<random.number(1...3)).map { _ in
            let end = start + (shape.inBlocks ? 10 : random.number(3...20))
            defer { start = end + (shape.inBlocks ? 0 : random.pick([0, 0, 1])) }
            return CapacityStep(window: try Window(start, end), quantity: try Quantity(lot * random.number(1...6)))
        }
        return try CapacitySchedule(steps: steps)
    }

    private mutating func submit() throws {
        let (terms, buyer) = (try demandTerms(), buyer())
        asked.append((buyer, terms))
        give(.submitDemand(terms), SimulatedActors.buyer(buyer))
    }

    private mutating func buyer() -> PartyID {
        random.pick(shape.bundles > 0 ? Self.buyers + Self.providers.suffix(2) : Self.buyers)
    }

    private mutating func demandTerms() throws -> DemandTerms {
        let quantity = random.pick(lots) * random.number(1...6)
        let block = flow.start + 100 + 10 * random.number(0...2)
        let start = shape.inBlocks ? block : time.hour + random.number(1...12)
        let fixed = try Window(start, start + (shape.inBlocks ? 10 : random.number(1...9)))
        let (hours, window) = try chosen(fixed)
        return try DemandTerms(
            requirements: try Requirements(
                vcpuMilli: random.pick([0, 0, 16_000]), leastTier: random.pick([.declared, .declared, .documented])),
            quantity: try Quantity(quantity),
            window: window,
            home: random.pick(Self.cities), reach: reach(), limit: try UnitPrice(1_000_000 * random.number(7...20)),
            policy: try policy(quantity), singleProvider: random.chance(20), funding: .ownMoney,
            chosenHours: hours)
    }

    /// Mostly of two or three lines that something could fill; half are to begin together, half to be near to each other.
    private mutating func submitBundle() throws {
        let policy = try FillPolicy(random.chance(25) ? .fillOrKill : timeInForce(), allOrNone: true)
        let bond = BundleBond(
            commonStart: random.chance(50),
            latencyMicrosecondsMost: random.chance(50) ? random.pick([0, 1_000, 5_000, 20_000]) : nil)
        let count = random.pick([2, 2, 2, 3, 3, 4, 8])
        var terms: BundleTerms?
        while terms == nil { terms = try? BundleTerms(lines: try lines(count, policy, bond), bond: bond) }
        let buyer = buyer()
        asked += terms!.lines.map { (buyer, $0) }
        give(.submitBundle(terms!), SimulatedActors.buyer(buyer))
    }

    private mutating func lines(_ count: Int, _ policy: FillPolicy, _ bond: BundleBond) throws -> [DemandTerms] {
        var lines: [DemandTerms] = []
        while lines.count < count {
            let terms = try demandTerms()
            let window = bond.commonStart ? lines.first?.window ?? terms.window : terms.window
            guard terms.hours <= window.hours else { continue }
            let isEasy = random.chance(80)
            lines.append(
                try terms.with(
                    quantity: isEasy ? Quantity(lots[0] * random.number(1...2)) : nil, window: window,
                    reach: isEasy ? Reach(level: .nation, latencyMicrosecondsMost: nil) : nil,
                    limit: isEasy ? UnitPrice(20_000_000) : nil, policy: policy))
        }
        return lines
    }

    /// Hours to be chosen in a longer window, where nothing is asked of how offers are cut.
    private mutating func chosen(_ window: Window) throws -> (hours: ChosenHours?, window: Window) {
        guard !shape.inBlocks, shape.untouchedOffers == 0, random.chance(30) else { return (nil, window) }
        let longer = try Window(window.start, window.end + random.number(0...10))
        let hours = random.number(1...min(5, longer.hours))
        let least = random.chance(50) ? random.number(1...hours) : hours
        return (try ChosenHours(hours, leastPiece: least), longer)
    }

    private mutating func reach() -> Reach {
        let latency = random.pick([5_000, 20_000] as [Int64])
        if shape.isBounded {
            return random.chance(50)
                ? Reach(level: .hub, latencyMicrosecondsMost: nil)
                : Reach(level: .nation, latencyMicrosecondsMost: latency)
        }
        return Reach(
            level: random.pick([.nation, .nation, .hub, .city]),
            latencyMicrosecondsMost: random.chance(25) ? latency : nil)
    }

    private mutating func timeInForce() -> TimeInForce {
        random.chance(60)
            ? .goodTillCancelled
            : .goodTill(
                Stamp(microseconds: time.microseconds + random.number(1...16) * Stamp.microsecondsPerHour / 2))
    }

    private mutating func policy(_ quantity: Int64) throws -> FillPolicy {
        switch random.below(10) {
        case 0: try FillPolicy(.immediateOrCancel)
        case 1: try FillPolicy(.fillOrKill)
        case 2, 3: try FillPolicy(timeInForce(), allOrNone: true)
        case 4: try FillPolicy(timeInForce(), minimum: Quantity(quantity / 2))
        default: try FillPolicy(timeInForce())
        }
    }

    private mutating func amendDemand() throws {
        let position = asked.count - 1 - Int(random.below(Int64(min(asked.count, 6))))
        let (buyer, terms) = asked[position]
        let quantity = max(lots[0], terms.quantity.milli + lots[0] * random.number(-3...2))
        let change = try DemandAmendment(
            limit: random.chance(50) ? UnitPrice(1_000_000 * random.number(7...20)) : nil,
            quantity: random.chance(50) ? Quantity(quantity) : nil,
            timeInForce: random.chance(30) ? timeInForce() : nil)
        if let amended = try? terms.amended(by: change) { asked[position].terms = amended }
        give(.amendDemand(DemandID(Int64(position) + 1), change), SimulatedActors.buyer(buyer))
    }

    private mutating func amendOffer() throws {
        let number = touchable()
        let (provider, terms) = listed[Int(number)]
        let change = try OfferAmendment(
            price: random.chance(50) ? price() : nil,
            schedule: random.chance(60) ? resized(terms.schedule, terms.lotSize.milli) : nil)
        listed[Int(number)].terms = try terms.amended(by: change)
        give(.amendOffer(OfferID(number + 1), change), SimulatedActors.provider(provider))
    }

    private mutating func resized(_ schedule: CapacitySchedule, _ lot: Int64) throws -> CapacitySchedule {
        let more = random.number(-2...2)
        return try CapacitySchedule(
            steps: schedule.steps.map {
                CapacityStep(window: $0.window, quantity: try Quantity(max(lot, $0.quantity.milli + more * lot)))
            })
    }
}
