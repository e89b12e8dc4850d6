import Domain

/// The prices of a fill that its eligible base is found from. Sums are micro-yuan per unit over the window.
public struct FillTerms: Hashable, Sendable {
    public let window: Window
    /// The ask by hour, which says how the base spreads over the window.
    public let ask: PriceSchedule
    /// The clock of an hourly price.
    public let clock: ZoneClock
    /// What the fill pays, by its price rule; not below the ask.
    public let priceSum: Int64
    /// The provider's lowest open price for the same type, zone and hours; nil where it is this ask.
    public let lowestOpenSum: Int64?
    /// The market's reference price of the class, in the version that the demand is pinned to; nil where it gives none.
    public let reference: UnitPrice?
    /// What a unit is: by it a programme's own table is read where the market gives no reference. nil reads none.
    public let type: InstanceTypeTerms?
    public let vat: VATRate
    /// The capacity line as posted.
    public let capacity: Money

    public init(
        window: Window, ask: PriceSchedule, clock: ZoneClock = .shanghai, priceSum: Int64, lowestOpenSum: Int64?,
        reference: UnitPrice?, type: InstanceTypeTerms? = nil, vat: VATRate, capacity: Money
    ) {
        self.window = window
        self.ask = ask
        self.clock = clock
        self.priceSum = priceSum
        self.lowestOpenSum = lowestOpenSum
        self.reference = reference
        self.type = type
        self.vat = vat
        self.capacity = capacity
    }
}
