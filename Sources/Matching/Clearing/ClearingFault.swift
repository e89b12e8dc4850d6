/// What a certificate or its fills get wrong. Numbers are those of the fill, offer or demand.
public enum ClearingFault: Hashable, Sendable {
    /// Not one price an offer in either list, one is negative or beyond 2⁶⁰, or the scale is not between 1 and 2²¹.
    case pricesMalformed
    /// A fill names an offer that its demand may not take, or no offer or demand.
    case fillBeyondReach(fill: Int)
    /// A fill of nothing, or of less.
    case fillEmpty(fill: Int)
    /// The fills are not in order of demand, then offer, each pair once.
    case fillsNotAscending(fill: Int)
    /// Ask, shadow price in whole micro-yuan and tariff come to more than the limit.
    case limitExceeded(fill: Int)
    case capacityExceeded(offer: Int)
    case quantityExceeded(demand: Int)
    /// A demand gets something, but less than its least fill.
    case minimumNotMet(demand: Int)
    case welfareWrong
    case boundWrong
    case gapWrong
    /// Weak duality is broken: the welfare is more than the bound.
    case welfareBeyondBound
    /// The proof of the tie-break does not hold, or there is none to give.
    case tieWrong
}
