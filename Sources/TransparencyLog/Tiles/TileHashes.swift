/// A log's hashes read from its tiles, so that whoever mirrors the tiles makes any proof without asking the log.
///
/// Tiles hold every eighth level; the levels between are hashed from them. Nothing is verified here: a proof made of
/// false tiles fails against a signed root.
public struct TileHashes<ReaderFailure: Error>: HashSource {
    public let size: UInt64

    /// Reads a tile; a partial tile may be cut from a wider one.
    private let read: (Tile) throws(ReaderFailure) -> [Digest]

    /// A log of `size` leaves, fewer than 2⁶³.
    public init(size: UInt64, read: @escaping (Tile) throws(ReaderFailure) -> [Digest]) {
        self.size = size
        self.read = read
    }

    /// Reads each tile once.
    ///
    /// Throws, in this order for each position: `TileReadError.absent`, `.reader`, `.width`.
    public func hashes(at positions: [TreePosition]) throws(TileReadError<ReaderFailure>) -> [Digest] {
        var tiles: [Tile: [Digest]] = [:]
        var hashes: [Digest] = []
        for position in positions {
            let tile = try tile(of: position)
            if tiles[tile] == nil { tiles[tile] = try content(of: tile) }
            hashes.append(Self.hash(at: position, in: tiles[tile, default: []]))
        }
        return hashes
    }

    private func tile(of position: TreePosition) throws(TileReadError<ReaderFailure>) -> Tile {
        let index = (position.index << UInt64(position.level % 8)) / 256
        guard position.index < size >> UInt64(position.level),
            let tile = Tile.held(level: position.level / 8, index: index, in: size)
        else { throw .absent(position) }
        return tile
    }

    private func content(of tile: Tile) throws(TileReadError<ReaderFailure>) -> [Digest] {
        let found: [Digest]
        do { found = try read(tile) } catch { throw .reader(error) }
        guard found.count == tile.width else { throw .width(tile, found.count) }
        return found
    }

    /// The hash over the 2^(level mod 8) neighbours in a tile that the position covers.
    private static func hash(at position: TreePosition, in tile: [Digest]) -> Digest {
        let count = 1 << (position.level % 8)
        let begin = Int((position.index << UInt64(position.level % 8)) % 256)
        var frontier = Frontier()
        for hash in tile[begin..<(begin + count)] { frontier.append(hash) }
        return frontier.root
    }
}

/// Why a hash could not be read from tiles.
public enum TileReadError<Failure: Error>: Error {
    /// The log has no complete subtree there yet.
    case absent(TreePosition)
    /// The reader failed.
    case reader(Failure)
    /// The tile read has another number of hashes; carries how many.
    case width(Tile, Int)
}

extension TileReadError: Equatable where Failure: Equatable {}
