import Programmes

extension DefinitionFault {
    /// What is wrong, for the writer of a file.
    var what: String { text.what }
    /// How to mend it.
    var mend: String { text.mend }

    private var text: (what: String, mend: String) {
        switch self {
        case .sourceMissing: ("there is no source", "name at least one text that the rules are taken from")
        case .confidenceUnknown: ("the tag is unknown", "use S, N, W, I or M")
        case .effectiveInverted: ("the last day is before the first", "put through on or after from")
        case .funderCount: ("there are no funders or more than eight", "list one to eight")
        case .funderShareZero: ("a funder has no share", "give it one or remove it")
        case .funderSharesNotWhole: ("the funders' shares do not sum to 100%", "correct them")
        case .identifierRepeated: ("this id stands twice in its list", "give each item an id of its own")
        case .alternativesEmpty: ("an empty list admits nobody", "fill it or remove the condition")
        case .providersEmpty: ("an empty list of providers admits none", "fill it, or remove it to admit all")
        case .providerRepeated: ("a provider stands twice", "keep one")
        case .baseKindsEmpty: ("no kind of resource is in the base", "list at least one, as [accelerator]")
        case .pricedUnitRepeated: ("the table has a price for it already", "keep one")
        case .basePeriodMissing: ("a post_use programme needs a base period", "add base.period")
        case .basePeriodUnused: ("only a post_use programme has a base period", "remove it or change the mode")
        case .basePeriodInverted: ("the base period ends before it begins", "put through on or after from")
        case .roundingUnitNotPositive: ("the rounding unit is zero", "write 0.01 for the fen, 1 for the yuan")
        case .rateMissing: ("there is no rate", "list at least one")
        case .rateZero: ("a rate of 0% pays nothing", "raise it or remove the tier")
        case .rateUnreachable:
            ("an earlier tier without conditions always applies first", "move that one to the end")
        case .capNotPositive: ("a cap of 0 pays nothing", "raise it or remove it")
        case .fiscalMonthOutOfRange: ("there is no such month", "write 1 to 12")
        case .rollingDaysOutOfRange: ("the days are out of range", "write 1 to 3660")
        case .minimumNegative: ("the minimum is negative", "write 0 or more")
        case .validityOutOfRange: ("the validity is out of range", "write 1 to 3660 days or 1 to 120 months")
        case .validityBeforeStart: ("lots would expire before the programme begins", "name a later day")
        case .contractDaysOutOfRange: ("the days are out of range", "write 1 to 3660")
        case .reserveOutOfRange: ("the hours are out of range", "write 1 to 720")
        }
    }
}
