import Domain
import Persistence
import Records
import Testing
import TransparencyLog

@testable import Trading

/// Records and proofs out of PostgreSQL hold against the log that the exchange computed.
struct LogQueryTests {
    private let market: StoredMarket

    init() throws { market = try StoredMarket.withStory() }

    @Test func records() async throws {
        let found = try await market.queries.records(.all)
        #expect(found.sequence == Int64(market.entries.count))
        #expect(found.value.map(\.header) == market.entries.map(\.record.header))
        #expect(found.value.map(\.body) == market.entries.map(\.record.body))
        #expect(found.value.map(\.nonce) == market.entries.map(\.nonce.bytes))
        #expect(found.value.map(\.leaf) == market.entries.map(\.leaf.bytes))
    }

    @Test func everyRecordIsProvenAgainstTheHead() async throws {
        let head = market.exchange.head
        for entry in market.entries {
            let found = try #require(try await market.queries.inclusion(of: entry.sequence, size: head.size))
            #expect(found.leaf == entry.leaf && found.root == head.root)
            try found.proof.verify(leaf: entry.leaf, root: head.root)
        }
    }

    @Test func everyHeadIsContinuedByTheLast() async throws {
        let head = market.exchange.head
        var roots = Frontier()
        for entry in market.entries {
            roots.append(entry.leaf)
            let found = try #require(try await market.queries.consistency(entry.sequence, head.size))
            #expect(found.first == roots.root && found.second == head.root)
            try found.proof.verify(first: found.first, second: found.second)
        }
    }

    @Test func whatTheLogDoesNotHoldIsNotProven() async throws {
        let (queries, size) = (market.queries, market.exchange.sequence)
        for (sequence, size) in [(0, size), (-1, 1), (1, 0), (1, -1), (size + 1, size), (1, size + 1), (3, 2)]
            as [(Int64, Int64)]
        {
            #expect(try await queries.inclusion(of: sequence, size: size) == nil, "\(sequence) in \(size)")
        }
        for (first, second) in [(-1, 1), (0, -1), (3, 2), (1, size + 1)] as [(Int64, Int64)] {
            #expect(try await queries.consistency(first, second) == nil, "\(first) to \(second)")
        }
    }
}
