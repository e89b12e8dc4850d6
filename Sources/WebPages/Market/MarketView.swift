import Domain
import ExchangeAPI

/// The market at a glance: the values that the first page shows.
public struct MarketView: Sendable {
    public let at: Instant
    /// The record that it reflects.
    public let sequence: Int64
    public let offers: Int64
    public let demands: Int64
    public let fills: Int64
    public let parties: Int64
    /// The largest open quantity first.
    public let types: [TypeView]

    public init(
        at: Instant, sequence: Int64, offers: Int64, demands: Int64, fills: Int64, parties: Int64, types: [TypeView]
    ) {
        self.at = at
        self.sequence = sequence
        self.offers = offers
        self.demands = demands
        self.fills = fills
        self.parties = parties
        self.types = types
    }
}

/// The open offers of an instance type.
public struct TypeView: Sendable {
    public let id: InstanceTypeID
    public let code: Symbol
    public let chip: Symbol?
    /// Cheapest first, never empty.
    public let levels: [LevelBody]

    public init(id: InstanceTypeID, code: Symbol, chip: Symbol?, levels: [LevelBody]) {
        self.id = id
        self.code = code
        self.chip = chip
        self.levels = levels
    }

    var quantityMilli: Int64 { levels.reduce(0) { $0 + $1.quantityMilli } }
    var orders: Int64 { levels.reduce(0) { $0 + $1.orders } }
}
