import Domain
import Records
import Simulation

/// Other names and measures for the same market: how orders read under them, and how their outcome does.
struct FlowMapping {
    var party: (PartyID) -> PartyID = { $0 }
    var zone: (ZoneID) -> ZoneID = { $0 }
    var type: (InstanceTypeID) -> InstanceTypeID = { $0 }
    var offer: (OfferID) -> OfferID = { $0 }
    var demand: (DemandID) -> DemandID = { $0 }
    /// Prices and tariffs, and quantities, are so many times as large.
    var price: Int64 = 1
    var quantity: Int64 = 1
    var hours: Int64 = 0

    func callAsFunction(_ order: GeneratedCommand) throws -> GeneratedCommand {
        var actor = order.actor
        if let organisation = actor.organisation {
            actor =
                actor.seat == .buyer
                ? SimulatedActors.buyer(party(organisation)) : SimulatedActors.provider(party(organisation))
        }
        return GeneratedCommand(actor: actor, command: try self(order.command))
    }

    private func callAsFunction(_ command: Command) throws -> Command {
        switch command {
        case .listOffer(let terms): .listOffer(try self(terms))
        case .withdrawOffer(let id): .withdrawOffer(offer(id))
        case .submitDemand(let terms): .submitDemand(try self(terms))
        case .cancelDemand(let id): .cancelDemand(demand(id))
        case .amendDemand(let id, let change):
            .amendDemand(
                demand(id),
                try DemandAmendment(
                    limit: change.limit.map { self($0) }, quantity: change.quantity.map { self($0) },
                    timeInForce: change.timeInForce.map { self($0) }))
        case .amendOffer(let id, let change):
            .amendOffer(
                offer(id),
                try OfferAmendment(
                    price: change.price.map { self($0) }, schedule: try change.schedule.map { try self($0) }))
        case .cancelDemands(let scope): .cancelDemands(self(scope))
        case .withdrawOffers(let scope): .withdrawOffers(self(scope))
        case .advanceClock(let stamp): .advanceClock(self(stamp))
        default: command
        }
    }

    private func callAsFunction(_ scope: OrderScope) -> OrderScope {
        OrderScope(zone: scope.zone.map { zone($0) }, instanceType: scope.instanceType.map { type($0) })
    }

    private func callAsFunction(_ terms: OfferTerms) throws -> OfferTerms {
        try OfferTerms(
            instanceType: type(terms.instanceType), zone: zone(terms.zone), schedule: try self(terms.schedule),
            lotSize: self(terms.lotSize), shortestTermHours: terms.shortestTermHours, price: self(terms.price),
            vat: terms.vat, buyers: BuyerClass(members: terms.buyers.members.map { party($0) }), tier: terms.tier)
    }

    private func callAsFunction(_ terms: DemandTerms) throws -> DemandTerms {
        try DemandTerms(
            requirements: terms.requirements, quantity: self(terms.quantity), window: try self(terms.window),
            home: zone(terms.home), reach: terms.reach, limit: self(terms.limit),
            policy: try FillPolicy(
                self(terms.policy.timeInForce), allOrNone: terms.policy.allOrNone, minimum: self(terms.policy.minimum)),
            singleProvider: terms.singleProvider, use: terms.use, lane: terms.lane, funding: terms.funding,
            acceptsRelated: terms.acceptsRelated, chosenHours: terms.chosenHours)
    }

    private func callAsFunction(_ schedule: CapacitySchedule) throws -> CapacitySchedule {
        try CapacitySchedule(
            steps: schedule.steps.map { CapacityStep(window: try self($0.window), quantity: self($0.quantity)) })
    }

    private func callAsFunction(_ schedule: PriceSchedule) -> PriceSchedule {
        switch schedule {
        case .flat(let price): .flat(self(price))
        case .hourOfWeek(let prices): .hourOfWeek(prices.map { self($0) })
        }
    }

    private func callAsFunction(_ time: TimeInForce) -> TimeInForce {
        if case .goodTill(let stamp) = time { .goodTill(self(stamp)) } else { time }
    }

    private func callAsFunction(_ stamp: Stamp) -> Stamp {
        Stamp(microseconds: stamp.microseconds + hours * Stamp.microsecondsPerHour)
    }

    private func callAsFunction(_ window: Window) throws -> Window {
        try Window(window.start + hours, window.end + hours)
    }

    private func callAsFunction(_ price: UnitPrice) -> UnitPrice { UnitPrice(unchecked: price.microYuan * self.price) }
    private func callAsFunction(_ quantity: Quantity) -> Quantity {
        Quantity(unchecked: quantity.milli * self.quantity)
    }

    func callAsFunction(_ link: Link) -> Link {
        Link(
            from: zone(link.from), to: zone(link.to), latencyMicroseconds: link.latencyMicroseconds,
            tariff: self(link.tariff), tariffKind: link.tariffKind)
    }

    func callAsFunction(_ event: FlowEvent) -> FlowEvent {
        switch event {
        case .filled(let id, let from, let window, let milli, let ask, let paid, let charge, let isRelated):
            .filled(
                demand(id), offer(from), over: Window(unchecked: window.start + hours, window.end + hours),
                milli: milli * quantity, askSum: ask * price, priceSum: paid * price,
                charge: charge * price, isRelated: isRelated)
        case .rests(let id, let milli): .rests(demand(id), milli: milli * quantity)
        case .closed(let id, let reason): .closed(demand(id), reason)
        case .offerClosed(let id, let reason): .offerClosed(offer(id), reason)
        case .cut(let lease, let from, let sought): .cut(lease, from: from + hours, sought: sought.map { demand($0) })
        case .refused(let reason): .refused(reason)
        }
    }
}
