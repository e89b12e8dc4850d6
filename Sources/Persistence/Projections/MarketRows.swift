import Domain
import Postgres
import Records

/// Rows of offers, demands, fills, leases and deliveries.
struct MarketRows: Sendable {
    var offers = ProjectedRows<OfferChange>()
    var steps = TableRows(.offerStep)
    var demands = ProjectedRows<DemandChange>()
    /// The last bundle accepted: its lines come next.
    private var bundle: Bundle?
    var fills = TableRows(.fill)
    var shares = TableRows(.fillShare)
    var evaluations = TableRows(.fillEvaluation)
    var leases = ProjectedRows<LeaseChange>()
    var deliveries = TableRows(.delivery)
    var claims = TableRows(.claim)

    mutating func addOrder(_ event: Event, _ sequence: Int64) {
        switch event {
        case .offerListed(let offer):
            offers.make(offer.id.number, OfferRow(offer: offer, reason: nil, sequence: sequence))
            add(offer.terms.schedule, of: offer.id, sequence)
        case .offerAmended(let offer):
            offers.change(offer.id.number, OfferChange(offer: offer))
            add(offer.terms.schedule, of: offer.id, sequence)
        case .offerClosed(let id, let reason): offers.change(id.number, OfferChange(reason: reason))
        case .demandAccepted(let demand, let versions):
            var row = DemandRow(demand: demand, versions: versions, sequence: sequence)
            if let bundle, (bundle.id...bundle.last).contains(demand.id) { row.bundle = bundle.id }
            demands.make(demand.id.number, row)
        case .bundleAccepted(let accepted): bundle = accepted
        case .demandQuoted(let quote):
            var row = DemandRow(demand: quote.demand, versions: quote.versions, sequence: sequence)
            row.standing = .quoted
            demands.make(quote.id.number, row)
        case .quoteTaken(let demand, _): demands.change(demand.id.number, DemandChange(taken: demand))
        case .demandAmended(let demand, let versions, _):
            demands.change(demand.id.number, DemandChange(demand: demand, versions: versions))
        case .holdSet(let hold):
            let lots = hold.lots.reduce(Money.zero) { $1.amounts.reduce($0, +) }
            demands.change(hold.demand.number, DemandChange(own: hold.own, lots: lots))
        // The open part is the quantity less what was filled.
        case .demandRested: break
        case .demandClosed(let id, let reason):
            demands.change(id.number, DemandChange(standing: reason.map { .closed($0) } ?? .filled))
        default: preconditionFailure("not an event of orders")
        }
    }

    private mutating func add(_ schedule: CapacitySchedule, of offer: OfferID, _ sequence: Int64) {
        for step in schedule.steps {
            steps.append(
                .int8(offer.number), .int8(step.window.start), .int8(step.window.end), .int8(step.quantity.milli),
                .int8(sequence))
        }
    }

    mutating func addFill(_ event: Event, _ sequence: Int64) {
        switch event {
        case .filled(let fill):
            add(fill, sequence)
            demands.change(fill.demand.number, DemandChange(filled: fill.grainHours))
            leases.make(fill.lease.number, LeaseRow(fill: fill, sequence: sequence))
        case .fillEvaluated(let evaluation):
            evaluations.append(
                .int8(evaluation.fill.number), .int8(evaluation.programme.number), .int8(evaluation.version),
                .int8(evaluation.contractBase.fen), .int8(evaluation.contractAmount.fen),
                .bytea(evaluation.canonicalForm))
        default: preconditionFailure("not an event of fills")
        }
    }

    private mutating func add(_ fill: Fill, _ sequence: Int64) {
        var own: Int64 = 0
        for share in fill.shares where share.amount > .zero {
            switch share.source {
            case .own: own += share.amount.fen
            case .lot(let lot, let funder):
                shares.append(.int8(fill.id.number), .int8(lot.number), .small(funder), .int8(share.amount.fen))
            }
        }
        fills.append(
            .int8(fill.id.number), .int8(fill.demand.number), .int8(fill.offer.number), .int8(fill.buyer.number),
            .int8(fill.provider.number), .int8(fill.quantity.milli), .int8(fill.window.start), .int8(fill.window.end),
            .int8(fill.askSum), .int8(fill.priceSum), .int8(fill.chargeTariff.microYuan), .int8(fill.home.number),
            .int8(fill.zone.number), .int8(fill.capacity.fen), .int8(fill.transfer.fen), .int8(own),
            .small(fill.fee.value), .int8(fill.versions.network), .int8(fill.versions.conversion),
            .int8(fill.versions.policy), .int8(fill.versions.reference), .bool(fill.related), .optional(fill.milliScu),
            .int8(sequence))
    }

    mutating func addDelivery(_ event: Event, _ header: RecordHeader) {
        switch event {
        case .delivered(let delivery): add(delivery, header.sequence)
        case .earningMatured(let id, let amount): leases.change(id.number, LeaseChange(matured: amount.fen))
        case .leaseEnded(let id, let reason):
            leases.change(id.number, LeaseChange(reason: reason, ended: header.stamp.hour))
        case .leaseCut(let cut): leases.change(cut.lease.number, LeaseChange(cut))
        case .claimed(let id, let parts):
            for part in parts where part.amount > .zero {
                claims.append(
                    .int8(header.sequence), .int8(id.number), .int8(part.lot.number), .small(part.funder),
                    .int8(part.amount.fen))
            }
            leases.change(id.number, LeaseChange(claimed: parts.reduce(0) { $0 + $1.amount.fen }))
        default: preconditionFailure("not an event of delivery")
        }
    }

    private mutating func add(_ delivery: Delivery, _ sequence: Int64) {
        deliveries.append(
            .int8(delivery.lease.number), .int8(delivery.fromSecond), .int8(delivery.untilSecond),
            .int8(delivery.used), .int8(delivery.idle), .int8(delivery.missed), .optional(delivery.reason?.code),
            .int8(sequence))
        leases.change(
            delivery.lease.number,
            LeaseChange(
                used: delivery.used, idle: delivery.idle, missed: delivery.missed, until: delivery.untilSecond))
    }
}
