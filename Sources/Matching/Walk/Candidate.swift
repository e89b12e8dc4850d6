import Domain

/// An offer that the walk is about to take a quantity of, for the caller to let or pass by.
public struct Candidate: Hashable, Sendable {
    public let demand: DemandID
    public let offer: OfferID
    public let provider: PartyID
    public let instanceType: InstanceTypeID
    public let zone: ZoneID
    public let quantity: Quantity
    /// Milli-SCU a unit; nil for a demand in units.
    public let milliScu: Int64?
    /// The demand's, or the hours chosen in it.
    public let window: Window
    /// Sum over the window's hours of the ask, in micro-yuan per unit.
    public let askSum: Int64
    /// Sum over the window's hours of the price that a fill would pay, in micro-yuan per unit.
    public let priceSum: Int64
    /// Per unit-hour.
    public let chargeTariff: UnitPrice
    /// The parties are otherwise related, and the buyer accepts it: own money only.
    public let isRelated: Bool
    /// Nothing is taken now: the question is whether a block stands between the two. Such candidates come after all
    /// others and are no part of what the walk has spent.
    public let isProbe: Bool

    /// The same as a question.
    var asProbe: Candidate {
        Candidate(
            demand: demand, offer: offer, provider: provider, instanceType: instanceType, zone: zone,
            quantity: quantity, milliScu: milliScu, window: window, askSum: askSum, priceSum: priceSum,
            chargeTariff: chargeTariff,
            isRelated: isRelated, isProbe: true)
    }

    /// The same at another price.
    func paying(_ priceSum: Int64) -> Candidate {
        Candidate(
            demand: demand, offer: offer, provider: provider, instanceType: instanceType, zone: zone,
            quantity: quantity, milliScu: milliScu, window: window, askSum: askSum, priceSum: priceSum,
            chargeTariff: chargeTariff,
            isRelated: isRelated, isProbe: isProbe)
    }
}

/// A part of an offer that a decision gives a demand.
public struct PlannedFill: Hashable, Sendable {
    public let offer: OfferID
    public let provider: PartyID
    public let zone: ZoneID
    public let quantity: Quantity
    /// Milli-SCU a unit; nil for a demand in units.
    public let milliScu: Int64?
    public let window: Window
    public let askSum: Int64
    public let priceSum: Int64
    public let chargeTariff: UnitPrice
    public let isRelated: Bool
}

extension PlannedFill {
    /// What it fills of its demand, in grains.
    public var grains: Int64 { quantity.milli * (milliScu ?? 1) }
}

/// What becomes of what a walk left open.
public enum Residual: Hashable, Sendable {
    /// Nothing is left.
    case none
    /// It rests, or goes on resting, at its place.
    case rest
    /// `unfilled`, `notAllFillable`, `minimumNotMet`, `frozen`, `halted` of an immediate demand; `wouldCrossBlock` of any other.
    case cancel(Reason)
}

/// What one walk decided about a demand.
public struct Decision: Hashable, Sendable {
    public let demand: DemandID
    /// In the order of the walk.
    public let fills: [PlannedFill]
    public let residual: Residual
    /// Some offer was passed by for want of own money.
    public let passedForMoney: Bool
    /// The units that get all their hours, in grains.
    public let grains: Int64
    /// Of the first that the walk took, even where it came to nothing.
    public let firstZone: ZoneID?
}
