import Domain
import Persistence
import Records
import TestDatabases
import Testing

@testable import Trading

/// Pages in order, while others write: nothing is skipped, nothing comes twice, and each page is of one state.
struct PagingQueryTests {
    /// Reads a list to its end, `limit` at a time, and does something between two pages.
    private func all<Item>(
        limit: Int64, key: (Item) -> (Int64, Int64), between: () throws -> Void = {},
        _ page: (ListRange) async throws -> [Item]
    ) async throws -> [Item] {
        var items: [Item] = []
        while true {
            let after = items.last.map(key) ?? (0, -1)
            let found = try await page(ListRange(after: after.0, afterOrdinal: after.1, limit: limit))
            #expect(Int64(found.count) <= limit)
            items += found
            guard Int64(found.count) == limit else { return items }
            try between()
        }
    }

    @Test(arguments: [1, 2, 3, 100] as [Int64]) func pagesJoinToTheWholeList(_ limit: Int64) async throws {
        let market = try StoredMarket.withStory()
        let queries = market.queries
        let accounts = try await all(limit: limit, key: { ($0.id.number, 0) }) {
            try await queries.accounts(.everything, $0).value
        }
        #expect(try await accounts.map(\.id) == queries.accounts(.everything, .all).value.map(\.id))
        let lease = LeaseID(3)
        let deliveries = try await all(limit: limit, key: { ($0.delivery.fromSecond, 0) }) {
            try await queries.deliveries(.everything, of: lease, $0).value
        }
        #expect(
            try await deliveries.map(\.delivery)
                == queries.deliveries(.everything, of: lease, .all).value.map(\.delivery))
        let records = try await all(limit: limit, key: { ($0.header.sequence, 0) }) {
            try await queries.records($0).value
        }
        #expect(records.map(\.header) == market.entries.map(\.record.header))
        let free = try #require(accounts.first { $0.account.role == .free && $0.account.owner == .party(PartyID(2)) })
        let transfers = try await all(limit: limit, key: { ($0.sequence, $0.ordinal) }) {
            try await queries.transfers(.tenant(StoredMarket.buyer), of: free.id, $0).value
        }
        #expect(
            try await transfers.map(\.transfer)
                == queries.transfers(.everything, of: free.id, .all).value.map(\.transfer))
    }

    @Test func whatIsAddedBetweenTwoPagesComesAtTheEnd() async throws {
        let market = try StoredMarket()
        try market.defineCatalogue()
        try market.admitParties()
        try market.deposit(1_000_000, to: StoredMarket.buyer)
        for price in 1...5 as ClosedRange<Int64> { try market.offer(1, at: 100 + price) }
        var left: Int64 = 7
        let queries = market.queries
        let offers = try await all(
            limit: 2, key: { ($0.offer.id.number, 0) },
            between: {
                guard left > 0 else { return }
                left -= 1
                try market.offer(1, at: 200)
                // What was listed before is closed meanwhile: it stays in its place.
                try market.accept(
                    .withdrawOffer(OfferID(6 - max(1, left - 2))), by: .provider(StoredMarket.provider))
            }
        ) { try await queries.offers(OfferSelection(), $0).value }
        let count = Int64(market.exchange.orders.offers.count)
        #expect(offers.map(\.offer.id.number) == Array(1...count))
    }

    @Test func pagesBesideAWriterSkipAndRepeatNothing() async throws {
        let database = try TestDatabase()
        async let reading = Self.pages(through: 300, of: database)
        // Where the writer fails, the reader is cancelled.
        let sequences = try Self.write(deposits: 300, to: database)
        let found = try await reading
        #expect(found.map(\.sequence) == sequences)
        #expect(found.map(\.deposit.amount.fen) == Array(1...300))
    }

    /// Every read is of one state: as many deposits as the head that it names has.
    @Test func aReadIsOfTheHeadThatItNames() async throws {
        let database = try TestDatabase()
        async let reading = Self.reads(through: 300, of: database)
        let sequences = try Self.write(deposits: 300, to: database)
        let (deposits, accounts) = try await reading
        for read in deposits { #expect(read.value.count == sequences.count { $0 <= read.sequence }) }
        for read in accounts { #expect(read.value.reduce(0) { $0 + $1.balance } == 0) }
        #expect(try await database.queries().sequence() == deposits.last?.sequence)
    }

    private static func pages(through count: Int, of database: TestDatabase) async throws -> [BookedDeposit] {
        let queries = try database.queries()
        var found: [BookedDeposit] = []
        while found.count < count, !Task.isCancelled {
            let range = ListRange(after: found.last?.sequence ?? 0, limit: 7)
            found += try await queries.deposits(.tenant(StoredMarket.buyer), range).value
        }
        return found
    }

    private static func reads(
        through count: Int, of database: TestDatabase
    ) async throws -> ([ReadAt<[BookedDeposit]>], [ReadAt<[BalancedAccount]>]) {
        let queries = try database.queries()
        var deposits: [ReadAt<[BookedDeposit]>] = []
        var accounts: [ReadAt<[BalancedAccount]>] = []
        while deposits.last?.value.count != count, !Task.isCancelled {
            deposits.append(try await queries.deposits(.everything, .all))
            accounts.append(try await queries.accounts(.everything, .all))
        }
        return (deposits, accounts)
    }

    /// Of 1, 2 … fen; returns the numbers of their records.
    private static func write(deposits: Int64, to database: TestDatabase) throws -> [Int64] {
        let market = try StoredMarket(database)
        try market.admitParties()
        for fen in 1...deposits { try market.deposit(fen, to: StoredMarket.buyer) }
        return market.told { if case .depositRecorded(let deposit) = $0 { deposit } else { nil } }.map(\.sequence)
    }
}
