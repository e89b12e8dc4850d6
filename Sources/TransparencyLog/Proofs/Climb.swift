/// The way from a node up to the root, as RFC 9162 walks it: the node's index and the last index of its level.
struct Climb {
    private var index: UInt64
    private var last: UInt64

    /// Starts at leaf `index` of the leaves 0…`last`.
    init(from index: UInt64, last: UInt64) {
        self.index = index
        self.last = last
    }

    var isAtRoot: Bool { last == 0 }

    /// Whether the next sibling stands on the left: the node is a right child, or the last of its level and goes up
    /// until it becomes one.
    var siblingIsLeft: Bool { index & 1 == 1 || index == last }

    /// Goes to the parent that the node has with its sibling.
    mutating func ascend() {
        if siblingIsLeft {
            while index & 1 == 0, index != 0 { ascendOneLevel() }
        }
        ascendOneLevel()
    }

    /// Goes up while the node is a right child: to the largest complete subtree that ends where it ends.
    mutating func ascendRightEdge() {
        while index & 1 == 1 { ascendOneLevel() }
    }

    private mutating func ascendOneLevel() {
        index >>= 1
        last >>= 1
    }
}
