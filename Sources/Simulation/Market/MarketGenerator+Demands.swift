import Domain
import Records

extension MarketGenerator {
    mutating func submitDemand() throws -> GeneratedCommand {
        let actor = buyer() ?? SimulatedActors.buyer(PartyID(1))
        return GeneratedCommand(actor: actor, command: .submitDemand(try demandTerms()))
    }

    mutating func demandTerms() throws -> DemandTerms {
        let quantity = try Quantity(250 * random.number(1...20))
        let policy = try policy(for: quantity)
        let home = view.places.isEmpty ? ZoneID(1) : random.pick(view.places)
        let lane = random.chance(40) && !policy.immediate ? Lane.batch : .now
        let window = try window()
        let terms = try DemandTerms(
            requirements: try requirements(), quantity: quantity, window: window, home: home, reach: reach(),
            limit: try UnitPrice(333_333 * random.number(30...120)),
            policy: policy, singleProvider: random.chance(15), use: random.pick(DemandUse.allCases),
            lane: lane,
            funding: funding(), acceptsRelated: random.chance(30),
            chosenHours: random.chance(25) ? hours(within: window) : nil)
        return terms.chosenHours == nil && random.chance(25) ? try inScu(terms) : terms
    }

    /// The same in SCU: a part of a chip to many, at a limit for what one asks for to what eight do.
    private mutating func inScu(_ terms: DemandTerms) throws -> DemandTerms {
        let quantity = try Quantity(random.pick([300, 1_000, 8_000]) * random.number(1...9) + random.number(-99...99))
        let minimum = terms.policy.minimum > .zero ? random.number(1...quantity.milli) : 0
        return try terms.with(
            quantity: quantity,
            limit: UnitPrice(random.pick([333_333, 1_333_333, 3_333_333]) * random.number(30...120)),
            policy: terms.policy.with(minimum: Quantity(unchecked: minimum)), lane: .now,
            scu: ScuMeasure(
                precision: random.pick([.fp16, .fp16, .fp32, .int8]),
                tolerance: BasisPoints(random.pick([0, 500, 500, 2_500]))))
    }

    /// In one piece or in several.
    private mutating func hours(within window: Window) throws -> ChosenHours {
        let count = random.number(1...window.hours)
        return try ChosenHours(count, leastPiece: random.chance(50) ? random.number(1...count) : count)
    }

    /// Often one that another demand has, as batches ask for.
    private mutating func window() throws -> Window {
        if random.chance(40), let demand = view.demands.draw(&random), let window = view.demandTerms[demand]?.window,
            window.start > view.time.hour
        {
            return window
        }
        let start = view.time.hour + 1 + random.below(30)
        return try Window(start, start + random.number(1...16))
    }

    private mutating func requirements() throws -> Requirements {
        switch random.below(6) {
        case 0: try Requirements(kind: .accelerator)
        case 1: try Requirements(chips: [try Symbol("a100")])
        case 2: try Requirements(instanceTypes: view.types.isEmpty ? [] : [random.pick(view.types).id])
        case 3: try Requirements(kind: .accelerator, origin: .domestic, leastTier: .documented)
        default: try Requirements()
        }
    }

    private mutating func reach() -> Reach {
        Reach(
            level: random.pick([.nation, .nation, .hub, .city]),
            latencyMicrosecondsMost: random.chance(20) ? 1_000 * random.number(0...30) : nil)
    }

    private mutating func funding() -> Funding {
        switch random.below(10) {
        case 0, 1: .ownMoney
        case 2: view.live.isEmpty ? .automatic : .programmes([random.pick(view.live)])
        default: .automatic
        }
    }

    /// Every time in force, with and without all-or-none or a minimum.
    private mutating func policy(for quantity: Quantity) throws -> FillPolicy {
        let until = Stamp(microseconds: view.time.microseconds + random.number(1...40) * Stamp.microsecondsPerHour)
        let times: [TimeInForce] = [
            .goodTillCancelled, .goodTillCancelled, .goodTillCancelled, .goodTill(until), .immediateOrCancel,
            .fillOrKill,
        ]
        let time = random.pick(times)
        guard time != .fillOrKill else { return try FillPolicy(time) }
        switch random.below(5) {
        case 0: return try FillPolicy(time, allOrNone: true)
        case 1: return try FillPolicy(time, minimum: try Quantity(random.number(1...quantity.milli)))
        default: return try FillPolicy(time)
        }
    }

    /// By its buyer.
    mutating func cancelDemand() -> GeneratedCommand? {
        guard let demand = view.demands.draw(&random), let owner = view.demandOwners[demand] else { return nil }
        return GeneratedCommand(actor: SimulatedActors.buyer(owner), command: .cancelDemand(demand))
    }
}
