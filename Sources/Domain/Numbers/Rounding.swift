/// How a quotient becomes an integer.
public enum Rounding: UInt8, Sendable, CaseIterable {
    /// To the nearest integer, a tie to the even one.
    case halfEven
    /// Toward zero.
    case down
    /// Away from zero.
    case up
    /// To the nearest integer, a tie away from zero.
    case halfUp
}

extension Rounding {
    /// `numerator / denominator` as an integer, rounded by this rule.
    ///
    /// - Parameter denominator: positive.
    @inlinable
    public func quotient(_ numerator: Int128, _ denominator: Int128) -> Int128 {
        assert(denominator > 0, "a denominator is positive")
        let (quotient, remainder) = numerator.quotientAndRemainder(dividingBy: denominator)
        guard remainder != 0 else { return quotient }
        let away: Int128 = numerator < 0 ? -1 : 1
        let twice = remainder.magnitude * 2
        switch self {
        case .down: return quotient
        case .up: return quotient + away
        case .halfUp: return twice >= denominator.magnitude ? quotient + away : quotient
        case .halfEven:
            if twice == denominator.magnitude { return quotient % 2 == 0 ? quotient : quotient + away }
            return twice > denominator.magnitude ? quotient + away : quotient
        }
    }
}

extension Int64 {
    /// The value, or a refusal `overflow` where 64 bits do not hold it.
    @inlinable
    public init(narrowing wide: Int128) throws(Reason) {
        guard let value = Int64(exactly: wide) else { throw .overflow }
        self = value
    }
}

/// Splits `total` in proportion to `weights` so that the parts sum to it.
///
/// Each part is first rounded down; the units left go one each to the largest
/// remainders, ties to the earlier position. Weights are not negative and not
/// all zero; a total of zero gives zeros.
///
/// - Complexity: O(n log n).
public func largestRemainderSplit(_ total: Int64, weights: [Int64]) -> [Int64] {
    let sum = weights.reduce(Int128(0)) { $0 + Int128($1) }
    precondition(sum > 0 && total >= 0, "a split needs a positive weight and no negative total")
    var parts = weights.map { Int64(Int128(total) * Int128($0) / sum) }
    let remainders = weights.map { Int128(total) * Int128($0) % sum }
    let left = Int(total - parts.reduce(0, +))
    let order = weights.indices.sorted { (remainders[$0], -$0) > (remainders[$1], -$1) }
    for position in order.prefix(left) { parts[position] += 1 }
    return parts
}
