import Domain

/// Units of an offer that go to a demand.
public struct ClearingFill: Hashable, Sendable {
    public let demand: Int32
    public let offer: Int32
    public let quantity: Quantity

    public init(demand: Int32, offer: Int32, quantity: Quantity) {
        self.demand = demand
        self.offer = offer
        self.quantity = quantity
    }
}
