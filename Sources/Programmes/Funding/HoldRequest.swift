import Domain

/// What a demand may yet cost, for the calculation of its holds at acceptance and after each fill.
public struct HoldRequest: Hashable, Sendable {
    public let demand: DemandID
    /// Per unit-hour; per SCU-hour for a demand in SCU, as are tariff and reference.
    public let limit: UnitPrice
    /// The most that may yet be filled, in grains, over `hours` each.
    public let grains: Int64
    public let isScu: Bool
    /// In which they may be.
    public let window: Window
    /// All of the window's, unless hours are chosen within it.
    public let hours: Int64
    public let priceRule: PriceRule
    /// The dearest charge tariff within the demand's reach.
    public let dearestTariff: UnitPrice
    /// The market's lowest pinned reference price of a class that the terms allow; nil where it gives none.
    public let reference: UnitPrice?
    /// The highest VAT rate that an offer may have.
    public let vat: VATRate
    /// Price × quantity × hours and tariff × quantity × hours of the fills so far, before rounding, together.
    public let charged: ExactAmount
    /// The capacity and transfer lines posted so far, together.
    public let posted: Money
    /// Fills so far.
    public let fills: Int64
    /// The contracts so far.
    public let contracts: [ContractState]

    public init(
        demand: DemandID, limit: UnitPrice, grains: Int64, isScu: Bool = false, window: Window, hours: Int64? = nil,
        priceRule: PriceRule,
        dearestTariff: UnitPrice, reference: UnitPrice?, vat: VATRate = .equipmentLease,
        charged: ExactAmount = ExactAmount(), posted: Money = .zero, fills: Int64 = 0, contracts: [ContractState] = []
    ) {
        self.demand = demand
        self.limit = limit
        self.grains = grains
        self.isScu = isScu
        self.window = window
        self.hours = hours ?? window.hours
        self.priceRule = priceRule
        self.dearestTariff = dearestTariff
        self.reference = reference
        self.vat = vat
        self.charged = charged
        self.posted = posted
        self.fills = fills
        self.contracts = contracts
    }

    /// Limit × quantity × hours on top of what was charged, rounded up, plus 1 fen, less what was posted.
    ///
    /// Taken on the running total, it never asks for more after a fill than was left before it: what a fill posts
    /// and what the rest may cost are together at most what the whole could cost. Zero where nothing is open.
    /// Errors: `overflow`.
    public func limitAmount() throws(Reason) -> Money {
        guard grains > 0 else { return .zero }
        let whole = charged + exact(Int128(limit.microYuan), .up)
        let amount = try whole.rounded(.up)
        guard amount <= Money.most else { throw .overflow }
        return amount + Money(fen: 1) - posted
    }

    /// What may yet be filled at a price, over its hours.
    func exact(_ price: Int128, _ rounding: Rounding) -> ExactAmount {
        ExactAmount(price, grains: grains, isScu: isScu, hours: hours, rounding)
    }
}
