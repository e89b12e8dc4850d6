/// The proof that among all allocations of the greatest welfare none has more nominal subsidy than this one, or by how much.
///
/// It stands beside bound prices that leave no gap. Then an allocation is of the greatest welfare where it serves each demand
/// in its best arcs alone, whole where these gain, and sells out whatever has a price. With these demanded, a price per
/// offer and run bounds the subsidy as the first prices bound the welfare: of any sign where all of it is sold anyway, else
/// not below zero.
public struct SubsidyProof: Hashable, Sendable {
    /// The sum of ask × nominal rate × lots, in basis points of a micro-yuan.
    public let subsidy: Int128
    /// What no allocation of the greatest welfare exceeds.
    public let bound: Int128
    /// Of a lot of each run at all its hours, in the order of the shadow prices.
    public let prices: [Int128]

    /// With prices in it no sum overflows.
    public static let range = -(Int128(1) << 74)...(Int128(1) << 74)

    public init(subsidy: Int128, bound: Int128, prices: [Int128]) {
        self.subsidy = subsidy
        self.bound = bound
        self.prices = prices
    }
}
