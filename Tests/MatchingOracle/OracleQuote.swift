import Domain

/// What a quote promises, by the naive market.
struct OracleQuote {
    var rest: OracleMarket.OracleRest
    let fills: [OracleFill]
    /// As they were when it was made.
    let made: [OracleEvent]
}

extension OracleMarket {
    func quote(_ entry: OracleDemand, _ share: Int64, _ events: inout [OracleEvent]) {
        let rest = OracleRest(entry: entry, open: wanted(entry.demand.terms))
        let fills = isHalted ? [] : judged(walk(rest, lifting: false), rest)
        if fills.isEmpty { return events.append(.refused(.nothingToQuote)) }
        if (rest.terms.window.start..<rest.terms.window.end).contains(where: { hour in
            let now = fills.filter { $0.window.start <= hour && hour < $0.window.end }
            return now.contains { !mayPromise(now, $0.offer.offer.terms, share, hour) }
        }) {
            return events.append(.refused(.quotedTooMuch))
        }
        quotes.append(OracleQuote(rest: rest, fills: fills, made: fills.map { event($0, rest) }))
        for fill in fills { take(fill.milli, of: fill.offer.offer.id, over: fill.window) }
        let awards = fills.map {
            OracleAward(
                demand: entry.demand.id, offer: $0.offer.offer.id, window: $0.window, milli: $0.milli, shadow: 0)
        }
        events.append(.quoted(entry.demand.id, awards))
    }

    /// Whether, with these fills in this hour, what is promised of offers like this one is no more than the share of what they have at this hour.
    private func mayPromise(_ fills: [OracleFill], _ terms: OfferTerms, _ share: Int64, _ hour: Hour) -> Bool {
        guard let now = try? Window(hour, hour + 1) else { return false }
        var (promised, whole): (Int64, Int64) = (0, 0)
        for fill in fills where isAlike(fill.offer.offer.terms, terms) { promised += fill.milli }
        for fill in quotes.flatMap(\.fills) where fill.window.start <= hour && hour < fill.window.end {
            guard isAlike(fill.offer.offer.terms, terms) else { continue }
            promised += fill.milli
            whole += fill.milli
        }
        for offer in offers
        where isAlike(offer.offer.terms, terms) && hasLot(offer) && !suspended.contains(offer.offer.id) {
            whole += least(offer, now)
        }
        return promised * 10_000 <= whole * share
    }

    private func isAlike(_ one: OfferTerms, _ other: OfferTerms) -> Bool {
        one.instanceType == other.instanceType && one.zone == other.zone && one.vat == other.vat
            && one.tier == other.tier && one.buyers == other.buyers && one.lotSize == other.lotSize
            && one.shortestTermHours == other.shortestTermHours
    }

    /// At some hour.
    private func hasLot(_ offer: OracleOffer) -> Bool {
        offer.offer.terms.schedule.steps.flatMap { Array($0.window.start..<$0.window.end) }.contains { hour in
            (try? Window(hour, hour + 1)).map { least(offer, $0) >= lot(offer) } ?? false
        }
    }

    func takeQuote(_ id: DemandID, _ place: Place, _ events: inout [OracleEvent]) {
        guard let position = quotes.firstIndex(where: { $0.rest.entry.demand.id == id }) else { return }
        let quote = quotes.remove(at: position)
        var (rest, old) = (quote.rest, quote.rest.entry)
        let demand = Demand(id: id, buyer: old.demand.buyer, terms: old.demand.terms, place: place)
        old = OracleDemand(
            demand: demand, size: old.size, profile: old.profile, subsidyClass: old.subsidyClass, links: old.links)
        rest.entry = old
        rest.open -= units(quote.fills, rest)
        if rest.terms.singleProvider { rest.provider = quote.fills.first?.offer.offer.provider }
        events += quote.made
        if isComplete(rest) {
            events.append(.complete(id))
        } else if rest.terms.policy.immediate {
            events.append(.cancelled(id, .unfilled))
        } else {
            demands.append(rest)
            decide(id, arriving: true, &events)
        }
    }

    func endQuote(_ id: DemandID, _ events: inout [OracleEvent]) {
        guard let position = quotes.firstIndex(where: { $0.rest.entry.demand.id == id }) else { return }
        let quote = quotes.remove(at: position)
        for fill in quote.fills { take(-fill.milli, of: fill.offer.offer.id, over: fill.window) }
        let waiting = demands.filter { rest in quote.fills.contains { meets(rest, $0.offer.offer.id) } }
        for rest in waiting.sorted(by: earlier) { decide(rest.entry.demand.id, arriving: false, &events) }
    }
}
