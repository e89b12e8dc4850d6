import Domain

/// POST /v1/offers/{id}/planned-withdrawals: what of an offer will be there from one hour to another.
public struct PlannedWithdrawalBody: Codable, Hashable, Sendable {
    public let from: WholeHour
    public let until: WholeHour
    /// Left out where the offer will be gone.
    public let leftMilli: Int64?

    public init(_ plan: PlannedWithdrawal) {
        (from, until) = (WholeHour(plan.window.start), WholeHour(plan.window.end))
        leftMilli = plan.left.milli
    }

    /// Errors: `windowInverted`, `windowTooLong`, `quantityNotPositive` (less than nothing), `quantityTooLarge`.
    public func plan() throws(DoorFault) -> PlannedWithdrawal {
        let window = try window(from, until)
        return try member("left_milli") { () throws(Reason) in
            try PlannedWithdrawal(window: window, left: Quantity(unchecked: leftMilli ?? 0))
        }
    }
}
