import Domain
import Records
import Testing

@testable import Trading

/// A common start, and a largest latency between the parts.
struct BundleBondTests {
    private func near(_ microseconds: Int64) -> BundleBond {
        BundleBond(commonStart: false, latencyMicrosecondsMost: microseconds)
    }
    private let together = BundleBond(commonStart: true, latencyMicrosecondsMost: nil)

    @Test func linesBeginWithTheFirstHourThatServesAll() throws {
        let market = try SmallMarket.withStorageAndNetwork()
        try market.offer(.gpu, 1, at: 20, from: 24, until: 34)
        try market.offer(.storage, 1, at: 1, from: 27, until: 31)
        let lines = [
            try market.line(.gpu, 1, limit: 25, from: 24, until: 34, chosen: 3),
            try market.line(.storage, 1, limit: 2, from: 24, until: 34, chosen: 2),
        ]
        #expect(try market.bundle(lines, together).starts == [27, 27])
        #expect(try market.bundle(lines.reversed(), together).starts == [])
        try market.world.replay()
    }

    /// Apart each line takes the hours that are cheapest for it.
    @Test func withoutTheBondEachHasItsOwn() throws {
        let market = try SmallMarket.withStorageAndNetwork()
        try market.offer(.gpu, 1, at: 20, from: 24, until: 34)
        try market.offer(.storage, 1, at: 1, from: 27, until: 31)
        let lines = [
            try market.line(.gpu, 1, limit: 25, from: 24, until: 34, chosen: 3),
            try market.line(.storage, 1, limit: 2, from: 24, until: 34, chosen: 2),
        ]
        #expect(try market.bundle(lines).starts == [24, 27])
    }

    @Test func aFixedLineSaysWhenTheOthersBegin() throws {
        let market = try SmallMarket.withStorageAndNetwork()
        try market.offer(.gpu, 1, at: 20)
        try market.offer(.storage, 1, at: 1)
        let record = try market.bundle(
            [
                market.line(.gpu, 1, limit: 25, from: 20, until: 60, chosen: 3),
                market.line(.storage, 1, limit: 2, from: 30, until: 40),
            ], together)
        #expect(record.starts == [30, 30])
    }

    /// 5 ms lie between the cities.
    @Test func partsAreAsNearAsAsked() throws {
        let market = try SmallMarket.withStorageAndNetwork()
        try market.offer(.gpu, 1, at: 20)
        try market.offer(.storage, 1, at: 1, zone: SmallMarket.away)
        let lines = [try market.line(.gpu, 1, limit: 25), try market.line(.storage, 1, limit: 2)]
        #expect(try market.bundle(lines, near(4_999)).fills.isEmpty)
        #expect(try market.bundle(lines, near(5_000)).zones == [SmallMarket.home, SmallMarket.away])
        try market.world.replay()
    }

    /// The cheapest first zone leads nowhere; the next one serves all.
    @Test func anotherFirstZoneIsTried() throws {
        let market = try SmallMarket.withStorageAndNetwork()
        try market.offer(.gpu, 1, at: 18)
        try market.offer(.gpu, 1, at: 20, zone: SmallMarket.away)
        try market.offer(.storage, 1, at: 1, zone: SmallMarket.away)
        let lines = [try market.line(.gpu, 1, limit: 25), try market.line(.storage, 1, limit: 2)]
        #expect(try market.bundle(lines, near(1_000)).zones == [SmallMarket.away, SmallMarket.away])
    }

    /// The parts of one line are parts too.
    @Test func oneLineIsNotSplitTooFar() throws {
        let market = try SmallMarket.withStorageAndNetwork()
        try market.offer(.gpu, 1, at: 18)
        try market.offer(.gpu, 2, at: 20, zone: SmallMarket.away)
        try market.offer(.storage, 1, at: 1, zone: SmallMarket.away)
        let lines = [try market.line(.gpu, 2, limit: 25), try market.line(.storage, 1, limit: 2)]
        #expect(try market.bundle(lines, near(0)).zones == [SmallMarket.away, SmallMarket.away])
    }

    @Test func unknownLatencyIsTooFar() throws {
        let market = try SmallMarket.withStorageAndNetwork()
        try market.world.accept(.publishNetwork([]), by: TestExchange.operatorOne)
        try market.offer(.gpu, 1, at: 20)
        try market.offer(.storage, 1, at: 1, zone: SmallMarket.away)
        let lines = [try market.line(.gpu, 1, limit: 25), try market.line(.storage, 1, limit: 2)]
        #expect(try market.bundle(lines, near(3_600_000_000)).fills.isEmpty)
        #expect(try market.bundle(lines).fills.count == 2)
    }
}
