/// The place of a complete subtree: 2^level leaves, the first of which is leaf index × 2^level. Level 0 is the
/// leaves. A hash at a position never changes once the log has grown past it.
public struct TreePosition: Hashable, Sendable {
    /// 0…62.
    public let level: Int
    /// Counted from 0 within the level, left to right.
    public let index: UInt64

    public init(level: Int, index: UInt64) {
        precondition((0...62).contains(level), "a level is 0…62")
        self.level = level
        self.index = index
    }

    /// The number of leaves that a tree has at least when it contains this subtree.
    public var leafCountMin: UInt64 { (index + 1) << UInt64(level) }
}

extension TreePosition: Comparable {
    /// By level, then by index.
    public static func < (left: TreePosition, right: TreePosition) -> Bool {
        (left.level, left.index) < (right.level, right.index)
    }
}
