import Accounting
import Domain
import Persistence
import Postgres
import Records
import TestDatabases
import Testing

@testable import Trading

/// Offers, demands, fills, leases and deliveries read as the exchange has them.
struct OrderQueryTests {
    private let market: StoredMarket

    init() throws { market = try StoredMarket.withStory() }

    @Test func offers() async throws {
        let entries = market.exchange.orders.offers
        let found = try await market.queries.offers(OfferSelection(), .all).value
        #expect(found.map(\.offer) == entries.map(\.offer) && found.count == 5)
        #expect(found.map(\.closed) == entries.map(\.closed))
        #expect(try await market.queries.offer(OfferID(1)).value?.offer == entries[0].offer)
        #expect(try await market.queries.offer(OfferID(6)).value == nil)
    }

    /// What an amendment changes stands in the columns too; the former steps stay beside the record that set them.
    @Test func amendments() throws {
        let auditor = try market.database.connect(.auditor)
        let offer = try auditor.execute("SELECT start_hour, end_hour, price FROM exchange.offer WHERE id = 3").first()
        #expect(
            try (0...2).map { try offer.int64($0) } == [StoredMarket.start + 10, StoredMarket.start + 150, 31_000_000])
        let steps = try auditor.execute(
            "SELECT quantity, seq FROM exchange.offer_step WHERE offer = 3 ORDER BY seq, start_hour")
        #expect(try steps.rows.map { try $0.int64(0) } == [5_000, 4_000, 2_000])
        let records = market.told { event -> OfferID? in
            switch event {
            case .offerListed(let offer), .offerAmended(let offer): offer.id == OfferID(3) ? offer.id : nil
            default: nil
            }
        }.map(\.sequence)
        #expect(try steps.rows.map { try $0.int64(1) } == [records[0], records[1], records[1]])
        let demand = try auditor.execute("SELECT quantity, price_limit FROM exchange.demand WHERE id = 2").first()
        #expect(try (0...1).map { try demand.int64($0) } == [5_000, 21_000_000])
    }

    @Test func offersAreSelected() async throws {
        func numbers(_ choose: (inout OfferSelection) -> Void) async throws -> [Int64] {
            var wanted = OfferSelection()
            choose(&wanted)
            return try await market.queries.offers(wanted, .all).value.map(\.offer.id.number)
        }
        #expect(try await numbers { $0.zone = StoredMarket.away } == [2])
        #expect(try await numbers { $0.provider = StoredMarket.both } == [3, 5])
        #expect(try await numbers { $0.state = .open } == [5])
        #expect(try await numbers { ($0.state, $0.provider) = (.closed, StoredMarket.both) } == [3])
        #expect(try await numbers { $0.instanceType = InstanceTypeID(1) } == [1, 2, 3, 4, 5])
        #expect(try await numbers { $0.instanceType = InstanceTypeID(2) } == [])
    }

    @Test func demands() async throws {
        let entries = market.exchange.orders.demands
        let found = try await market.queries.demands(.everything, state: nil, .all).value
        #expect(found.map(\.demand) == entries.map(\.demand))
        #expect(found.map(\.versions) == entries.map(\.versions))
        #expect(found.map(\.filled) == entries.map { $0.terms.quantity(ofGrains: $0.filledGrains, .down) })
        #expect(found.map(\.heldOwn) == entries.map(\.hold.own))
        #expect(found.map(\.heldLots) == entries.map { $0.hold.lots.reduce(.zero) { $1.amounts.reduce($0, +) } })
        #expect(found.map(\.reason) == entries.map(\.closed))
        #expect(found.map(\.state) == [.filled, .closed, .closed, .filled, .open])
        #expect(try #require(found.last).heldOwn > .zero)
        #expect(
            try await market.queries.demands(.everything, state: .closed, .all).value.map(\.demand.id.number) == [2, 3])
        #expect(try await market.queries.demand(.everything, DemandID(1)).value?.demand == entries[0].demand)
    }

    @Test func fills() async throws {
        let wanted = market.told { if case .filled(let fill) = $0 { fill } else { nil } }
        let found = try await market.queries.fills(.everything, demand: nil, offer: nil, .all).value
        #expect(found.map(\.fill) == wanted.map(\.value) && found.count == 4)
        #expect(found.map(\.sequence) == wanted.map(\.sequence))
        #expect(found[0].fill.shares.count > 1)
        let ofDemand = try await market.queries.fills(.everything, demand: DemandID(1), offer: nil, .all).value
        #expect(ofDemand.map(\.fill.id.number) == [1, 2])
        let ofOffer = try await market.queries.fills(.everything, demand: nil, offer: OfferID(2), .all).value
        #expect(ofOffer.map(\.fill.id.number) == [2, 3])
        #expect(try await market.queries.fill(.everything, FillID(4)).value?.fill == wanted[3].value)
        #expect(try await market.queries.fill(.everything, FillID(5)).value == nil)
    }

    @Test func leases() async throws {
        let entries = market.exchange.leases.entries
        let found = try await market.queries.leases(.everything, .all).value
        #expect(found.map(\.id) == entries.map(\.fill.lease))
        #expect(found.map(\.buyer) == entries.map(\.fill.buyer))
        #expect(found.map(\.provider) == entries.map(\.fill.provider))
        #expect(found.map(\.quota) == entries.map(\.account.whole))
        #expect(found.map(\.used) == entries.map(\.account.used))
        #expect(found.map(\.idle) == entries.map(\.account.idle))
        #expect(found.map(\.missed) == entries.map(\.account.missed))
        #expect(found.map(\.deliveredUntilSecond) == entries.map(\.reportedUntil))
        #expect(found.map(\.claimed) == entries.map { $0.account.shares.reduce(.zero) { $0 + $1.claimed } })
        #expect(found.map(\.reason) == entries.map(\.ended))
        #expect(found.map(\.reason) == [nil, nil, .endedForMissedHours, nil])
        #expect(found.map(\.endedHour) == [nil, nil, StoredMarket.start + 51, nil])
        let matured = market.told { if case .earningMatured(let id, let amount) = $0 { (id, amount) } else { nil } }
        #expect(
            found.map(\.matured)
                == found.map { lease in
                    matured.reduce(.zero) { $0 + ($1.value.0 == lease.id ? $1.value.1 : .zero) }
                })
        #expect(found[0].matured > .zero && found[0].claimed > .zero)
    }

    @Test func deliveries() async throws {
        let wanted = market.told { if case .delivered(let delivery) = $0 { delivery } else { nil } }
        for lease in 1...4 as ClosedRange<Int64> {
            let own = wanted.filter { $0.value.lease.number == lease }
            let found = try await market.queries.deliveries(.everything, of: LeaseID(lease), .all).value
            #expect(found.map(\.delivery) == own.map(\.value) && !found.isEmpty)
            #expect(found.map(\.sequence) == own.map(\.sequence))
        }
    }
}
