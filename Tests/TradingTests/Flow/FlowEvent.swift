import Domain
import Records
import Simulation

/// What became of offers and demands, as far as the market goes.
enum FlowEvent: Hashable {
    case filled(
        DemandID, OfferID, over: Window, milli: Int64, askSum: Int64, priceSum: Int64, charge: Int64, isRelated: Bool)
    case rests(DemandID, milli: Int64)
    case closed(DemandID, Reason?)
    case offerClosed(OfferID, Reason)
    case cut(LeaseID, from: Hour, sought: DemandID?)
    case refused(Reason)

    init?(_ event: Event) {
        switch event {
        case .filled(let fill):
            self = .filled(
                fill.demand, fill.offer, over: fill.window, milli: fill.quantity.milli, askSum: fill.askSum,
                priceSum: fill.priceSum, charge: fill.chargeTariff.microYuan, isRelated: fill.related)
        case .demandRested(let demand, let open): self = .rests(demand, milli: open.milli)
        case .demandClosed(let demand, let reason): self = .closed(demand, reason)
        case .offerClosed(let offer, let reason): self = .offerClosed(offer, reason)
        case .leaseCut(let cut): self = .cut(cut.lease, from: cut.from, sought: cut.sought)
        default: return nil
        }
    }

    static func events(of record: Record) -> [FlowEvent] {
        if case .refused(let reason) = record.header.outcome { return [.refused(reason)] }
        return record.events.compactMap { FlowEvent($0) }
    }
}

/// Runs order flows without a sequencer.
enum FlowRun {
    /// What each order led to, what fell due before it included.
    static func events(of flow: OrderFlow) throws -> [[FlowEvent]] {
        let exchange = SimulatedExchange()
        for command in try flow.opening() { exchange.apply(command) }
        return flow.orders.map { order in exchange.apply(order).flatMap { FlowEvent.events(of: $0) } }
    }
}
