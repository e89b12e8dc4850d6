import Domain
import Matching
import Records
import Testing

@testable import Trading

/// What a bundle would become: of each line, at what cost; which is short, why, and what would fill all.
struct BundlePreviewTests {
    private let buyer = TestExchange.buyer(SmallMarket.buyer)

    private func preview(
        _ market: SmallMarket, _ lines: [DemandTerms], _ bond: BundleBond = .none
    ) throws -> BundlePreview {
        try market.world.preview(try BundleTerms(lines: lines, bond: bond), for: SmallMarket.buyer)
    }

    /// A lot that the first line holds most of: as `linesShareALot`.
    @Test func linesAreFundedOneAfterTheOther() throws {
        let market = try SmallMarket.withStorageAndNetwork()
        let programme = try market.programme()
        try market.world.accept(.applyForVoucher(programme, plannedSpend: Money(fen: 30_000)), by: buyer)
        try market.offer(.gpu, 4, at: 20)
        let lines = [try market.line(.gpu, 1, limit: 25), try market.line(.gpu, 1, limit: 25)]
        let preview = try preview(market, lines)
        #expect(preview.short == nil && preview.refusal == nil)
        #expect(preview.lines.map(\.cost.own.fen) == [8_000, 17_001])
        #expect(preview.lines.flatMap(\.cost.vouchers).map(\.amount.fen) == [12_000, 2_999])
        let record = try market.bundle(lines)
        #expect(preview.lines.flatMap(\.cost.fills) == record.fills)
    }

    /// The second line wants two units of what the first leaves one of, at 20 yuan: its limit is not what keeps it.
    @Test func theShortLineIsToldOfWhatIsLeft() throws {
        let market = try SmallMarket.withStorageAndNetwork()
        try market.offer(.gpu, 3, at: 20)
        try market.offer(.gpu, 5, at: 30)
        let lines = [try market.line(.gpu, 2, limit: 25), try market.line(.gpu, 2, limit: 25)]
        let preview = try preview(market, lines)
        #expect(preview.lines.map(\.residual) == [.cancel(.bundleUnfilled), .cancel(.notAllFillable)])
        #expect(preview.lines.allSatisfy { $0.cost == PlannedCost(holding: $0.cost.hold) && $0.cost.hold.own == .zero })
        let short = try #require(preview.short)
        #expect(short.position == 1 && short.start == nil && short.tooFar == 0)
        #expect(short.exclusions.open == 1 && short.exclusions.alone(.priceLimit) == 1)
        let changes = short.remedies.found.map(\.changes)
        #expect(changes.contains([.limit(try UnitPrice(30_000_000))]))
        #expect(changes.contains([.quantity(try Quantity(1_000))]))
        for remedy in short.remedies.found {
            let again = try self.preview(market, [lines[0], remedy.terms])
            #expect(again.short == nil, "\(remedy.changes)")
        }
    }

    /// Two units hold 50,001 fen of 60,000; one more is too much, and half of the first line would not help the second.
    @Test func theLineThatIsNotPaidForIsTold() throws {
        let market = try SmallMarket.withStorageAndNetwork(deposit: 60_000)
        try market.offer(.gpu, 5, at: 20)
        let lines = [try market.line(.gpu, 1, limit: 25), try market.line(.gpu, 2, limit: 25)]
        let preview = try preview(market, lines)
        #expect(preview.refusal == .fundsInsufficient)
        #expect(preview.lines.map(\.residual) == [.cancel(.fundsInsufficient), .cancel(.fundsInsufficient)])
        let short = try #require(preview.short)
        #expect(short.position == 1)
        #expect(short.remedies.found.first?.changes == [.quantity(try Quantity(1_000))])
    }

    /// 5 ms lie between the cities: the storage fails in nothing but that.
    @Test func whatIsTooFarIsCounted() throws {
        let market = try SmallMarket.withStorageAndNetwork()
        try market.offer(.gpu, 1, at: 20)
        try market.offer(.storage, 1, at: 1, zone: SmallMarket.away)
        let lines = [try market.line(.gpu, 1, limit: 25), try market.line(.storage, 1, limit: 2)]
        let near = BundleBond(commonStart: false, latencyMicrosecondsMost: 4_999)
        let short = try #require(try preview(market, lines, near).short)
        #expect(short.position == 1 && short.exclusions.open == 1 && short.tooFar == 1)
        let far = BundleBond(commonStart: false, latencyMicrosecondsMost: 5_000)
        #expect(try preview(market, lines, far).short == nil)
    }

    /// The hour told of is the first that all lines could begin with.
    @Test func aCommonStartIsTold() throws {
        let market = try SmallMarket.withStorageAndNetwork()
        try market.offer(.gpu, 1, at: 20, from: 24, until: 34)
        try market.offer(.storage, 1, at: 1, from: 30, until: 32)
        let lines = [
            try market.line(.gpu, 1, limit: 25, from: 24, until: 34, chosen: 3),
            try market.line(.storage, 1, limit: 2, from: 26, until: 34, chosen: 3),
        ]
        let together = BundleBond(commonStart: true, latencyMicrosecondsMost: nil)
        let short = try #require(try preview(market, lines, together).short)
        #expect(short.position == 1 && short.start == TestExchange.start + 26)
        #expect(short.exclusions.alone(.capacity) == 1)
    }

    /// One that rests holds what it would hold.
    @Test func aBundleAtRestHoldsWhatIsTold() throws {
        let market = try SmallMarket.withStorageAndNetwork()
        try market.offer(.gpu, 3, at: 20)
        let lines = [
            try market.line(.gpu, 2, limit: 25, immediate: false),
            try market.line(.gpu, 2, limit: 25, immediate: false),
        ]
        let preview = try preview(market, lines)
        #expect(preview.lines.map(\.residual) == [.rest, .rest] && preview.short?.position == 1)
        _ = try market.bundle(lines)
        let held = preview.lines.reduce(Int64(0)) { $0 + $1.cost.hold.own.fen }
        #expect(held == 100_002 && held == market.world.held(SmallMarket.buyer))
    }

    /// What only a relation keeps from being filled may not rest.
    @Test func aBlockIsTold() throws {
        let market = try SmallMarket.withStorageAndNetwork()
        try market.world.accept(
            .recordOwnership(
                Ownership(owner: SmallMarket.buyer, owned: SmallMarket.provider, share: .whole)),
            by: TestExchange.operatorOne)
        try market.offer(.gpu, 4, at: 20)
        let line = try market.line(.gpu, 2, limit: 25, immediate: false)
        let preview = try preview(market, [line, line])
        #expect(preview.lines.map(\.residual) == [.cancel(.wouldCrossBlock), .cancel(.wouldCrossBlock)])
        #expect(preview.short?.exclusions.alone(.block) == 1)
        let record = try market.bundle([line, line])
        #expect(record.ends == [DemandID(1): .wouldCrossBlock, DemandID(2): .wouldCrossBlock])
    }

    @Test func whatIsRefusedIsRefused() throws {
        let market = try SmallMarket.withStorageAndNetwork()
        let past = try market.line(.gpu, 1, limit: 25, from: -3, until: 3)
        let fine = try market.line(.gpu, 1, limit: 25)
        #expect(throws: Reason.windowPast) { try preview(market, [fine, past]) }
    }
}
