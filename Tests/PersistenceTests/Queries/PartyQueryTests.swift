import Domain
import Persistence
import Postgres
import Records
import TestDatabases
import Testing

@testable import Trading

/// Parties, deposits and payouts read as the exchange has them.
struct PartyQueryTests {
    private let market: StoredMarket

    init() throws {
        market = try StoredMarket()
        try market.defineCatalogue()
        try market.admitParties()
        try market.fund()
    }

    @Test func parties() async throws {
        let entries = market.exchange.parties.entries
        let found = try await market.queries.parties(.everything, .all).value
        #expect(found.map(\.id) == entries.map(\.id) && found.count == 4)
        #expect(found.map(\.registration) == entries.map(\.registration))
        #expect(found.map(\.admitted) == entries.map(\.admitted))
        #expect(found.map(\.admitted) == [true, true, true, false])
        #expect(found.map(\.approvals) == entries.map(\.approvals))
        #expect(found.map(\.name) == entries.map { StoredMarket.name(of: $0.id) })
        #expect(try await market.queries.party(.everything, PartyID(5)).value == nil)
    }

    @Test func anErasedNameIsNoName() async throws {
        let commitment = market.exchange.parties.entries[1].registration.name
        let writer = try market.database.connect(.writer)
        try writer.execute("SELECT exchange.erase_text($1)", [.bytea(commitment.bytes)])
        let party = try #require(try await market.queries.party(.tenant(StoredMarket.buyer), StoredMarket.buyer).value)
        #expect(party.name == nil)
        #expect(party.registration.name == commitment)
    }

    @Test func depositsAndPayouts() async throws {
        let deposits = market.told { if case .depositRecorded(let deposit) = $0 { deposit } else { nil } }
        let found = try await market.queries.deposits(.everything, .all).value
        #expect(found.map(\.sequence) == deposits.map(\.sequence) && found.count == 2)
        #expect(found.map(\.deposit) == deposits.map(\.value))
        let entries = market.exchange.payouts.entries
        let payouts = try await market.queries.payouts(.everything, .all).value
        #expect(payouts.map(\.id) == entries.map(\.id) && payouts.count == 2)
        #expect(payouts.map(\.party) == entries.map(\.party))
        #expect(payouts.map(\.amount) == entries.map(\.amount))
        #expect(payouts.map(\.requester) == entries.map(\.requester))
        #expect(payouts.map(\.approver) == entries.map(\.approver))
        #expect(payouts.map(\.reference?.text) == ["out-1", nil])
    }
}
