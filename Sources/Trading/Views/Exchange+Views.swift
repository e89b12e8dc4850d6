import Accounting
import Domain
import Matching

/// The market in a few numbers.
public struct MarketGlance: Sendable {
    /// Types with open offers, the largest open quantity first.
    public let types: [TypeGlance]
    public let offers: Int
    public let demands: Int
    public let fills: Int64
    public let parties: Int
}

/// An instance type's open offers.
public struct TypeGlance: Sendable {
    public let type: InstanceType
    /// Cheapest first.
    public let levels: [DepthLevel]

    public var quantity: Quantity { levels.reduce(.zero) { $0 + $1.quantity } }
}

extension Exchange {
    /// The open offers of a type, cheapest first; nil where there is no such type, none in a zone that is not known. Complexity: see `MarketBook.offerDepth`.
    public func offerDepth(instanceType: InstanceTypeID, zone: ZoneID?, over window: Window?) -> [DepthLevel]? {
        guard catalogue.type(instanceType) != nil else { return nil }
        if let zone, !knows(zone) { return [] }
        return market.offerDepth(instanceType: instanceType, zone: zone, over: window)
    }

    /// The demands at rest that accept a type, dearest limit first; empty under `listed`.
    public func demandDepth(instanceType: InstanceTypeID) -> [DepthLevel] {
        market.demandDepth(instanceType: instanceType)
    }

    /// Whether there is such a zone.
    public func knows(_ zone: ZoneID) -> Bool { catalogue.zone(zone) != nil }

    /// All fills of a provider, with the proof that they foot. Complexity: O(leases × shares + accounts).
    public func statement(of provider: PartyID) -> ProviderStatement {
        let accounts = leases.entries.map(\.account).filter { $0.provider == provider || $0.buyer == provider }
        return ProviderStatement(provider, leases: accounts, ledger: ledger)
    }

    /// The market in a few numbers. Complexity: O(types + offers).
    public func glance(mostTypes: Int) -> MarketGlance {
        let types = catalogue.types.map { type in
            TypeGlance(type: type, levels: market.offerDepth(instanceType: type.id))
        }.filter { !$0.levels.isEmpty }
        let largest = types.sorted { ($0.quantity, $1.type.id) > ($1.quantity, $0.type.id) }.prefix(mostTypes)
        return MarketGlance(
            types: Array(largest), offers: market.offerCount, demands: market.demandCount, fills: orders.fillCount,
            parties: parties.entries.count)
    }
}
