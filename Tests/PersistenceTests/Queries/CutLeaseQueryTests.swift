import Accounting
import Domain
import Persistence
import Records
import TestDatabases
import Testing

@testable import Trading

/// A lease that a planned withdrawal cut, and what took its place, read as the exchange has them.
struct CutLeaseQueryTests {
    @Test func aCutLeaseNamesWhatLooksForItsHours() async throws {
        let market = try StoredMarket()
        try market.defineCatalogue()
        try market.admitParties()
        try market.fund()
        try market.offer(10, at: 20)
        try market.demand(8, limit: 25)
        try market.offer(4, at: 18, by: StoredMarket.both)
        for start: Hour in [30, 26] {
            let plan = try PlannedWithdrawal(window: Window(StoredMarket.start + start, StoredMarket.start + 40))
            try market.accept(.planWithdrawal(OfferID(1), plan), by: .provider(StoredMarket.provider))
        }
        let entry = try #require(market.exchange.leases.entry(LeaseID(1)))
        let stored = try #require(try await market.queries.lease(.everything, LeaseID(1)).value)
        #expect(stored.reason == .withdrawn && stored.endedHour == StoredMarket.start + 26)
        // Cut twice: four hours of the ten were looked for, then four more.
        #expect(stored.cut == 8 * 8_000 * 3_600 && stored.cut == entry.account.cut)
        #expect(stored.sought == DemandID(3) && stored.sought == entry.sought)
        let demands = try await market.queries.demands(.everything, state: nil, .all).value
        #expect(demands.map(\.reason) == [nil, .notAllFillable, .notAllFillable])
        let offers = try await market.queries.offers(OfferSelection(), .all).value
        #expect(offers.map(\.offer) == market.exchange.orders.offers.map(\.offer))
    }
}
