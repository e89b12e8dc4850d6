import Postgres
import Trading
import TransparencyLog

extension PostgresJournal {
    /// The root over the first `size` records. Errors: those of reading hashes.
    public func root(of size: Int64) throws -> Digest {
        try StoredHashes(connection, size: UInt64(log.size)).root(of: UInt64(size))
    }
}
