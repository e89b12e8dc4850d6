import Domain
import Records
import Testing

@testable import Trading

/// Bundles that wait until all of their lines can be filled.
struct RestingBundleTests {
    private let buyer = TestExchange.buyer(SmallMarket.buyer)

    private func resting(deposit: Int64 = 10_000_000) throws -> SmallMarket {
        let market = try SmallMarket.withStorageAndNetwork(deposit: deposit)
        try market.offer(.gpu, 4, at: 20)
        let record = try market.bundle([
            market.line(.gpu, 4, limit: 25, immediate: false), market.line(.storage, 50, limit: 2, immediate: false),
        ])
        #expect(record.fills.isEmpty && record.closed.isEmpty)
        return market
    }

    @Test func theLastLineServesAll() throws {
        let market = try resting()
        #expect(market.world.held(SmallMarket.buyer) == 100_001 + 100_001)
        let less = try market.offer(.storage, 30, at: 1)
        #expect(less.fills.isEmpty)
        let record = try market.offer(.storage, 20, at: 1)
        #expect(record.fills.map(\.demand) == [DemandID(1), DemandID(2), DemandID(2)])
        #expect(record.ends == [DemandID(1): nil, DemandID(2): nil])
        #expect(market.world.held(SmallMarket.buyer) == 0)
        try market.world.replay()
    }

    /// Until it is filled its lines keep nothing from others.
    @Test func itHoldsNoCapacity() throws {
        let market = try resting()
        #expect(try market.demand(4, limit: 25, by: SmallMarket.other).fills.count == 1)
        #expect(try market.offer(.storage, 50, at: 1).fills.isEmpty)
        #expect(try market.offer(.gpu, 4, at: 22).fills.count == 2)
    }

    @Test func cancellingALineEndsAll() throws {
        let market = try resting()
        let change = try DemandAmendment(limit: try UnitPrice(30_000_000))
        try market.world.refuse(.amendDemand(DemandID(2), change), by: buyer, .bundled)
        let record = try market.world.accept(.cancelDemand(DemandID(2)), by: buyer)
        #expect(record.ends == [DemandID(1): .cancelledByOwner, DemandID(2): .cancelledByOwner])
        #expect(market.world.free(SmallMarket.buyer) == 10_000_000)
        #expect(try market.offer(.storage, 50, at: 1).fills.isEmpty)
    }

    @Test func massCancelEndsItOnce() throws {
        let market = try resting()
        let record = try market.world.accept(.cancelDemands(OrderScope()), by: buyer)
        #expect(record.closed == [.cancelledByOwner, .cancelledByOwner])
    }

    @Test func aWindowThatBeginsEndsAll() throws {
        let market = try SmallMarket.withStorageAndNetwork()
        _ = try market.bundle([
            market.line(.gpu, 1, limit: 25, from: 48, until: 50, immediate: false),
            market.line(.storage, 1, limit: 25, immediate: false),
        ])
        try market.world.advance(hours: 24)
        #expect(market.world.exchange.orders.demand(DemandID(1))?.closed == .windowBegun)
        #expect(market.world.exchange.orders.demand(DemandID(2))?.closed == .windowBegun)
        #expect(market.world.free(SmallMarket.buyer) == 10_000_000)
    }

    /// By place, before demands that came later; those that came earlier go first.
    @Test func itGoesByItsPlace() throws {
        let market = try SmallMarket.withStorageAndNetwork()
        let lines = [
            try market.line(.gpu, 2, limit: 25, immediate: false),
            try market.line(.gpu, 2, limit: 25, immediate: false),
        ]
        _ = try market.demand(3, limit: 25, by: SmallMarket.other)
        _ = try market.bundle(lines)
        _ = try market.demand(4, limit: 25, by: SmallMarket.other)
        #expect(try market.offer(.gpu, 7, at: 20).fills.map(\.demand) == [1, 2, 3].map { DemandID($0) })
        #expect(try market.offer(.gpu, 4, at: 20).fills.map(\.demand) == [DemandID(4)])
        try market.world.replay()
    }

    @Test func aHaltStopsItAndItsEndServesIt() throws {
        let market = try resting()
        let note = try Commitment(bytes: [UInt8](repeating: 7, count: 32))
        try market.world.accept(.halt(.market, note: note), by: TestExchange.operatorOne)
        #expect(try market.offer(.storage, 50, at: 1).fills.isEmpty)
        let record = try market.world.accept(.resume(.market, note: note), by: TestExchange.operatorTwo)
        #expect(record.fills.count == 2)
    }

    /// A second firm of the buyer's owner is all there is: the bundle would cross it but for the block.
    @Test func nothingRestsCrossedBehindABlock() throws {
        let market = try SmallMarket.withStorageAndNetwork()
        try market.world.accept(
            .recordOwnership(Ownership(owner: SmallMarket.buyer, owned: SmallMarket.other, share: .whole)),
            by: TestExchange.operatorOne)
        try market.offer(.gpu, 4, at: 20, by: SmallMarket.other)
        let lines = [
            try market.line(.gpu, 4, limit: 25, immediate: false),
            try market.line(.storage, 50, limit: 2, immediate: false),
        ]
        #expect(try market.bundle(lines).closed.isEmpty)
        let record = try market.offer(.storage, 50, at: 1)
        #expect(record.ends == [DemandID(1): .wouldCrossBlock, DemandID(2): .wouldCrossBlock])
    }

    @Test func aSnapshotKeepsIt() throws {
        let market = try resting()
        var restored = try Exchange(restoring: market.world.exchange.snapshot())
        let (own, other) = (market.world.exchange.stateHash(), restored.stateHash())
        #expect(own == other)
        try market.offer(.storage, 50, at: 1)
        for entry in market.world.journal.suffix(1) { try restored.replay(entry) }
        let (served, again) = (market.world.exchange.stateHash(), restored.stateHash())
        #expect(served == again)
    }
}
