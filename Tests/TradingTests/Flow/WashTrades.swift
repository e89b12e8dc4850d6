import Domain
import Programmes
import Records
import Simulation

/// Firms that own each other, and buy from their own at prices to suit: with vouchers, so that there is something to
/// gain.
struct WashTrades {
    private(set) var flow = OrderFlow()
    /// The same without shares and relations.
    private(set) var freeFlow = OrderFlow()
    private var random: SeededGenerator
    private var offers: [(provider: PartyID, price: Int64)] = []
    private var demands: [PartyID] = []
    private var pairs: [[PartyID]] = []
    static let parties: ClosedRange<Int64> = 1...8

    init(seed: UInt64) throws {
        random = SeededGenerator(seed: seed)
        flow.rule = random.pick([.listed, .resting])
        flow.zones = [(.nation, nil)]
        flow.types = [8_000]
        flow.parties = Self.parties.upperBound
        flow.prelude = try vouchers()
        freeFlow = flow
        for _ in 0..<random.number(4...12) { flow.prelude.append(byOperator(try relation())) }
        for _ in 0..<60 { try order() }
    }

    private mutating func give(_ command: Command, _ actor: Actor) {
        let order = GeneratedCommand(actor: actor, command: command)
        flow.orders.append(order)
        // A clock that stands still takes the place of what the other flow does not have.
        let stays = GeneratedCommand(
            actor: SimulatedActors.operators[0], command: .advanceClock(Stamp(hour: flow.start)))
        freeFlow.orders.append(actor.seat == .operator ? stays : order)
    }

    private func byOperator(_ command: Command) -> GeneratedCommand {
        GeneratedCommand(actor: SimulatedActors.operators[0], command: command)
    }

    private func vouchers() throws -> [GeneratedCommand] {
        let definition = try SmallMarket.definition(mode: .deduct, kinds: [.cpu])
        let managers = SimulatedActors.managers
        let commands: [(Actor, Command)] = [
            (managers[0], .proposeProgramme(definition)), (managers[1], .approveProgramme(ProgrammeID(1), version: 1)),
            (managers[0], .authorisePool(ProgrammeID(1), Money(fen: 1_000_000_000))),
        ]
        return commands.map { GeneratedCommand(actor: $0.0, command: $0.1) }
            + Self.parties.map { party in
                GeneratedCommand(
                    actor: SimulatedActors.buyer(PartyID(party)),
                    command: .applyForVoucher(ProgrammeID(1), plannedSpend: Money(fen: 10_000_000)))
            }
    }

    private mutating func relation() throws -> Command {
        let first = PartyID(random.number(Self.parties))
        let second = PartyID((first.number + random.number(0...6)) % 8 + 1)
        pairs.append([first, second])
        if random.chance(25) { return .recordRelation(random.pick(RelationKind.allCases), first, second) }
        let shares: [Int64] = [0, 1_000, 1_900, 2_000, 2_400, 2_500, 3_000, 5_000, 5_100, 7_000, 10_000]
        return .recordOwnership(Ownership(owner: first, owned: second, share: try BasisPoints(random.pick(shares))))
    }

    private mutating func order() throws {
        switch random.below(100) {
        case 0..<5: give(try relation(), SimulatedActors.operators[0])
        case 5..<9 where !demands.isEmpty:
            let number = random.below(Int64(demands.count))
            give(.cancelDemand(DemandID(number + 1)), SimulatedActors.buyer(demands[Int(number)]))
        case 9..<15 where !demands.isEmpty:
            let number = random.below(Int64(demands.count))
            let change = try DemandAmendment(limit: UnitPrice(1_000_000 * random.number(8...18)))
            give(.amendDemand(DemandID(number + 1), change), SimulatedActors.buyer(demands[Int(number)]))
        case 15..<21 where !offers.isEmpty:
            let number = random.below(Int64(offers.count))
            let change = try OfferAmendment(price: .flat(UnitPrice(1_000_000 * random.number(8...16))))
            give(.amendOffer(OfferID(number + 1), change), SimulatedActors.provider(offers[Int(number)].provider))
        case 21..<55: try list()
        default: try submit()
        }
    }

    private mutating func list() throws {
        let price = random.number(8...16)
        let provider = PartyID(random.number(Self.parties))
        let step = CapacityStep(
            window: try Window(flow.start + 10, flow.start + 20), quantity: try Quantity(1_000 * random.number(1...5)))
        let terms = try OfferTerms(
            instanceType: InstanceTypeID(1), zone: ZoneID(1), schedule: try CapacitySchedule(steps: [step]),
            lotSize: try Quantity(1_000), shortestTermHours: 1, price: .flat(try UnitPrice(1_000_000 * price)),
            vat: .cloudService, buyers: .everyone, tier: .declared)
        offers.append((provider, price))
        give(.listOffer(terms), SimulatedActors.provider(provider))
    }

    /// Mostly one of the latest providers' own, for just what the offer asks.
    private mutating func submit() throws {
        let target = offers.suffix(4).isEmpty ? nil : random.pick(Array(offers.suffix(4)))
        let friends = pairs.filter { pair in target.map { pair.contains($0.provider) } ?? false }.flatMap { $0 }
        let buyer = random.chance(70) && !friends.isEmpty ? random.pick(friends) : PartyID(random.number(Self.parties))
        let start = flow.start + 10 + random.number(0...4)
        let terms = try DemandTerms(
            requirements: try Requirements(), quantity: try Quantity(1_000 * random.number(1...6)),
            window: try Window(start, start + random.number(1...5)), home: ZoneID(1),
            reach: Reach(level: .nation, latencyMicrosecondsMost: nil),
            limit: try UnitPrice(1_000_000 * ((target?.price ?? 10) + random.pick([0, 0, 0, 2, -1]))),
            policy: .goodTillCancelled, acceptsRelated: random.chance(50))
        demands.append(buyer)
        give(.submitDemand(terms), SimulatedActors.buyer(buyer))
    }
}
