import Domain

/// A demand as the market takes it: what was accepted, and what it is pinned to.
public struct MarketDemand: Hashable, Sendable {
    public let demand: Demand
    public let buyer: BuyerFacts
    /// Programmes chosen and the buyer's rate tier in each, as a number that Trading gives.
    public let subsidyClass: Int32
    /// The version of the network its tariffs come from.
    public let network: Int64
    /// The version of the conversion table that its SCU are counted by; without meaning in units.
    public let conversion: Int64
    /// What is still to be filled, in grains: all of it, unless it comes back. In SCU less than nothing where fills came
    /// to more than the quantity.
    public let open: Int64
    /// The provider that a demand for a single provider is bound to by its first fill.
    public let boundProvider: PartyID?

    public init(
        demand: Demand, buyer: BuyerFacts, subsidyClass: Int32, network: Int64, conversion: Int64 = 0,
        open: Int64? = nil, boundProvider: PartyID? = nil
    ) {
        self.demand = demand
        self.buyer = buyer
        self.subsidyClass = subsidyClass
        self.network = network
        self.conversion = conversion
        self.open = open ?? demand.terms.grains(of: demand.terms.quantity)
        self.boundProvider = boundProvider
    }
}
