import Domain
import Matching
import Trading

/// What kept the unfilled demands from being filled, by the matcher as the market stands.
public struct UnfilledCauses: Sendable {
    public let unfilled: Int
    /// Demands for which relaxing this dimension alone would bring offers in, in the order of the dimensions; those for
    /// which there are none are left out.
    public let byDimension: [(dimension: Dimension, demands: Int)]
    /// Demands for which no single dimension would.
    public let several: Int

    /// Complexity: O(unfilled demands × (types + offers)).
    public init(_ exchange: borrowing Exchange) {
        var (counts, unfilled, several) = ([Int](repeating: 0, count: Dimension.allCases.count), 0, 0)
        for number in 1...max(1, exchange.demandCount) {
            guard let found = exchange.exclusions(ofEnded: DemandID(number)) else { continue }
            unfilled += 1
            let sole = Dimension.allCases.filter { found.alone($0) > 0 }
            for dimension in sole { counts[Int(dimension.rawValue)] += 1 }
            if sole.isEmpty { several += 1 }
        }
        self.unfilled = unfilled
        self.several = several
        byDimension = Dimension.allCases.map { ($0, counts[Int($0.rawValue)]) }.filter { $0.1 > 0 }
    }
}
