import Domain
import Postgres
import Records

/// The rows of the market as the tables take them.
extension MarketRows {
    var rows: [TableRows] {
        [offerRows, steps, demandRows, fills, shares, evaluations, leaseRows, deliveries, claims]
    }

    private var offerRows: TableRows {
        offers.madeInOrder.reduce(into: TableRows(.offer)) { rows, made in
            let terms = made.row.offer.terms
            rows.append(
                .int8(made.id), .int8(made.row.offer.provider.number), .int8(terms.instanceType.number),
                .int8(terms.zone.number), .int8(terms.schedule.span.start), .int8(terms.schedule.span.end),
                .int8(terms.lotSize.milli), .optional(terms.price.flat?.microYuan),
                .text(made.row.reason == nil ? "open" : "closed"), .optional(made.row.reason?.code),
                .bytea(made.row.offer.canonicalForm), .int8(made.row.sequence))
        }
    }

    private var demandRows: TableRows {
        demands.madeInOrder.reduce(into: TableRows(.demand)) { rows, made in
            let (terms, versions) = (made.row.demand.terms, made.row.versions)
            rows.append(
                .int8(made.id), .int8(made.row.demand.buyer.number), .int8(terms.quantity.milli),
                .int8(made.row.filled), .int8(terms.hours), .int8(terms.window.start), .int8(terms.window.end),
                .int8(terms.home.number), .int8(terms.limit.microYuan), .int8(made.row.own.fen),
                .int8(made.row.lots.fen),
                .text(made.row.standing.state), .optional(made.row.standing.reason),
                .bytea(made.row.demand.canonicalForm), .int8(versions.network), .int8(versions.conversion),
                .int8(versions.policy), .int8(versions.reference), .int8(terms.mostGrains),
                .optional(made.row.bundle?.number), .int8(made.row.sequence))
        }
    }

    private var leaseRows: TableRows {
        leases.madeInOrder.reduce(into: TableRows(.lease)) { rows, made in
            let (fill, change) = (made.row.fill, made.row.change)
            rows.append(
                .int8(made.id), .int8(fill.buyer.number), .int8(fill.provider.number),
                .int8(fill.quantity.milli * fill.window.seconds), .int8(change.used), .int8(change.idle),
                .int8(change.missed), .int8(change.until ?? fill.window.start * 3600), .int8(change.matured),
                .int8(change.claimed), .optional(change.reason?.code), .optional(change.ended), .int8(change.cut),
                .optional(change.sought?.number), .int8(made.row.sequence))
        }
    }

    var updates: [RowUpdate] {
        [offerUpdate, demandUpdate, leaseUpdate]
    }

    private var offerUpdate: RowUpdate {
        let changed = offers.changesInOrder
        let terms = changed.map(\.change.offer?.terms)
        return RowUpdate(
            statement: .offer,
            parameters: [
                .int8Array(changed.map(\.id)), .nullableTextArray(changed.map(\.change.reason?.code)),
                .nullableInt8Array(terms.map { $0?.schedule.span.start }),
                .nullableInt8Array(terms.map { $0?.schedule.span.end }),
                .nullableInt8Array(terms.map { $0?.price.flat?.microYuan }),
                .nullableByteaArray(changed.map(\.change.offer?.canonicalForm)),
            ], rowCount: changed.count)
    }

    private var demandUpdate: RowUpdate {
        let changed = demands.changesInOrder
        return RowUpdate(
            statement: .demand,
            parameters: [
                .int8Array(changed.map(\.id)), .int8Array(changed.map(\.change.filled)),
                .nullableInt8Array(changed.map(\.change.own?.fen)),
                .nullableInt8Array(changed.map(\.change.lots?.fen)),
                .nullableTextArray(changed.map(\.change.standing?.state)),
                .nullableTextArray(changed.map(\.change.standing?.reason)),
                .nullableInt8Array(changed.map(\.change.demand?.terms.quantity.milli)),
                .nullableInt8Array(changed.map(\.change.demand?.terms.limit.microYuan)),
                .nullableByteaArray(changed.map(\.change.demand?.canonicalForm)),
                .nullableInt8Array(changed.map(\.change.versions?.network)),
                .nullableInt8Array(changed.map(\.change.versions?.conversion)),
                .nullableInt8Array(changed.map(\.change.versions?.policy)),
                .nullableInt8Array(changed.map(\.change.versions?.reference)),
                .nullableInt8Array(changed.map(\.change.demand?.terms.mostGrains)),
            ], rowCount: changed.count)
    }

    private var leaseUpdate: RowUpdate {
        let changed = leases.changesInOrder
        return RowUpdate(
            statement: .lease,
            parameters: [
                .int8Array(changed.map(\.id)), .int8Array(changed.map(\.change.used)),
                .int8Array(changed.map(\.change.idle)), .int8Array(changed.map(\.change.missed)),
                .nullableInt8Array(changed.map(\.change.until)), .int8Array(changed.map(\.change.matured)),
                .int8Array(changed.map(\.change.claimed)), .nullableTextArray(changed.map(\.change.reason?.code)),
                .nullableInt8Array(changed.map(\.change.ended)), .int8Array(changed.map(\.change.cut)),
                .nullableInt8Array(changed.map(\.change.sought?.number)),
            ], rowCount: changed.count)
    }
}

extension PriceSchedule {
    /// The price where it is one; nil where it goes by the hour of the week.
    var flat: UnitPrice? {
        switch self {
        case .flat(let price): price
        case .hourOfWeek: nil
        }
    }
}
