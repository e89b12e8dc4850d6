import Domain
import Records
import Testing

@testable import Trading

extension SmallMarket {
    /// A quote of a demand, which must be given; by default nothing bounds what quotes may hold of a class.
    func quote(_ terms: DemandTerms, by party: PartyID = SmallMarket.buyer) throws -> Quote {
        let record = try world.accept(.quoteDemand(terms), by: TestExchange.buyer(party))
        return try #require(record.quote)
    }

    @discardableResult
    func take(_ quote: Quote) throws -> Record {
        try world.accept(
            .takeQuote(quote.id, quote.demand.terms), by: TestExchange.buyer(quote.demand.buyer))
    }

    func quotePolicy(minutes: Int64 = 5, open: Int64 = 3, share: Int64 = 10_000) throws {
        let policy = try QuotePolicy(minutesMost: minutes, openMost: open, classShare: try BasisPoints(share))
        try world.accept(.setQuotePolicy(policy), by: TestExchange.operatorOne)
    }

    /// Moves the clock by minutes; what falls due then does so before the next command.
    func wait(minutes: Int64) throws -> [Record] {
        let later = Stamp(microseconds: world.time.microseconds + minutes * 60_000_000)
        try world.accept(.advanceClock(later), by: TestExchange.operatorOne)
        return try world.applyAll(.advanceClock(later), by: TestExchange.operatorOne)
    }
}

extension Record {
    var quote: Quote? { events.compactMap { if case .demandQuoted(let quote) = $0 { quote } else { nil } }.first }
}

extension [Fill] {
    /// All that they say but their numbers.
    var unnumbered: [Fill] { map { $0.numbered(FillID(0)) } }
}
