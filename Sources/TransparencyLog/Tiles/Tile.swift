/// A tile of a log as in C2SP `tlog-tiles`: up to 256 neighbouring hashes of one level, each 32 bytes. A hash of a
/// tile at level l covers 256^l leaves. A full tile never changes.
public struct Tile: Hashable, Sendable {
    /// How many hashes a full tile has: a subtree of height 8.
    public static let widthMax = 256

    /// 0…7, since sizes are below 2⁶³.
    public let level: Int
    /// Counted from 0 within the level.
    public let index: UInt64
    /// How many hashes the tile has: 1…256, less than 256 being a partial tile.
    public let width: Int

    /// Throws, in this order: `TileError.level`, `.index`, `.width`.
    public init(level: Int, index: UInt64, width: Int = Tile.widthMax) throws(TileError) {
        guard (0...7).contains(level) else { throw .level }
        guard index <= UInt64(Int64.max) >> UInt64(8 * level + 8) else { throw .index }
        guard (1...Self.widthMax).contains(width) else { throw .width }
        self.init(level, index, width)
    }

    private init(_ level: Int, _ index: UInt64, _ width: Int) {
        self.level = level
        self.index = index
        self.width = width
    }

    public var isFull: Bool { width == Self.widthMax }

    /// The tile `index` of a level as it is in a log of `size` leaves, or nil where it is empty there.
    static func held(level: Int, index: UInt64, in size: UInt64) -> Tile? {
        let hashes = size >> UInt64(8 * level)
        guard index < (hashes + 255) / 256 else { return nil }
        return Tile(level, index, Int(min(256, hashes - index * 256)))
    }

    /// The tiles that a log of `size` leaves has and that it did not have at `earlier` leaves, by level, then by
    /// index: what a publisher writes when the log has grown. From 0, all tiles of the log.
    public static func added(growingFrom earlier: UInt64 = 0, to size: UInt64) -> [Tile] {
        precondition(earlier <= size && size <= UInt64(Int64.max), "a log grows, to fewer than 2⁶³ leaves")
        return (0...7).flatMap { level in
            let (before, after) = (earlier >> UInt64(8 * level), size >> UInt64(8 * level))
            guard before < after else { return [] as [Tile] }
            return (before / 256...(after - 1) / 256).compactMap { held(level: level, index: $0, in: size) }
        }
    }

    /// The positions of the tile's hashes, left to right.
    public var positions: [TreePosition] {
        (0..<UInt64(width)).map { TreePosition(level: 8 * level, index: index * 256 + $0) }
    }
}

/// Why values or a path are no tile, in the order of the checks.
public enum TileError: Error, Hashable, Sendable {
    /// The path does not have the form of a tile's.
    case form
    /// The level is not 0…7.
    case level
    /// The index is not canonical, or the tile would begin at leaf 2⁶³ or beyond.
    case index
    /// The width is not 1…256, or of a partial tile's path not 1…255.
    case width
}
