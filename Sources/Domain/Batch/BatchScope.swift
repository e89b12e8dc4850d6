/// What a batch clears: the demands at home in a zone whose windows lie within one, in multiples of one lot, from offers in
/// that zone.
public struct BatchScope: Hashable, Sendable {
    /// A hub or the nation.
    public let zone: ZoneID
    /// All of each demand's window lies in it.
    public let window: Window
    /// Offers whose lot size divides it take part.
    public let lot: Quantity

    public init(zone: ZoneID, window: Window, lot: Quantity) {
        self.zone = zone
        self.window = window
        self.lot = lot
    }
}
