import Domain
import Matching
import MatchingOracle

extension EngineMarket {
    mutating func quote(_ entry: OracleDemand, _ share: Int64) {
        let (funds, id) = (self.funds, entry.demand.id)
        let trial = book.trial(of: marketDemand(entry))
        let fills = book.decide(trial) { funds($0.demand, $0.offer) }.fills
        guard !fills.isEmpty else { return refuse(.nothingToQuote) }
        let parts = fills.map { QuotedPart(offer: $0.offer, window: $0.window, quantity: $0.quantity) }
        guard book.mayPromise(parts, to: trial, share: BasisPoints(unchecked: share)) else {
            return refuse(.quotedTooMuch)
        }
        let queue = RematchQueue(reducing: fills.map(\.offer), in: book)
        book.promise(parts, to: id)
        (entries[id], quotes[id]) = (entry, fills)
        events.append(
            .quoted(
                id,
                fills.map {
                    OracleAward(demand: id, offer: $0.offer, window: $0.window, milli: $0.quantity.milli, shadow: 0)
                }))
        settle(queue)
    }

    mutating func takeQuote(_ id: DemandID, _ place: Place) {
        guard let fills = quotes.removeValue(forKey: id), let entry = entries[id] else { return }
        let old = entry.demand
        let taken = OracleDemand(
            demand: Demand(id: id, buyer: old.buyer, terms: old.terms, place: place), size: entry.size,
            profile: entry.profile, subsidyClass: entry.subsidyClass, links: entry.links)
        entries[id] = taken
        for fill in fills { note(fill, of: id) }
        let filled = fills.reduce(0) { $0 + $1.grains * $1.window.hours }
        let open = old.terms.grains(of: old.terms.quantity) - filled / old.terms.hours
        let isComplete = old.terms.mostLeft(open * old.terms.hours) == 0
        book.keepPromise(to: id)
        book.admit(
            marketDemand(taken, open: open, boundProvider: old.terms.singleProvider ? fills.first?.provider : nil))
        guard !isComplete, !old.terms.policy.immediate else {
            events.append(isComplete ? .complete(id) : .cancelled(id, .unfilled))
            return book.remove(id)
        }
        settle(id, arriving: true)
    }

    mutating func endQuote(_ id: DemandID) {
        guard let fills = quotes.removeValue(forKey: id) else { return }
        book.endPromise(to: id)
        settle(RematchQueue(deciding: book.restingDemands(meetingAny: fills.map(\.offer))))
    }
}
