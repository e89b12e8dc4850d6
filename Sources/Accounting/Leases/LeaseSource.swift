import Domain
import Records

/// One funder's part of a lot in a lease, with what is needed to post it.
public struct LotShare: Hashable, Sendable {
    public let lot: LotID
    public let funder: Int64
    public let terms: LotTerms

    public init(lot: LotID, funder: Int64, terms: LotTerms) {
        self.lot = lot
        self.funder = funder
        self.terms = terms
    }

    public var asset: Asset { terms.asset(funder: funder) }
}

/// What pays a part of a lease over time, each on its own.
public enum LeaseSource: Hashable, Sendable {
    /// Own money on the capacity line.
    case own
    /// Own money on the transfer line.
    case transfer
    case lot(LotShare)
}
