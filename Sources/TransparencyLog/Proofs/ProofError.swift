/// Why a proof is refused, in the order of the checks.
public enum ProofError: Error, Hashable, Sendable {
    /// The leaf is not in a tree of that size.
    case indexOutsideTree
    /// The first size of a consistency proof is greater than the second.
    case sizesReversed
    /// The path ends before the root.
    case pathTooShort
    /// The path goes on beyond the root.
    case pathTooLong
    /// The path does not lead to the first root of a consistency proof.
    case firstRootMismatch
    /// The path does not lead to the root, or to the second root of a consistency proof.
    case rootMismatch
}
