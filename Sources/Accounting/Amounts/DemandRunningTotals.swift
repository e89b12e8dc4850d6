import Domain
import Records

/// The two lines of a fill in fen, each the difference of the demand's running total.
public struct FillAmounts: Hashable, Sendable {
    /// Price × quantity × hours.
    public let capacity: Money
    /// Charge tariff × quantity × hours.
    public let transfer: Money

    public init(capacity: Money, transfer: Money) {
        self.capacity = capacity
        self.transfer = transfer
    }
}

/// What the lines of a fill are computed from.
public struct FillMeasure: Hashable, Sendable {
    /// Sum over the window's hours of the price, in micro-yuan per unit.
    public let priceSum: Int64
    public let chargeTariff: UnitPrice
    public let quantity: Quantity
    public let hours: Int64

    public init(priceSum: Int64, chargeTariff: UnitPrice, quantity: Quantity, hours: Int64) {
        self.priceSum = priceSum
        self.chargeTariff = chargeTariff
        self.quantity = quantity
        self.hours = hours
    }

    public init(_ fill: Fill) {
        self.init(
            priceSum: fill.priceSum, chargeTariff: fill.chargeTariff, quantity: fill.quantity,
            hours: fill.window.hours)
    }
}

/// The running totals of a demand over all its fills: the fold of its `filled` events.
public struct DemandRunningTotals: Hashable, Sendable {
    public private(set) var capacity = RunningLine()
    public private(set) var transfer = RunningLine()

    public init() {}

    /// What one more fill is posted on each line. Errors: `overflow`; the totals are then unchanged.
    public mutating func add(_ measure: FillMeasure) throws(Reason) -> FillAmounts {
        var next = self
        let prices = ExactAmount(priceSum: Int128(measure.priceSum), measure.quantity)
        let tariffs = ExactAmount(measure.chargeTariff, measure.quantity, hours: measure.hours)
        let amounts = FillAmounts(capacity: try next.capacity.add(prices), transfer: try next.transfer.add(tariffs))
        self = next
        return amounts
    }

    /// The same, and the totals stay as they are: for a preview.
    public func amounts(of measure: FillMeasure) throws(Reason) -> FillAmounts {
        var copy = self
        return try copy.add(measure)
    }
}

extension DemandRunningTotals: Canonical {
    public func write(to writer: inout CanonicalWriter) { writer.write(capacity, transfer) }

    public init(from reader: inout CanonicalReader) throws(CanonicalError) {
        (capacity, transfer) = (try reader.read(), try reader.read())
    }
}
