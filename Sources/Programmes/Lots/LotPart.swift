import Domain

/// A part of a lot by funder, in the order of the definition.
public struct LotPart: Hashable, Sendable {
    public let lot: LotID
    public let amounts: [Money]

    public init(lot: LotID, amounts: [Money]) {
        self.lot = lot
        self.amounts = amounts
    }
}
