import Domain
import ExchangeAPI
import Records
import Sequencer

extension Receipt {
    /// The answer to `submitDemand`, `amendDemand` and `takeQuote`: where the demand stands after its record.
    var demandReceipt: DemandReceipt {
        let (id, open) = event { event -> (DemandID, Quantity)? in
            switch event {
            case .demandAccepted(let demand, _): (demand.id, demand.terms.quantity)
            case .demandAmended(let demand, _, let open), .quoteTaken(let demand, let open): (demand.id, open)
            default: nil
            }
        }
        var standing = DemandStanding(open: open)
        for event in events { standing.follow(event, of: id) }
        return DemandReceipt(
            sequence: sequence, at: stamp, id: id, state: standing.state, reason: standing.reason,
            open: standing.open, heldOwn: standing.hold.own,
            heldLots: standing.hold.lots.flatMap(\.amounts).reduce(.zero, +),
            fills: fills { $0.demand == id })
    }
}

/// What the events of one record leave of a demand.
private struct DemandStanding {
    var open: Quantity
    var hold = DemandHold.none(DemandID(0))
    var state = OrderState.open
    var reason: Reason?

    mutating func follow(_ event: Event, of demand: DemandID) {
        switch event {
        case .filled(let fill) where fill.demand == demand: open = open - fill.quantity
        // What was quoted is filled before.
        case .quoteTaken(let taken, let left) where taken.id == demand: open = left
        case .holdSet(let set) where set.demand == demand: hold = set
        case .demandClosed(demand, let why):
            reason = why
            state = why == nil ? .filled : .closed
        default: break
        }
    }
}
