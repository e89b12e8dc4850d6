import Domain
import Records
import Simulation
import Testing

/// Over graphs of ownership: nobody trades with its own, nobody related gets public money, no residual rests crossed.
struct WashTradeTests {
    @Test func nothingIsWashed() throws {
        var found = Tally()
        for seed in Seeds.drawn("washed", count: 60) {
            let wash = try WashTrades(seed: seed)
            var (watched, free) = (Watch(seed), Watch(seed))
            try watched.run(wash.flow)
            try free.run(wash.freeFlow)
            found.fills += watched.fills
            found.publicFills += watched.publicFills
            found.relatedFills += watched.relatedFills
            found.blocked += watched.blocked.count
            // What a block ended in the one flow trades in the other.
            found.freed += watched.blocked.intersection(free.filled).count
            #expect(free.blockedByOthers.isEmpty, "seed \(seed): blocked without a relation")
        }
        print("washed: \(found)")
        #expect(found.publicFills > 0 && found.relatedFills > 0 && found.fills > found.relatedFills)
        #expect(found.blocked > 0 && found.freed * 2 > found.blocked)
    }

    private struct Tally {
        var (fills, publicFills, relatedFills, blocked, freed) = (0, 0, 0, 0, 0)
    }
}

/// Looks at every record as a regulator would who has the graph, and no engine.
private struct Watch {
    let seed: UInt64
    private var relations = PlainRelations()
    private var offers: [OfferID: Offer] = [:]
    private var sold: [OfferID: [Hour: Int64]] = [:]
    private var demands: [DemandID: (demand: Demand, open: Int64)] = [:]
    private(set) var (fills, publicFills, relatedFills) = (0, 0, 0)
    private(set) var blocked: Set<DemandID> = []
    private(set) var filled: Set<DemandID> = []
    /// Blocked though the buyer has no offer of its own.
    private(set) var blockedByOthers: Set<DemandID> = []

    init(_ seed: UInt64) { self.seed = seed }

    mutating func run(_ flow: OrderFlow) throws {
        let exchange = SimulatedExchange()
        for command in try flow.opening() + flow.orders {
            for record in exchange.apply(command) {
                for event in record.events { take(event) }
                expectUncrossed(record.header.sequence)
            }
        }
        #expect(Auditor.findings(exchange.records).isEmpty, "seed \(seed)")
    }

    private mutating func take(_ event: Event) {
        switch event {
        case .ownershipRecorded(let ownership): relations.record(ownership)
        case .relationRecorded(_, let first, let second): relations.record(first, second)
        case .offerListed(let offer), .offerAmended(let offer): offers[offer.id] = offer
        case .offerClosed(let id, _): offers[id] = nil
        case .demandAccepted(let demand, _):
            demands[demand.id] = (demand, demand.terms.quantity.milli)
        case .demandAmended(let demand, _, let open): demands[demand.id] = (demand, open.milli)
        case .demandClosed(let id, let reason):
            let buyer = demands.removeValue(forKey: id)?.demand.buyer
            guard reason == .wouldCrossBlock else { return }
            blocked.insert(id)
            if !offers.values.contains(where: { $0.provider == buyer }) { blockedByOthers.insert(id) }
        case .filled(let fill): take(fill)
        default: break
        }
    }

    private mutating func take(_ fill: Fill) {
        fills += 1
        filled.insert(fill.demand)
        demands[fill.demand]?.open -= fill.quantity.milli
        for hour in fill.window.start..<fill.window.end {
            sold[fill.offer, default: [:]][hour, default: 0] += fill.quantity.milli
        }
        let isPublic = fill.shares.contains { $0.source != .own && $0.amount > .zero }
        if isPublic { publicFills += 1 }
        if fill.related { relatedFills += 1 }
        #expect(
            !relations.haveOneOwner(fill.buyer, fill.provider, among: WashTrades.parties),
            "seed \(seed), \(fill.id): one owner")
        #expect(!(fill.related && isPublic), "seed \(seed), \(fill.id): public money for a related pair")
        if relations.areRelated(fill.buyer, fill.provider) {
            #expect(fill.related && !isPublic, "seed \(seed), \(fill.id): a related pair")
        }
        if fill.related {
            #expect(demands[fill.demand]?.demand.terms.acceptsRelated == true, "seed \(seed), \(fill.id): not asked")
        }
    }

    /// No demand at rest could take a lot of any open offer, whoever the two are.
    private func expectUncrossed(_ sequence: Int64) {
        for (demand, open) in demands.values where open >= 1_000 {
            for offer in offers.values where crosses(demand.terms, offer.terms) {
                let free = (demand.terms.window.start..<demand.terms.window.end).map { hour in
                    listed(offer, hour) - (sold[offer.id]?[hour] ?? 0)
                }.min()
                #expect(free ?? 0 < 1_000, "seed \(seed), record \(sequence): \(demand.id) and \(offer.id)")
            }
        }
    }

    private func crosses(_ demand: DemandTerms, _ offer: OfferTerms) -> Bool {
        if case .flat(let price) = offer.price { price <= demand.limit } else { true }
    }

    private func listed(_ offer: Offer, _ hour: Hour) -> Int64 {
        offer.terms.schedule.steps.first { $0.window.start <= hour && hour < $0.window.end }?.quantity.milli ?? 0
    }
}
