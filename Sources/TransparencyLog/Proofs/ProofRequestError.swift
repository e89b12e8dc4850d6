/// Why a proof cannot be made, in the order of the checks.
public enum ProofRequestError: Error, Hashable, Sendable {
    /// The size is 2⁶³ or more.
    case size(UInt64)
    /// The leaf is not in a tree of that size.
    case indexOutsideTree(index: UInt64, size: UInt64)
    /// The first size of a consistency proof is greater than the second.
    case sizesReversed(first: UInt64, second: UInt64)
    /// The source does not hold as many leaves.
    case sizeBeyondSource(size: UInt64, held: UInt64)
    /// The number of hashes read is not the number of positions asked for.
    case hashCount(expected: Int, actual: Int)
}

/// Why a proof could not be read from a source.
public enum ProofReadError<Failure: Error>: Error {
    /// The request cannot be met.
    case request(ProofRequestError)
    /// The source failed.
    case source(Failure)
}

extension ProofReadError: Equatable where Failure: Equatable {}
