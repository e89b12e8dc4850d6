import Domain
import Records
import Simulation
import Testing

/// The same market otherwise put: the outcome is the same, put the same way, and nothing else changes.
struct MetamorphicTests {
    /// Compares two outcomes, and holds that there was one worth comparing.
    private func expect(
        _ found: [[FlowEvent]], _ expected: [[FlowEvent]], seed: UInt64, at place: SourceLocation = #_sourceLocation
    ) {
        #expect(expected.joined().contains { $0.isFill }, "seed \(seed) trades nothing", sourceLocation: place)
        for (number, (one, other)) in zip(found, expected).enumerated() where one != other {
            #expect(one == other, "seed \(seed), order \(number)", sourceLocation: place)
            return
        }
        #expect(found.count == expected.count, "seed \(seed)", sourceLocation: place)
    }

    @Test func scaledPricesAndQuantities() throws {
        for seed in Seeds.drawn("scaled", count: 25) {
            let flow = try FlowGenerator.flow(seed: seed)
            let scale = FlowMapping(price: 3, quantity: 2)
            var scaled = flow
            scaled.links = flow.links.map { scale($0) }
            scaled.orders = try flow.orders.map { try scale($0) }
            expect(
                try FlowRun.events(of: scaled), try FlowRun.events(of: flow).map { $0.map { scale($0) } }, seed: seed)
        }
    }

    /// Three weeks later: prices by the hour of the week are the same.
    @Test func shiftedTime() throws {
        for seed in Seeds.drawn("shifted", count: 25) {
            let flow = try FlowGenerator.flow(seed: seed)
            let shift = FlowMapping(hours: 3 * 168)
            var shifted = flow
            shifted.start += shift.hours
            shifted.orders = try flow.orders.map { try shift($0) }
            expect(
                try FlowRun.events(of: shifted), try FlowRun.events(of: flow).map { $0.map { shift($0) } }, seed: seed)
        }
    }

    /// Parties, types and zones in another order, and offers and demands that come and go before all others.
    @Test func relabelledIdentifiers() throws {
        for seed in Seeds.drawn("relabelled", count: 25) {
            let flow = try FlowGenerator.flow(seed: seed)
            let relabel = FlowMapping(
                party: { PartyID(9 - $0.number) }, zone: { ZoneID([1, 3, 2, 7, 6, 5, 4][Int($0.number) - 1]) },
                type: { InstanceTypeID(3 - $0.number) }, offer: { OfferID($0.number + 3) },
                demand: { DemandID($0.number + 2) })
            var relabelled = flow
            relabelled.zones = flow.zones.indices.map { position in
                let zone = flow.zones[Int(relabel.zone(ZoneID(Int64(position) + 1)).number) - 1]
                return (zone.level, zone.parent.map { relabel.zone($0) })
            }
            relabelled.types = flow.types.reversed()
            relabelled.links = flow.links.map { relabel($0) }
            let before = try passing(flow).map { try relabel($0) }
            relabelled.orders = before + (try flow.orders.map { try relabel($0) })
            expect(
                Array(try FlowRun.events(of: relabelled).dropFirst(before.count)),
                try FlowRun.events(of: flow).map { $0.map { relabel($0) } }, seed: seed)
        }
    }

    /// The first offer three times and the first demand twice, each gone before the next comes. They are named as the
    /// mapping will have it.
    private func passing(_ flow: OrderFlow) throws -> [GeneratedCommand] {
        let offer = try #require(flow.orders.first { $0.command.kind == .listOffer })
        let demand = try #require(flow.orders.first { $0.command.kind == .submitDemand })
        return (-2...0).flatMap { number in
            [offer, GeneratedCommand(actor: offer.actor, command: .withdrawOffer(OfferID(number)))]
        }
            + (-1...0).flatMap { number in
                [demand, GeneratedCommand(actor: demand.actor, command: .cancelDemand(DemandID(number)))]
            }
    }

    /// One of the offers that nobody changes comes as two, one behind the other, with a part of its lots each.
    @Test func oneOfferSplitInTwo() throws {
        var count = 0
        for seed in Seeds.drawn("split", count: 40) {
            let flow = try FlowGenerator.flow(seed: seed, FlowShape(inBlocks: true, untouchedOffers: 5))
            let halves = flow.orders.prefix(5).map { halved($0.command) }
            guard let place = halves.firstIndex(where: { $0 != nil }), let (first, second) = halves[place] else {
                continue
            }
            let original = OfferID(Int64(place) + 1)
            let shift = FlowMapping(offer: { $0 > original ? OfferID($0.number + 1) : $0 })
            var split = flow
            split.orders = try flow.orders.map { try shift($0) }
            let actor = flow.orders[place].actor
            split.orders.replaceSubrange(
                place...place,
                with: [GeneratedCommand(actor: actor, command: first), GeneratedCommand(actor: actor, command: second)])
            var found = try FlowRun.events(of: split)
            found.remove(at: place + 1)
            let expected = try FlowRun.events(of: flow).map { $0.map { shift($0) } }
            let other = OfferID(original.number + 1)
            expect(found.map { joined($0, other, as: original) }, expected, seed: seed)
            count += 1
        }
        #expect(count >= 20, "most flows have an offer that can be split")
    }

    /// The offer's lots in two parts; nil where some hour has one lot only.
    private func halved(_ command: Command) -> (Command, Command)? {
        guard case .listOffer(let terms) = command else { return nil }
        let lot = terms.lotSize.milli
        let halves = [true, false].map { isFirst -> CapacitySchedule? in
            let steps = terms.schedule.steps.map { step in
                let first = step.quantity.milli / lot / 2 * lot
                return CapacityStep(
                    window: step.window, quantity: Quantity(unchecked: isFirst ? first : step.quantity.milli - first))
            }
            return steps.allSatisfy { $0.quantity > .zero } ? try? CapacitySchedule(steps: steps) : nil
        }
        guard let first = halves[0].flatMap({ try? terms.amended(by: OfferAmendment(schedule: $0)) }),
            let second = halves[1].flatMap({ try? terms.amended(by: OfferAmendment(schedule: $0)) })
        else { return nil }
        return (.listOffer(first), .listOffer(second))
    }

    /// A fill from the second part behind one from the first is one with it; the second part's end is the first's.
    private func joined(_ events: [FlowEvent], _ other: OfferID, as original: OfferID) -> [FlowEvent] {
        var joined: [FlowEvent] = []
        for event in events {
            switch (joined.last, event) {
            case (
                .filled(let one, original, let window, let milli, let ask, let price, let charge, let isRelated),
                .filled(let demand, other, _, let more, _, _, _, _)
            ) where one == demand:
                joined[joined.count - 1] = .filled(
                    demand, original, over: window, milli: milli + more, askSum: ask, priceSum: price,
                    charge: charge, isRelated: isRelated)
            case (_, .filled(let demand, other, let window, let milli, let ask, let price, let charge, let isRelated)):
                joined.append(
                    .filled(
                        demand, original, over: window, milli: milli, askSum: ask, priceSum: price, charge: charge,
                        isRelated: isRelated))
            case (_, .offerClosed(other, _)): break
            default: joined.append(event)
            }
        }
        return joined
    }

    /// A third hub with a city, cheap offers and eager buyers of its own, which nobody else reaches.
    @Test func anUnreachableRegion() throws {
        for seed in Seeds.drawn("unreachable", count: 25) {
            let flow = try FlowGenerator.flow(seed: seed, FlowShape(isBounded: true))
            var (wider, offers, demands) = (flow, [OfferID](), [DemandID]())
            wider.zones += [(.hub, ZoneID(1)), (.city, ZoneID(8))]
            wider.parties += 2
            wider.orders = []
            var (offerCount, demandCount): (Int64, Int64) = (0, 0)
            var origins: [Bool] = []
            for (number, order) in flow.orders.enumerated() {
                if number % 3 == 0 {
                    let added = try regional(flow.orders, order, number)
                    wider.orders += added
                    origins += added.map { _ in false }
                    for command in added.map(\.command) {
                        if command.kind == .listOffer { offerCount += 1 } else { demandCount += 1 }
                    }
                }
                if order.command.kind == .listOffer {
                    offerCount += 1
                    offers.append(OfferID(offerCount))
                }
                if order.command.kind == .submitDemand {
                    demandCount += 1
                    demands.append(DemandID(demandCount))
                }
                let (knownOffers, knownDemands) = (offers, demands)
                let mapping = FlowMapping(
                    offer: { knownOffers[Int($0.number) - 1] }, demand: { knownDemands[Int($0.number) - 1] })
                wider.orders.append(try mapping(order))
                origins.append(true)
            }
            let (allOffers, allDemands) = (offers, demands)
            let mapping = FlowMapping(
                offer: { allOffers[Int($0.number) - 1] }, demand: { allDemands[Int($0.number) - 1] })
            let events = try FlowRun.events(of: wider)
            let own = zip(events, origins).flatMap { events, isOwn in
                events.filter { $0.concerns(Set(allOffers), Set(allDemands)) || (isOwn && $0.isRefusal) }
            }
            let regional = events.joined().filter { !$0.concerns(Set(allOffers), Set(allDemands)) }
            #expect(regional.contains { $0.isFill }, "seed \(seed): the region does not trade")
            expect([own], [Array(try FlowRun.events(of: flow).joined()).map { mapping($0) }], seed: seed)
        }
    }

    /// An offer far below all others, and now and then a demand that would take anything in its hub.
    private func regional(
        _ orders: [GeneratedCommand], _ next: GeneratedCommand, _ number: Int
    ) throws -> [GeneratedCommand] {
        let time =
            orders.prefix(number).compactMap { order -> Stamp? in
                if case .advanceClock(let stamp) = order.command { stamp } else { nil }
            }.last ?? Stamp(hour: OrderFlow().start)
        let window = try Window(time.hour + 2, time.hour + 6)
        let terms = try OfferTerms(
            instanceType: InstanceTypeID(2), zone: ZoneID(9),
            schedule: try CapacitySchedule(steps: [CapacityStep(window: window, quantity: try Quantity(4_000))]),
            lotSize: try Quantity(1_000), shortestTermHours: 1, price: .flat(try UnitPrice(1_000)),
            vat: .cloudService, buyers: .everyone, tier: .measured)
        let offer = GeneratedCommand(actor: SimulatedActors.provider(PartyID(9)), command: .listOffer(terms))
        guard number % 2 == 0 else { return [offer] }
        let demand = try DemandTerms(
            requirements: try Requirements(), quantity: try Quantity(9_000), window: window, home: ZoneID(9),
            reach: Reach(level: .hub, latencyMicrosecondsMost: nil), limit: try UnitPrice(90_000_000),
            policy: .goodTillCancelled, funding: .ownMoney)
        return [offer, GeneratedCommand(actor: SimulatedActors.buyer(PartyID(10)), command: .submitDemand(demand))]
    }
}

extension FlowEvent {
    var isFill: Bool { if case .filled = self { true } else { false } }
    var isRefusal: Bool { if case .refused = self { true } else { false } }

    func concerns(_ offers: Set<OfferID>, _ demands: Set<DemandID>) -> Bool {
        switch self {
        case .filled(let demand, let offer, _, _, _, _, _, _): demands.contains(demand) || offers.contains(offer)
        case .rests(let demand, _), .closed(let demand, _): demands.contains(demand)
        case .cut(_, _, let demand): demand.map { demands.contains($0) } ?? false
        case .offerClosed(let offer, _): offers.contains(offer)
        case .refused: false
        }
    }
}
