import Domain
import Records
import Simulation
import Trading

/// Sums a journal up, record by record.
struct MarketTally {
    private(set) var figures = MarketFigures()
    private var zones: [ZoneID: Zone] = [:]
    private var demands: [DemandID: Standing] = [:]

    /// A demand and how much of it is filled.
    private struct Standing {
        let terms: DemandTerms
        let since: Stamp
        var filled = Quantity.zero
    }

    /// Everything that came of a market.
    init(_ market: SimulatedExchange) {
        var (waits, hubs): ([Int64], [ZoneID?: Int64]) = ([], [:])
        var (ended, refusals): ([Reason: Int64], [Reason: Int64]) = ([:], [:])
        for entry in market.entries {
            let header = entry.record.header
            if header.kind == .submitDemand, case .refused(let reason) = header.outcome {
                refusals[reason, default: 0] += 1
            }
            for event in entry.record.events {
                switch event {
                case .zoneDefined(let zone): zones[zone.id] = zone
                case .demandAccepted(let demand, _): accept(demand, at: header.stamp)
                case .filled(let fill):
                    add(fill, policyTariff: market.inspect { $0.policyTariff(of: fill) })
                    hubs[hub(of: fill.zone), default: 0] += fill.milliUnitHours
                case .demandClosed(let id, let reason):
                    guard let standing = demands.removeValue(forKey: id) else { continue }
                    if let reason { ended[reason, default: 0] += 1 }
                    if standing.filled == standing.terms.quantity {
                        figures.filledWhole += 1
                        waits.append(header.stamp.seconds - standing.since.seconds)
                    } else if standing.filled > .zero {
                        figures.filledPartly += 1
                    }
                case .batchCalled: figures.batches += 1
                default: break
                }
            }
        }
        figures.waits = WaitTimes(waits)
        (figures.ended, figures.refusals) = (Self.rows(ended), Self.rows(refusals))
        figures.hubs = hubRows(hubs)
    }

    private static func rows(_ counts: [Reason: Int64]) -> [MarketFigures.EndedDemands] {
        counts.sorted { $0.key.code < $1.key.code }
            .map { MarketFigures.EndedDemands(reason: $0, demands: $1) }
    }

    private mutating func accept(_ demand: Demand, at stamp: Stamp) {
        demands[demand.id] = Standing(terms: demand.terms, since: stamp)
        figures.demands += 1
        figures.wantedMilli += demand.terms.quantity.milli
        figures.wantedMilliUnitHours += demand.terms.milliUnitHours
    }

    private mutating func add(_ fill: Fill, policyTariff: UnitPrice) {
        guard let limit = demands[fill.demand]?.terms.limit else { return }
        demands[fill.demand]?.filled += fill.quantity
        figures.fills += 1
        figures.filledMilli += fill.quantity.milli
        figures.filledMilliUnitHours += fill.milliUnitHours
        let most = Int128(limit.microYuan - fill.chargeTariff.microYuan) * Int128(fill.window.hours)
        let (ask, price) = (Int128(fill.askSum), Int128(fill.priceSum))
        figures.buyersGain = figures.buyersGain + ExactAmount(priceSum: most - price, fill.quantity)
        figures.providersGain = figures.providersGain + ExactAmount(priceSum: price - ask, fill.quantity)
        figures.policyTariff =
            figures.policyTariff + ExactAmount(policyTariff, fill.quantity, hours: fill.window.hours)
        figures.capacity += fill.capacity
        figures.transfer += fill.transfer
        figures.publicMoney += fill.publicMoney
    }

    private func hub(of zone: ZoneID) -> ZoneID? {
        var at = zones[zone]
        while let zone = at, zone.level > .hub { at = zone.parent.flatMap { zones[$0] } }
        return at?.level == .hub ? at?.id : nil
    }

    /// Every hub of the market, those without fills too.
    private func hubRows(_ hubs: [ZoneID?: Int64]) -> [MarketFigures.HubFills] {
        let known = zones.values.filter { $0.level == .hub }.sorted { $0.id < $1.id }
        let rows = known.map { MarketFigures.HubFills(hub: $0, milliUnitHours: hubs[$0.id] ?? 0) }
        return rows + [MarketFigures.HubFills(hub: nil, milliUnitHours: hubs[nil] ?? 0)]
    }
}

extension DemandTerms {
    /// All that is wanted.
    var milliUnitHours: Int64 { quantity.milli * window.hours }
}

extension Fill {
    var milliUnitHours: Int64 { quantity.milli * window.hours }

    /// What lots pay of it, or give back.
    fileprivate var publicMoney: Money {
        shares.reduce(.zero) { sum, share in
            if case .lot = share.source { sum + share.amount } else { sum }
        }
    }
}
