import Domain

/// POST /v1/quote-policy, and what GET answers.
public struct QuotePolicyBody: Codable, Hashable, Sendable {
    public let minutesMost: Int64
    public let openMost: Int64
    public let classShareBasisPoints: Int64

    public init(_ policy: QuotePolicy) {
        minutesMost = policy.minutesMost
        openMost = policy.openMost
        classShareBasisPoints = policy.classShare.value
    }

    /// Errors: `rateOutOfRange`.
    public func policy() throws(DoorFault) -> QuotePolicy {
        let share = try member("class_share_basis_points") { () throws(Reason) in
            try BasisPoints(classShareBasisPoints)
        }
        return try member("minutes_most") { () throws(Reason) in
            try QuotePolicy(minutesMost: minutesMost, openMost: openMost, classShare: share)
        }
    }
}
