import Domain

/// Units of an offer that go to a demand.
public struct ClearingFill: Hashable, Sendable {
    public let demand: Int32
    public let offer: Int32
    public let quantity: Quantity
    /// Which of the arcs from the demand to the offer: 0 where hours are fixed, and there is one.
    public let placement: Int32

    public init(demand: Int32, offer: Int32, quantity: Quantity, placement: Int32 = 0) {
        self.demand = demand
        self.offer = offer
        self.quantity = quantity
        self.placement = placement
    }
}
