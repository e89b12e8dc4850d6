import Domain
import Records

extension MarketGenerator {
    /// Mostly without a bound that generated offers, which are small, would meet at once.
    mutating func setQuotePolicy() throws -> GeneratedCommand? {
        let policy = try QuotePolicy(
            minutesMost: random.number(1...60), openMost: random.number(1...6),
            classShare: random.chance(70) ? .whole : try BasisPoints(1_000 * random.number(1...9)))
        return GeneratedCommand(actor: someOperator, command: .setQuotePolicy(policy))
    }

    /// Mostly of a demand that something would fill at once.
    mutating func quoteDemand() throws -> GeneratedCommand? {
        var terms = try demandTerms()
        while terms.lane != .now { terms = try demandTerms() }
        if random.chance(80) {
            terms = try terms.with(
                requirements: Requirements(), reach: Reach(level: .nation, latencyMicrosecondsMost: nil),
                limit: UnitPrice(40_000_000))
        }
        return buyer().map { GeneratedCommand(actor: $0, command: .quoteDemand(terms)) }
    }

    /// By its buyer, as it was quoted; sometimes the buyer gives it up, or somebody else asks for it, or for another.
    mutating func takeQuote() -> GeneratedCommand? {
        guard !view.quotes.isEmpty else { return nil }
        let quote = random.pick(view.quotes)
        let (id, terms, owner) = (quote.id, quote.demand.terms, SimulatedActors.buyer(quote.demand.buyer))
        guard sizes.invalidPercent > 0 else { return GeneratedCommand(actor: owner, command: .takeQuote(id, terms)) }
        switch random.below(10) {
        case 0: return GeneratedCommand(actor: owner, command: .cancelDemand(id))
        case 1:
            let other = view.buyers.first { $0 != quote.demand.buyer }
            return other.map { refused(.takeQuote(id, terms), by: SimulatedActors.buyer($0)) }
        case 2:
            guard let other = try? terms.with(limit: UnitPrice(terms.limit.microYuan + 1)) else { return nil }
            return refused(.takeQuote(id, other), by: owner)
        default: return GeneratedCommand(actor: owner, command: .takeQuote(id, terms))
        }
    }
}
