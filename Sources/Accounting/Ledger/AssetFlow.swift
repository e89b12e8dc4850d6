import Domain
import Records

/// What came into an asset out of its source, and what went back into it, since the beginning.
public struct AssetFlow: Hashable, Sendable {
    public let asset: Asset
    /// Sum of what the asset's sources were debited.
    public internal(set) var putIn: Int128
    /// Sum of what they were credited: for money, the payouts.
    public internal(set) var returned: Int128

    public init(asset: Asset, putIn: Int128 = 0, returned: Int128 = 0) {
        self.asset = asset
        self.putIn = putIn
        self.returned = returned
    }
}

/// A flow beside the sum of the balances that it must have led to.
struct AssetPosition: Hashable, Sendable {
    var flow: AssetFlow
    /// Sum of all balances but the sources', carried on by what each balance really changed.
    var standing: Int128 = 0

    init(flow: AssetFlow) { self.flow = flow }

    /// put in = standing + returned.
    var isConserved: Bool { flow.putIn == standing + flow.returned }
}
