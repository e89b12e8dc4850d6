import Accounting
import Domain
import Records
import Testing

@testable import Trading

/// Lines that are filled together or not at all.
struct BundleTests {
    private let buyer = TestExchange.buyer(SmallMarket.buyer)

    @Test func computeStorageAndNetworkFillTogether() throws {
        let market = try SmallMarket.withStorageAndNetwork()
        try market.offer(.gpu, 4, at: 20)
        try market.offer(.storage, 100, at: 1)
        try market.offer(.network, 10, at: 2, zone: SmallMarket.away)
        let record = try market.bundle([
            market.line(.gpu, 4, limit: 25), market.line(.storage, 50, limit: 2), market.line(.network, 5, limit: 3),
        ])
        #expect(record.fills.map(\.quantity.milli) == [4_000, 50_000, 5_000])
        #expect(record.ends == [DemandID(1): nil, DemandID(2): nil, DemandID(3): nil])
        // 4 × 20 × 10 h, 50 × 1 × 10 h, 5 × (2 + 0.1) × 10 h.
        #expect(record.fills.map { $0.capacity.fen + $0.transfer.fen } == [80_000, 50_000, 10_500])
        #expect(market.world.free(SmallMarket.buyer) == 10_000_000 - 140_500)
        #expect(market.world.held(SmallMarket.buyer) == 0)
        try market.world.replay()
    }

    @Test func oneLineShortMovesNothing() throws {
        let market = try SmallMarket.withStorageAndNetwork()
        try market.offer(.gpu, 4, at: 20)
        try market.offer(.storage, 100, at: 1)
        let record = try market.bundle([
            market.line(.storage, 50, limit: 2), market.line(.gpu, 5, limit: 25), market.line(.storage, 50, limit: 2),
        ])
        #expect(record.fills.isEmpty)
        #expect(
            record.ends == [
                DemandID(1): .bundleUnfilled, DemandID(2): .notAllFillable, DemandID(3): .bundleUnfilled,
            ])
        #expect(market.world.free(SmallMarket.buyer) == 10_000_000)
        #expect(market.world.held(SmallMarket.buyer) == 0)
        // Nothing was taken: another buyer gets all of it.
        let other = try market.bundle(
            [market.line(.storage, 100, limit: 2), market.line(.gpu, 4, limit: 25)], by: SmallMarket.other)
        #expect(other.fills.count == 2)
        try market.world.replay()
    }

    @Test func linesOfOneTypeShareItsCapacity() throws {
        let market = try SmallMarket.withStorageAndNetwork()
        try market.offer(.gpu, 5, at: 20)
        let short = try market.bundle([market.line(.gpu, 3, limit: 25), market.line(.gpu, 3, limit: 25)])
        #expect(short.fills.isEmpty)
        let served = try market.bundle([market.line(.gpu, 3, limit: 25), market.line(.gpu, 2, limit: 25)])
        #expect(served.fills.map(\.quantity.milli) == [3_000, 2_000])
    }

    @Test func linesShareTheMoney() throws {
        let market = try SmallMarket.withStorageAndNetwork(deposit: 60_000)
        try market.offer(.gpu, 5, at: 20)
        // Two units over ten hours at 25 yuan, and a fen each, are 50,001 fen; one more is too much.
        try market.world.refuse(
            .submitBundle(
                try BundleTerms(lines: [market.line(.gpu, 2, limit: 25), market.line(.gpu, 1, limit: 25)])), by: buyer,
            .fundsInsufficient)
        let record = try market.bundle([market.line(.gpu, 1, limit: 25), market.line(.gpu, 1, limit: 25)])
        #expect(record.fills.count == 2)
        #expect(market.world.free(SmallMarket.buyer) == 20_000)
    }

    /// 60 % for accelerators alone: storage in the same bundle is paid in full.
    @Test func eachLineHasItsOwnEligibility() throws {
        let market = try SmallMarket.withStorageAndNetwork()
        let programme = try market.programme()
        try market.world.accept(.applyForVoucher(programme, plannedSpend: Money(fen: 1_000_000)), by: buyer)
        try market.offer(.gpu, 4, at: 20)
        try market.offer(.storage, 100, at: 1)
        let record = try market.bundle([
            market.line(.gpu, 1, limit: 25), market.line(.storage, 50, limit: 2),
            market.line(.gpu, 1, limit: 25, funding: .ownMoney),
        ])
        let own = record.fills.map(\.ownMoney.fen)
        #expect(record.fills.map(\.capacity.fen) == [20_000, 50_000, 20_000])
        #expect(own == [8_000, 50_000, 20_000])
        try market.world.replay()
    }

    /// A lot of 18,000 fen, of which the first line holds 15,001 for its limit and the second what is left: a fill draws on
    /// what its line holds.
    @Test func linesShareALot() throws {
        let market = try SmallMarket.withStorageAndNetwork()
        let programme = try market.programme()
        try market.world.accept(.applyForVoucher(programme, plannedSpend: Money(fen: 30_000)), by: buyer)
        try market.offer(.gpu, 4, at: 20)
        let short = try market.bundle([market.line(.gpu, 1, limit: 25), market.line(.gpu, 5, limit: 25)])
        #expect(short.fills.isEmpty)
        let record = try market.bundle([market.line(.gpu, 1, limit: 25), market.line(.gpu, 1, limit: 25)])
        #expect(record.fills.map(\.ownMoney.fen) == [8_000, 17_001])
        try market.world.replay()
    }

    @Test func aBundleHasItsForm() throws {
        let market = try SmallMarket.withStorageAndNetwork()
        let line = try market.line(.gpu, 1, limit: 25)
        #expect(throws: Reason.bundleInvalid) { try BundleTerms(lines: [line]) }
        #expect(throws: Reason.bundleInvalid) { try BundleTerms(lines: Array(repeating: line, count: 9)) }
        let open = try line.with(policy: .goodTillCancelled)
        #expect(throws: Reason.bundleInvalid) { try BundleTerms(lines: [open, open]) }
        let resting = try market.line(.gpu, 1, limit: 25, immediate: false)
        #expect(throws: Reason.bundleInvalid) { try BundleTerms(lines: [line, resting]) }
        let inBatch = try resting.with(lane: .batch)
        #expect(throws: Reason.laneUnsupported) { try BundleTerms(lines: [resting, inBatch]) }
        let later = try market.line(.gpu, 1, limit: 25, from: 25, until: 35)
        let together = BundleBond(commonStart: true, latencyMicrosecondsMost: nil)
        #expect(throws: Reason.startsDiffer) { try BundleTerms(lines: [line, later], bond: together) }
        #expect(throws: Never.self) { try BundleTerms(lines: [line, later]) }
        // 744 starts, and one more.
        let month = try market.line(.gpu, 1, limit: 25, from: 24, until: 24 + 753, chosen: 10)
        #expect(throws: Never.self) { try BundleTerms(lines: [month, month], bond: together) }
        let longer = try market.line(.gpu, 1, limit: 25, from: 24, until: 24 + 754, chosen: 10)
        #expect(throws: Reason.startsDiffer) { try BundleTerms(lines: [longer, longer], bond: together) }
    }

    @Test func aLineThatCannotBeRefusesAll() throws {
        let market = try SmallMarket.withStorageAndNetwork()
        let past = try market.line(.gpu, 1, limit: 25, from: -3, until: 3)
        let fine = try market.line(.gpu, 1, limit: 25)
        try market.world.refuse(.submitBundle(try BundleTerms(lines: [fine, past])), by: buyer, .windowPast)
        try market.world.refuse(
            .submitBundle(try BundleTerms(lines: [fine, fine])), by: TestExchange.provider(SmallMarket.provider),
            .seatForbidden)
    }

    @Test func aBundleCountsItsLines() throws {
        let market = try SmallMarket.withStorageAndNetwork()
        try market.world.accept(
            .setSafetyPolicy(
                try SafetyPolicy(collar: nil, openDemandsMost: 3, ordersPerHourMost: 5)),
            by: TestExchange.operatorOne)
        let line = try market.line(.gpu, 1, limit: 25, immediate: false)
        _ = try market.bundle([line, line])
        let two = Command.submitBundle(try BundleTerms(lines: [line, line]))
        try market.world.refuse(two, by: buyer, .openOrdersTooMany)
        // Four of five orders were sent.
        try market.world.refuse(two, by: buyer, .ordersTooMany)
    }
}
