import Domain

/// A demand at rest that may join a batch, and the offers that it could take there.
public struct BatchMember: Hashable, Sendable {
    public let demand: DemandID
    public let window: Window
    /// That each unit gets.
    public let hours: Int64
    /// What is open, in whole lots of the batch.
    public let quantity: Quantity
    public let minimum: Quantity
    public let limit: UnitPrice
    /// In the order of offers for the demand's class: by zone, then book, then price, then start.
    public let links: [Link]

    /// An offer that a member could take, alone with it, in hours of one placement.
    public struct Link: Hashable, Sendable {
        /// Of as much as the member wants and the offer has, at the dearest price that the batch could give it.
        public let candidate: Candidate
        /// The offer's.
        public let place: Place
        /// Charge and policy tariff, per unit-hour.
        public let tariff: UnitPrice
        /// Nominal, as a part of the ask.
        public let subsidy: BasisPoints
    }

    /// The same member with the links that satisfy a condition.
    public func keeping(_ isKept: (Link) -> Bool) -> BatchMember {
        BatchMember(
            demand: demand, window: window, hours: hours, quantity: quantity, minimum: minimum, limit: limit,
            links: links.filter(isKept))
    }
}
