import Postgres
import TransparencyLog

/// The hashes of the log as the database stores them: leaves, and every complete run of 256 and of 256 of those.
///
/// A proof reads one range of at most 256 rows for each tile on its way; the levels between are hashed here.
public struct StoredHashes: HashSource {
    public let size: UInt64
    private let connection: Connection

    /// - Parameter size: at most the number of records that are committed.
    public init(_ connection: Connection, size: UInt64) {
        self.connection = connection
        self.size = size
    }

    public func hashes(at positions: [TreePosition]) throws(TileReadError<PostgresError>) -> [Digest] {
        try TileHashes<PostgresError>(size: size) { tile throws(PostgresError) in
            try StoredHashes.hashes(of: tile, connection)
        }.hashes(at: positions)
    }

    /// The hashes of a tile, left to right. A row that is missing makes the tile shorter, which the caller finds.
    public static func hashes(of tile: Tile, _ connection: Connection) throws(PostgresError) -> [Digest] {
        let first = Int64(tile.index) * 256
        let last = first + Int64(tile.width) - 1
        let result =
            tile.level == 0
            ? try connection.execute(
                "SELECT leaf FROM exchange.journal WHERE seq BETWEEN $1 AND $2 ORDER BY seq",
                [.int8(first + 1), .int8(last + 1)])
            : try connection.execute(
                "SELECT hash FROM exchange.tree_hash WHERE level = $1 AND index BETWEEN $2 AND $3 ORDER BY index",
                [.int2(Int16(tile.level)), .int8(first), .int8(last)])
        var hashes: [Digest] = []
        for row in result.rows {
            guard let hash = try? Digest(try row.bytes(0)) else { throw .unexpectedType(column: 0, type: .bytea) }
            hashes.append(hash)
        }
        return hashes
    }
}
