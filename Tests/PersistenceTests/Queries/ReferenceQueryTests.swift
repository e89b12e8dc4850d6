import Domain
import Persistence
import Records
import Testing

@testable import Trading

/// Reference prices read version by version, and demands and fills with the version that they carry.
struct ReferenceQueryTests {
    private let market: StoredMarket

    /// Sales at 20 yuan in one zone and at 22 in another on the first day, at 30 on the second, and none for long.
    init() throws {
        market = try StoredMarket()
        try market.defineCatalogue()
        try market.admitParties()
        try market.deposit(50_000_000, to: StoredMarket.buyer)
        try sell(at: 20, from: 24, zone: StoredMarket.home)
        try sell(at: 22, from: 24, zone: StoredMarket.away)
        try market.advance(hours: 16)
        try sell(at: 30, from: 48, zone: StoredMarket.home)
        try market.advance(hours: 24)
        try sell(at: 31, from: 72, zone: StoredMarket.home)
        try market.advance(hours: 24 * 32)
    }

    private func sell(at yuan: Int64, from hour: Hour, zone: ZoneID) throws {
        try market.offer(1, at: yuan, from: hour, until: hour + 10, zone: zone)
        let record = try market.demand(1, limit: yuan + 1, from: hour, until: hour + 10, funding: .ownMoney)
        #expect(record.events.contains { $0.kind == .filled })
    }

    private func price(_ zone: ZoneID, _ microYuan: Int64?) -> ReferencePrice {
        ReferencePrice(
            ReferenceClass(instanceType: InstanceTypeID(1), zone: zone),
            microYuan.map { ReferenceFinding(price: UnitPrice(unchecked: $0), basis: .fills) })
    }

    @Test func eachVersionHasItsPrices() async throws {
        let (home, away) = (StoredMarket.home, StoredMarket.away)
        #expect(try await market.queries.references(version: 0).value.value.isEmpty)
        let first = try await market.queries.references(version: 1).value.value
        #expect(first == [price(home, 20_000_000), price(away, 22_000_000)])
        let second = try await market.queries.references(version: 2).value.value
        #expect(second == [price(home, 25_000_000), price(away, 22_000_000)])
        let last = try await market.queries.references().value
        let version = market.exchange.references.version
        #expect(last.version == version && version > 2)
        #expect(last.value == [price(home, nil), price(away, nil)])
    }

    @Test func ordersCarryTheirVersion() async throws {
        let demands = try await market.queries.demands(.everything, state: nil, .all).value
        #expect(demands.map(\.versions.reference) == [0, 0, 1, 2])
        let fills = try await market.queries.fills(.everything, demand: nil, offer: nil, .all).value
        let told = market.told { if case .filled(let fill) = $0 { fill } else { nil } }
        #expect(fills.map(\.fill) == told.map(\.value))
        #expect(fills.map(\.fill.versions.reference) == [0, 0, 1, 2])
    }
}
