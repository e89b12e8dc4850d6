import Domain
import ExchangeAPI
import Records
import Sequencer

extension Receipt {
    /// The answer to `submitDemand`, `amendDemand` and `takeQuote`: where the demand stands after its record.
    var demandReceipt: DemandReceipt {
        let (demand, open) = event { event -> (Demand, Quantity)? in
            switch event {
            case .demandAccepted(let demand, _): (demand, demand.terms.quantity)
            case .demandAmended(let demand, _, let open), .quoteTaken(let demand, let open): (demand, open)
            default: nil
            }
        }
        return receipt(of: demand, open: open)
    }

    /// The answer to `submitBundle`.
    var bundleReceipt: BundleReceipt {
        let bundle = event { event in if case .bundleAccepted(let bundle) = event { bundle } else { nil } }
        let lines = events.compactMap { event in
            if case .demandAccepted(let demand, _) = event { demand } else { nil }
        }
        return BundleReceipt(
            sequence: sequence, at: stamp, id: bundle.id,
            lines: lines.map { receipt(of: $0, open: $0.terms.quantity) })
    }

    private func receipt(of demand: Demand, open: Quantity) -> DemandReceipt {
        let (id, terms) = (demand.id, demand.terms)
        var standing = DemandStanding(terms: terms, grains: terms.grains(of: open))
        for event in events { standing.follow(event, of: id) }
        return DemandReceipt(
            sequence: sequence, at: stamp, id: id, state: standing.state, reason: standing.reason,
            open: terms.quantity(ofGrains: standing.grains, .up), heldOwn: standing.hold.own,
            heldLots: standing.hold.lots.flatMap(\.amounts).reduce(.zero, +),
            fills: fills { $0.demand == id })
    }
}

/// What the events of one record leave of a demand.
private struct DemandStanding {
    let terms: DemandTerms
    /// What is open.
    var grains: Int64
    var hold = DemandHold.none(DemandID(0))
    var state = OrderState.open
    var reason: Reason?

    mutating func follow(_ event: Event, of demand: DemandID) {
        switch event {
        case .filled(let fill) where fill.demand == demand: grains -= fill.grains
        // What was quoted is filled before.
        case .quoteTaken(let taken, let left) where taken.id == demand: grains = terms.grains(of: left)
        case .demandRested(demand, let open): grains = terms.grains(of: open)
        case .holdSet(let set) where set.demand == demand: hold = set
        case .demandClosed(demand, let why):
            reason = why
            state = why == nil ? .filled : .closed
        default: break
        }
    }
}
