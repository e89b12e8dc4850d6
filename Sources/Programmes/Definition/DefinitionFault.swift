import Domain

/// What is wrong with a programme's definition as a whole: the form of single values is proven by their types.
public enum DefinitionFault: String, Sendable, CaseIterable {
    case sourceMissing
    case confidenceUnknown
    case effectiveInverted
    case funderCount
    case funderShareZero
    case funderSharesNotWhole
    case identifierRepeated
    case alternativesEmpty
    case providersEmpty
    case providerRepeated
    case baseKindsEmpty
    case pricedUnitRepeated
    case basePeriodMissing
    case basePeriodUnused
    case basePeriodInverted
    case roundingUnitNotPositive
    case rateMissing
    case rateZero
    case rateUnreachable
    case capNotPositive
    case fiscalMonthOutOfRange
    case rollingDaysOutOfRange
    case minimumNegative
    case validityOutOfRange
    case validityBeforeStart
    case contractDaysOutOfRange
    case reserveOutOfRange
}

/// A fault and where it is: the path of the field, as `caps[1].amount`.
public struct DefinitionProblem: Hashable, Sendable {
    public let path: String
    public let fault: DefinitionFault

    public init(path: String, fault: DefinitionFault) {
        self.path = path
        self.fault = fault
    }
}
