import Domain
import Persistence
import Postgres
import TestDatabases
import Testing

@testable import Trading

/// What a reader is told when nothing can be read.
struct QueryErrorTests {
    private func isDamage(_ error: any Error) -> Bool {
        if case .damaged? = error as? QueryError { true } else { false }
    }

    @Test func aServerThatDoesNotAnswerIsUnavailable() async throws {
        let nowhere = DataSource(["host": "/nonexistent", "dbname": "none", "connect_timeout": "2"])
        let queries = ExchangeQueries(
            readers: ConnectionPool(nowhere, count: 1, waitingMax: 1),
            officers: ConnectionPool(nowhere, count: 1, waitingMax: 1))
        await #expect {
            try await queries.zones(.all)
        } throws: {
            if case .unavailable? = $0 as? QueryError { true } else { false }
        }
    }

    @Test func aValueWithoutItsFormIsDamage() async throws {
        let market = try StoredMarket()
        try market.defineCatalogue()
        try market.admitParties()
        try market.offer(1, at: 20)
        let superuser = try market.database.superuser()
        try superuser.execute(#"UPDATE exchange.offer SET body = '\x00'"#)
        await #expect { try await market.queries.offers(OfferSelection(), .all) } throws: { isDamage($0) }
        try superuser.execute("ALTER TABLE exchange.offer RENAME COLUMN body TO other")
        await #expect { try await market.queries.offer(OfferID(1)) } throws: { isDamage($0) }
    }

    @Test func aRecordThatIsGoneIsDamageToProofs() async throws {
        let market = try StoredMarket()
        try market.defineCatalogue()
        let superuser = try market.database.superuser()
        try superuser.execute("SET session_replication_role = replica")
        try superuser.execute("DELETE FROM exchange.journal WHERE seq = 3")
        let size = market.exchange.sequence
        await #expect { try await market.queries.inclusion(of: 3, size: size) } throws: { isDamage($0) }
        await #expect { try await market.queries.inclusion(of: 2, size: size) } throws: { isDamage($0) }
        await #expect { try await market.queries.consistency(2, size) } throws: { isDamage($0) }
    }
}
