import Domain
import Records

extension AuditedMarket {
    /// What a quote promises cannot be sold to anybody else until it ends.
    mutating func promise(_ quote: Quote) {
        demands[quote.id] = AuditedDemand(quote.demand, conversion: quote.versions.conversion)
        quotes[quote.id] = AuditedQuote(quote: quote)
        checkComing(quote.demand, .demandQuoted)
        for fill in quote.fills {
            if offers[fill.offer]?.isOpen != true { faults.append(.offerNotOpen(fill.offer)) }
            take(fill.quantity.milli, of: fill.offer, over: fill.window)
        }
    }

    /// A fill under an open quote: its capacity was taken before, whatever has become of the offer.
    mutating func make(_ fill: Fill) { quotes[fill.demand]?.made.append(fill) }

    /// The quoted fills are made, each as it was promised, and the demand takes its place.
    mutating func keep(_ demand: Demand, open: Int64) {
        guard let quote = quotes.removeValue(forKey: demand.id), var audited = demands[demand.id] else {
            return faults.append(.unknownSubject(.quoteTaken))
        }
        let promised = quote.quote.fills.map { $0.numbered(FillID(0)) }
        if promised != quote.made.map({ $0.numbered(FillID(0)) }) || demand.terms != audited.terms {
            faults.append(.quoteNotKept(demand.id))
        }
        if open != audited.told(demand.terms) { faults.append(.openDiffers(demand.id)) }
        if demand.place == audited.demand.place { faults.append(.placeDiffers(.quoteTaken)) }
        audited.demand = demand
        demands[demand.id] = audited
    }

    /// A quote that ends without having been taken gives everything back.
    mutating func endPromise(of id: DemandID) {
        guard let quote = quotes.removeValue(forKey: id) else { return }
        if !quote.made.isEmpty { faults.append(.quoteNotKept(id)) }
        for fill in quote.quote.fills { take(-fill.quantity.milli, of: fill.offer, over: fill.window) }
    }
}

/// A quote, and the fills that were made of it.
struct AuditedQuote: Sendable {
    let quote: Quote
    var made: [Fill] = []
}
