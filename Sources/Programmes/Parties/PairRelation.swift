import Domain

/// How two parties stand to each other, from free to forbidden.
public enum PairRelation: UInt8, Sendable, CaseIterable, Comparable {
    case none
    /// No public money; on own money only if the buyer asks.
    case related
    /// Never matched.
    case sameBeneficialOwner

    public static func < (left: PairRelation, right: PairRelation) -> Bool { left.rawValue < right.rawValue }

    /// The reason that a blocked match names.
    public var reason: Reason? {
        switch self {
        case .none: nil
        case .related: .related
        case .sameBeneficialOwner: .sameBeneficialOwner
        }
    }
}
