import Domain
import Matching
import MatchingOracle
import Records
import Simulation
import Testing

@testable import Trading

/// The exchange against the naive market: amendments, time limits, ends by the many and the clock included.
struct FlowOracleTests {
    /// Seeds of flows with bundles in which the two once differed.
    private static let failed: [UInt64] = [1_014, 1_193, 1_224, 1_275, 1_302, 1_335]

    @Test func theExchangeDoesWhatTheNaiveMarketDoes() throws {
        var coverage: [String: Int] = [:]
        for seed in Seeds.drawn("FlowOracleTests", count: 25) {
            try agree(try FlowGenerator.flow(seed: seed, FlowShape(withdrawals: 30)), seed, &coverage)
        }
        for wanted in [
            "demandExpired", "windowBegun", "cancelledByOwner", "capacitySold", "fill on amendment",
            "fill for a lease that was cut", "a cut lease goes without",
        ] {
            #expect(coverage[wanted] != nil, "no flow reached \(wanted)")
        }
    }

    /// The same with bundles among the orders.
    @Test func bundlesAreFilledAsTheNaiveMarketFillsThem() throws {
        var coverage: [String: Int] = [:]
        for seed in Self.failed + Seeds.drawn("FlowOracleTests of bundles", count: 20) {
            try agree(try FlowGenerator.flow(seed: seed, FlowShape(bundles: 25)), seed, &coverage)
        }
        print("FlowOracleTests: \(coverage.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" })")
        for wanted in [
            "bundle filled at once", "bundle filled at rest", "bundle with a common start", "bundle with a latency",
            "notAllFillable", "bundleUnfilled", "bundled", "wouldCrossBlock", "demandExpired", "windowBegun",
        ] {
            #expect(coverage[wanted] != nil, "no flow reached \(wanted)")
        }
    }

    private func agree(_ flow: OrderFlow, _ seed: UInt64, _ coverage: inout [String: Int]) throws {
        let exchange = try TestExchange(opening: try flow.opening())
        var naive = try NaiveFlow(flow)
        var bonds: [DemandID: BundleBond] = [:]
        for (number, order) in flow.orders.enumerated() {
            let time = exchange.time
            let records = try exchange.applyAll(order.command, by: order.actor)
            let due = records.dropLast().flatMap { FlowEvent.events(of: $0) }
            let own = records.last.map { FlowEvent.events(of: $0) } ?? []
            let expectedDue = naive.pass(to: time)
            let expected = naive.apply(order, place: Int64(number))
            #expect(due == expectedDue, "seed \(seed), before order \(number)")
            #expect(own == expected, "seed \(seed), order \(number): \(order.command)")
            // What a clock that has moved makes due is to come, before the next order.
            let crossed = order.command.kind == .advanceClock ? [] : exchange.exchange.market.violations()
            #expect(crossed.isEmpty, "seed \(seed), order \(number): \(crossed)")
            guard due == expectedDue, own == expected else { return }
            note(order.command, due, own, &coverage)
            note(records, &bonds, &coverage)
        }
        try exchange.replay()
    }

    private func note(
        _ command: Command, _ due: [FlowEvent], _ own: [FlowEvent], _ coverage: inout [String: Int]
    ) {
        for event in due + own {
            switch event {
            case .closed(_, let reason?), .refused(let reason): coverage[reason.rawValue, default: 0] += 1
            case .cut(_, _, let sought):
                coverage[sought == nil ? "a cut lease goes without" : "hours sought", default: 0] += 1
            case .filled:
                if command.kind == .planWithdrawal { coverage["fill for a lease that was cut", default: 0] += 1 }
                if [.amendDemand, .amendOffer].contains(command.kind) {
                    coverage["fill on amendment", default: 0] += 1
                }
            default: break
            }
        }
    }

    /// Counts the bundles that are filled, by when and with what bond.
    private func note(_ records: [Record], _ bonds: inout [DemandID: BundleBond], _ coverage: inout [String: Int]) {
        for record in records {
            var arriving: DemandID?
            for event in record.events {
                if case .bundleAccepted(let bundle) = event {
                    bonds[bundle.id] = bundle.bond
                    arriving = bundle.id
                }
                guard case .demandClosed(let id, nil) = event, let bond = bonds[id] else { continue }
                coverage[id == arriving ? "bundle filled at once" : "bundle filled at rest", default: 0] += 1
                if bond.commonStart { coverage["bundle with a common start", default: 0] += 1 }
                if bond.latencyMicrosecondsMost != nil { coverage["bundle with a latency", default: 0] += 1 }
            }
        }
    }
}

/// A flow's orders as the naive market takes them, and its events as the exchange's.
private struct NaiveFlow {
    private let oracle: OracleMarket
    private let flow: OrderFlow
    private let profile: FirmProfile
    private var offers: Int64 = 0
    private var demands: Int64 = 0

    init(_ flow: OrderFlow) throws {
        self.flow = flow
        profile = try SmallMarket.registration(1, buys: true, provides: true).profile
        let zones = try flow.zones.enumerated().map { number, zone in
            Zone(
                id: ZoneID(Int64(number) + 1), code: try Symbol("zone-\(number)"), name: try Label("zone"),
                nameEnglish: try Label("zone"), level: zone.level, parent: zone.parent)
        }
        let types = try flow.types.enumerated().map { number, vcpu in
            InstanceType(
                id: InstanceTypeID(Int64(number) + 1),
                terms: InstanceTypeTerms(
                    code: try Symbol("type-\(number)"), kind: .cpu, architecture: try Symbol("x86"), chip: nil,
                    origin: .unstated, chipsMilli: 0, chipMemoryBytes: 0, vcpuMilli: vcpu, memoryBytes: 0))
        }
        oracle = OracleMarket(rule: flow.rule, zones: zones, types: types) { _, _ in true }
        // Everybody buys and provides, and nobody trades with itself.
        for party in 1...flow.parties {
            _ = oracle.apply(.relate(buyer: PartyID(party), provider: PartyID(party), 2))
        }
    }

    func pass(to stamp: Stamp) -> [FlowEvent] {
        oracle.pass(to: stamp).compactMap { FlowEvent($0, ending: .windowBegun) }
    }

    mutating func apply(_ order: GeneratedCommand, place: Int64) -> [FlowEvent] {
        let place = Place(sequence: place)
        let party = order.actor.organisation ?? PartyID(0)
        switch order.command {
        case .listOffer(let terms):
            offers += 1
            return send(
                .list(Offer(id: OfferID(offers), provider: party, terms: terms, place: place), admissionClass: 0))
        case .submitDemand(let terms): return send(.submit(entry(terms, party, place)))
        case .submitBundle(let terms):
            let lines = terms.lines.enumerated().map { position, line in
                entry(line, party, Place(sequence: place.sequence, position: Int64(position)))
            }
            return told(oracle.submit(bundle: lines, terms.bond))
        case .withdrawOffer(let id): return send(.withdraw(id))
        case .cancelDemand(let id): return send(.cancel(id))
        case .amendDemand(let id, let change):
            return send(.amendDemand(id, change, subsidyClass: 0, links: flow.links, place: place))
        case .amendOffer(let id, let change): return send(.amendOffer(id, change, place: place))
        case .cancelDemands(let scope): return send(.cancelAll(buyer: party, scope))
        case .withdrawOffers(let scope): return send(.withdrawAll(provider: party, scope))
        case .planWithdrawal(let id, let plan):
            let events = told(oracle.plan(id, plan, place: place, next: DemandID(demands + 1)))
            for case .cut(_, _, _?) in events { demands += 1 }
            return events
        default: return []
        }
    }

    private mutating func entry(_ terms: DemandTerms, _ buyer: PartyID, _ place: Place) -> OracleDemand {
        demands += 1
        let demand = Demand(id: DemandID(demands), buyer: buyer, terms: terms, place: place)
        return OracleDemand(demand: demand, size: .small, profile: profile, subsidyClass: 0, links: flow.links)
    }

    private func send(_ command: OracleCommand) -> [FlowEvent] { told(oracle.apply(command)) }

    private func told(_ events: [OracleEvent]) -> [FlowEvent] {
        events.compactMap { FlowEvent($0, ending: .withdrawn) }
    }
}

extension FlowEvent {
    /// Nil for what a flow, which calls no batches and asks for no quotes, never meets.
    ///
    /// - Parameter reason: why an offer ends.
    fileprivate init?(_ event: OracleEvent, ending reason: Reason) {
        switch event {
        case .filled(let demand, let offer, let window, let milli, let ask, let price, let charge, let isRelated):
            self = .filled(
                demand, offer, over: window, milli: milli, askSum: ask, priceSum: price, charge: charge,
                isRelated: isRelated)
        case .rests(let demand, let milli): self = .rests(demand, milli: milli)
        case .complete(let demand): self = .closed(demand, nil)
        case .cancelled(let demand, let reason): self = .closed(demand, reason)
        case .withdrawn(let offer): self = .offerClosed(offer, reason)
        case .cut(let lease, let from, let sought): self = .cut(LeaseID(lease), from: from, sought: sought)
        case .refused(let reason): self = .refused(reason)
        case .froze, .called, .quoted: return nil
        }
    }
}
