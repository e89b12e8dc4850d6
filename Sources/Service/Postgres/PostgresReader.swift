import Domain
import ExchangeAPI
import Persistence

/// Reads for the service out of PostgreSQL.
public struct PostgresReader: ExchangeReader {
    private let queries: ExchangeQueries

    public init(_ queries: ExchangeQueries) { self.queries = queries }

    public func sequence() async throws(ReadFault) -> Int64 {
        do throws(QueryError) { return try await queries.sequence() } catch { throw ReadFault(error) }
    }

    /// One query, its values turned into resources.
    func read<Stored, Value>(
        _ query: (ExchangeQueries) async throws(QueryError) -> ReadAt<Stored>, _ make: (Stored) -> Value
    ) async throws(ReadFault) -> Snapshot<Value> {
        do throws(QueryError) {
            let found = try await query(queries)
            return Snapshot(make(found.value), sequence: found.sequence)
        } catch { throw ReadFault(error) }
    }

    /// A query that carries its own size.
    func prove<Value>(
        _ query: (ExchangeQueries) async throws(QueryError) -> Value?
    ) async throws(ReadFault) -> Value? {
        do throws(QueryError) { return try await query(queries) } catch { throw ReadFault(error) }
    }
}

extension ReadFault {
    fileprivate init(_ error: QueryError) {
        switch error {
        case .unavailable(let detail): self = .unavailable(detail)
        case .damaged(let detail): self = .damaged(detail)
        }
    }
}

extension ReadView {
    init(_ scope: ReadScope) {
        switch scope {
        case .tenant(let party): self = .tenant(party)
        case .everything: self = .everything
        }
    }
}

extension ListRange {
    init(_ page: PageRequest) {
        self.init(after: page.after.first, afterOrdinal: page.after.second, limit: Int64(page.limit))
    }
}
