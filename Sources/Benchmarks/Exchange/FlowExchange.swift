import Domain
import Matching
import Records
import Simulation
import Trading

/// An order flow through the whole state machine: an instrument is an instance type, all in one zone and over one hour;
/// what buys is a demand, what sells an offer; the price rule is `resting`. Orders go round 256 buyers and 256 providers.
struct FlowExchange: ~Copyable {
    /// 2026-01-01T00:00Z; the hour traded is a month later, and the clock stands.
    private static let start: Hour = 490_896
    private static let window = Window(unchecked: start + 720, start + 721)
    private static let firms = MarketFirms(providers: 256, buyers: 256)

    private(set) var memory: MemoryExchange
    private let scale: FlowScale
    private let reach = Reach(level: .nation, latencyMicrosecondsMost: nil)
    private let immediate: FillPolicy
    private let requirements: [Requirements]
    /// By the flow's order number.
    private var placed: ContiguousArray<PlacedOrder>
    /// The flow's order of each offer and of each demand, by number less 1.
    private var orderOfOffer: ContiguousArray<Int32> = []
    private var orderOfDemand: ContiguousArray<Int32> = []
    private(set) var tally = TradeTally()
    private(set) var ignored = 0

    private struct PlacedOrder {
        var side = BookSide.buy
        /// Of the offer or demand; 0 where the order never came.
        var number: Int64 = 0
        var quantity: Int64 = 0
        var open: Int64 = 0
    }

    /// - Parameter keepsJournal: whether every record is kept, for a replay.
    /// - Throws: `OrderFlowProblem` where the exchange cannot take such orders.
    static func open(_ flow: OrderFlow, keepsJournal: Bool = false) throws -> FlowExchange {
        var memory = MemoryExchange(keepsJournal: keepsJournal)
        try memory.open(opening(instruments: max(1, flow.instruments)) + firms.opening())
        return FlowExchange(flow, try FlowScale(flow), memory)
    }

    private init(_ flow: OrderFlow, _ scale: FlowScale, _ memory: consuming MemoryExchange) {
        self.scale = scale
        self.memory = memory
        immediate = certain { () throws(Reason) in try FillPolicy(.immediateOrCancel) }
        requirements = (1...Int64(max(1, flow.instruments))).map { number in
            certain { () throws(Reason) in try Requirements(instanceTypes: [InstanceTypeID(number)]) }
        }
        placed = ContiguousArray(repeating: PlacedOrder(), count: flow.orders)
    }

    private static func opening(instruments: Int) throws(Reason) -> [GeneratedCommand] {
        let policy = MarketPolicy(
            fee: .zero, contestHours: 72, reportHours: 24, missedHoursToEnd: 24, priceRule: .resting)
        let nation = ZoneTerms(
            code: try Symbol("cn"), name: try Label("中国"), nameEnglish: try Label("China"), level: .nation, parent: nil)
        var commands = [Command.advanceClock(Stamp(hour: start)), .setPolicy(policy), .defineZone(nation)]
        for number in 1...instruments {
            commands.append(
                .defineInstanceType(
                    InstanceTypeTerms(
                        code: try Symbol("instrument-\(number)"), kind: .cpu, architecture: try Symbol("x86"),
                        chip: nil, origin: .foreign, chipsMilli: 0, chipMemoryBytes: 0, vcpuMilli: 1_000,
                        memoryBytes: 0)))
        }
        return commands.map { GeneratedCommand(actor: SimulatedActors.operators[0], command: $0) }
    }

    /// Carries out some of the flow's commands.
    mutating func carryOut(_ commands: ArraySlice<BookCommand>) {
        for command in commands {
            if !carryOut(command) { ignored += 1 }
        }
    }

    /// False where it names an order that is not open, or an open one as new.
    private mutating func carryOut(_ command: BookCommand) -> Bool {
        switch command.kind {
        case .add: return isOpen(command.order) ? false : place(command)
        case .cancel: return cancel(command.order)
        case .replace: return cancel(command.order) && place(command)
        case .reduce: return reduce(command.order, by: command.quantity)
        case .immediateOrCancel:
            // An offer is never immediate: what is left of it is withdrawn.
            _ = place(command)
            if isOpen(command.order) { _ = cancel(command.order) }
            return true
        }
    }

    private func isOpen(_ order: Int32) -> Bool { placed[Int(order)].open > 0 }

    private mutating func place(_ command: BookCommand) -> Bool {
        let record =
            command.side == .buy
            ? memory.apply(.submitDemand(demand(command)), by: SimulatedActors.buyer(buyer(command.order)))
            : memory.apply(.listOffer(offer(command)), by: SimulatedActors.provider(provider(command.order)))
        guard record.header.outcome == .accepted else { return false }
        let number = command.side == .buy ? orderOfDemand.count : orderOfOffer.count
        if command.side == .buy { orderOfDemand.append(command.order) } else { orderOfOffer.append(command.order) }
        placed[Int(command.order)] = PlacedOrder(
            side: command.side, number: Int64(number) + 1, quantity: command.quantity, open: command.quantity)
        count(record, taker: command.order)
        if command.kind == .immediateOrCancel, command.side == .buy { placed[Int(command.order)].open = 0 }
        return true
    }

    private mutating func count(_ record: Record, taker: Int32) {
        for case .filled(let fill) in record.events {
            let (buying, selling) = (
                orderOfDemand[Int(fill.demand.number) - 1], orderOfOffer[Int(fill.offer.number) - 1]
            )
            let quantity = fill.quantity.milli / scale.unit
            placed[Int(buying)].open -= quantity
            placed[Int(selling)].open -= quantity
            tally.count(
                PlainTrade(
                    taker: taker, maker: taker == buying ? selling : buying, price: fill.priceSum / scale.tick,
                    quantity: quantity))
        }
    }

    private mutating func cancel(_ order: Int32) -> Bool {
        let known = placed[Int(order)]
        let record =
            known.side == .buy
            ? memory.apply(.cancelDemand(DemandID(known.number)), by: SimulatedActors.buyer(buyer(order)))
            : memory.apply(.withdrawOffer(OfferID(known.number)), by: SimulatedActors.provider(provider(order)))
        placed[Int(order)].open = 0
        // An offer that is sold out is still listed.
        return known.open > 0 && record.header.outcome == .accepted
    }

    private mutating func reduce(_ order: Int32, by quantity: Int64) -> Bool {
        let known = placed[Int(order)]
        guard known.open > quantity else { return cancel(order) }
        let left = Quantity(unchecked: (known.quantity - quantity) * scale.unit)
        let record =
            known.side == .buy
            ? memory.apply(
                .amendDemand(DemandID(known.number), certain { () throws(Reason) in try .init(quantity: left) }),
                by: SimulatedActors.buyer(buyer(order)))
            : memory.apply(
                .amendOffer(
                    OfferID(known.number), certain { () throws(Reason) in try .init(schedule: schedule(left)) }),
                by: SimulatedActors.provider(provider(order)))
        guard record.header.outcome == .accepted else { return false }
        placed[Int(order)].quantity -= quantity
        placed[Int(order)].open -= quantity
        return true
    }

    private func buyer(_ order: Int32) -> PartyID { Self.firms.buyer(Int64(order)) }
    private func provider(_ order: Int32) -> PartyID { Self.firms.provider(Int64(order)) }

    private func demand(_ command: BookCommand) -> DemandTerms {
        certain { () throws(Reason) in
            try DemandTerms(
                requirements: requirements[Int(command.instrument)],
                quantity: Quantity(unchecked: command.quantity * scale.unit), window: Self.window, home: ZoneID(1),
                reach: reach, limit: UnitPrice(unchecked: command.price * scale.tick),
                policy: command.kind == .immediateOrCancel ? immediate : .goodTillCancelled)
        }
    }

    private func offer(_ command: BookCommand) -> OfferTerms {
        certain { () throws(Reason) in
            try OfferTerms(
                instanceType: InstanceTypeID(Int64(command.instrument) + 1), zone: ZoneID(1),
                schedule: try schedule(Quantity(unchecked: command.quantity * scale.unit)),
                lotSize: Quantity(unchecked: scale.unit), shortestTermHours: 1,
                price: .flat(UnitPrice(unchecked: command.price * scale.tick)), vat: .cloudService, buyers: .everyone,
                tier: .declared)
        }
    }

    private func schedule(_ quantity: Quantity) throws(Reason) -> CapacitySchedule {
        try CapacitySchedule(steps: [CapacityStep(window: Self.window, quantity: quantity)])
    }
}
