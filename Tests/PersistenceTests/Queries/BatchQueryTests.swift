import Domain
import Matching
import Persistence
import Records
import Testing

@testable import Trading

/// Batches as they are published: while they are open, with their certificate, and with a reason.
struct BatchQueryTests {
    private let market: StoredMarket
    private let scope: BatchScope

    /// Two units, and demands in the batch lane for one and for two.
    init() throws {
        market = try StoredMarket()
        try market.defineCatalogue()
        try market.admitParties()
        for party in [StoredMarket.buyer, StoredMarket.both] { try market.deposit(50_000_000, to: party) }
        try market.offer(2, at: 20)
        try market.demand(1, limit: 22, lane: .batch)
        try market.demand(2, limit: 25, by: StoredMarket.both, lane: .batch)
        scope = BatchScope(
            zone: ZoneID(1), window: try Window(StoredMarket.start + 24, StoredMarket.start + 34),
            lot: try Quantity(1_000))
    }

    private func open() throws -> Batch {
        let batches = market.exchange.openBatches
        return try #require(batches.first)
    }

    @Test func aBatchIsReadAsItStands() async throws {
        try market.accept(.callBatch(scope), by: .operatorOne)
        let batch = try open()
        let called = try #require(try await market.queries.batch(batch.id).value)
        #expect(called.scope == scope && called.until == batch.until && called.members == 2)
        #expect(called.offers.flatMap(\.runs) == batch.offers.flatMap(\.runs) && called.ending == nil)
        #expect(called.offers.map(\.offer) == batch.offers.flatMap { offer in offer.runs.map { _ in offer.offer } })
        let allocation = try #require(BatchAllocation(solving: batch))
        let record = try market.accept(.closeBatch(batch.id, .allocation(allocation)), by: .exchange)
        let closed = try #require(try await market.queries.batch(batch.id).value)
        guard case .cleared(let proof, let rejected) = closed.ending?.outcome else {
            Issue.record("it is cleared")
            return
        }
        #expect(proof == allocation.proof && rejected == 0)
        #expect(closed.ending?.sequence == record.header.sequence)
        #expect(try await market.queries.demand(.everything, DemandID(2)).value?.filled == Quantity(unchecked: 2_000))
    }

    @Test func oneCalledAndReleasedInOneTransaction() async throws {
        try market.acceptTogether([
            (.callBatch(scope), .operatorOne), (.closeBatch(BatchID(1), .failure(.solverFailed)), .operatorOne),
        ])
        try market.accept(.callBatch(scope), by: .operatorOne)
        let all = try await market.queries.batches(.all).value
        #expect(all.map(\.id) == [BatchID(1), BatchID(2)])
        guard case .released(.solverFailed) = all.first?.ending?.outcome else {
            Issue.record("it is released")
            return
        }
        #expect(all.last?.ending == nil)
        let second = try await market.queries.batches(ListRange(after: 1, limit: 1)).value
        #expect(second.map(\.id) == [BatchID(2)])
        #expect(try await market.queries.batch(BatchID(3)).value == nil)
    }
}
