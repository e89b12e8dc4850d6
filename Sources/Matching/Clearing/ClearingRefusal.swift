/// Why a problem is not solved. Numbers are those of the offer or demand.
public enum ClearingRefusal: Error, Hashable, Sendable {
    /// There is not one start a demand and one behind the last, ascending from 0 to the number of arcs.
    case arcStartsWrong
    /// More than 2²⁰ offers or demands, or more than 2²⁶ arcs.
    case tooLarge
    /// Capacity or ask beyond the bounds of `Quantity` and `UnitPrice`.
    case offerOutOfRange(Int)
    /// Quantity or limit beyond the bounds of `Quantity` and `UnitPrice`.
    case demandOutOfRange(Int)
    /// A least fill that is negative or more than the quantity.
    case minimumOutOfRange(Int)
    /// An arc to no offer, or a tariff beyond the bounds of `UnitPrice`.
    case arcOutOfRange(demand: Int)
    /// An offer named twice, or before one with a smaller number.
    case arcsNotAscending(demand: Int)
}
