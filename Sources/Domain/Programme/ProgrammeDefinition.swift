/// What a split between voucher and own money means.
public enum ProgrammeMode: UInt8, Sendable, CaseIterable {
    /// The public share replaces own money at the fill; the provider claims it.
    case deduct
    /// The buyer pays in full; the voucher's share runs beside, and the buyer claims it.
    case reimburse
    /// Nothing at the fill; evaluated on the settled amounts of a base period.
    case postUse
}

/// A level of government that funds; the order breaks ties, the higher level first.
public enum FunderLevel: UInt8, Sendable, CaseIterable {
    case nation
    case province
    case city
    case district
}

/// One funder's sub-pool.
public struct Funder: Hashable, Sendable {
    public let name: Label
    public let level: FunderLevel
    /// The shares of a programme's funders sum to 10,000.
    public let share: BasisPoints

    public init(name: Label, level: FunderLevel, share: BasisPoints) {
        self.name = name
        self.level = level
        self.share = share
    }
}

/// A fact about the applicant that a clause tests.
public enum EligibilityTest: Hashable, Sendable {
    case region([Symbol])
    case size([FirmSize])
    case sector([Sector])
    /// A legal person (a firm), not an individual.
    case legalPerson
    case foundedFrom(CivilDate)
    case foundedThrough(CivilDate)
    case attribute(Symbol)
    case attributeAbsent(Symbol)
}

/// One clause; all clauses of a programme must hold.
public struct EligibilityClause: Hashable, Sendable {
    public let id: Symbol
    public let test: EligibilityTest

    public init(id: Symbol, test: EligibilityTest) {
        self.id = id
        self.test = test
    }
}

/// What a rate tier asks; all its conditions must hold.
public enum RateCondition: Hashable, Sendable {
    case chipOrigin(ChipOrigin)
    case size([FirmSize])
    case attribute(Symbol)
    case use([DemandUse])
    case service([ServiceKind])
}

/// A rate and when it applies.
public struct RateTier: Hashable, Sendable {
    public let id: Symbol
    public let conditions: [RateCondition]
    public let rate: BasisPoints

    public init(id: Symbol, conditions: [RateCondition], rate: BasisPoints) {
        self.id = id
        self.conditions = conditions
        self.rate = rate
    }
}

/// The event in whose period an amount counts against a cap.
public enum CountedEvent: UInt8, Sendable, CaseIterable {
    case issue
    case fill
    case delivery
    case claim
}

/// What a cap bounds.
public enum CapScope: Hashable, Sendable {
    /// All fills of one demand with one provider.
    case contract
    /// A calendar year in the programme's time zone.
    case calendarYear
    /// A year that begins on this month's first day.
    case fiscalYear(firstMonth: Int64)
    /// The last so many days, the present one included.
    case rollingDays(Int64)
    case lifetime
}

/// The most that one firm may get in a scope.
public struct Cap: Hashable, Sendable {
    public let id: Symbol
    public let scope: CapScope
    public let amount: Money
    public let countsAt: CountedEvent
    /// Firms with one of these attributes are not bound by it.
    public let waivedFor: [Symbol]

    public init(id: Symbol, scope: CapScope, amount: Money, countsAt: CountedEvent, waivedFor: [Symbol] = []) {
        self.id = id
        self.scope = scope
        self.amount = amount
        self.countsAt = countsAt
        self.waivedFor = waivedFor
    }
}

/// How days are counted when a contract is pro-rated to a base period.
public enum DayCount: UInt8, Sendable, CaseIterable {
    /// end − start.
    case endExclusive
    /// end − start + 1.
    case inclusive
}

/// The stretch of days whose settled amounts a `postUse` programme pays for, both included in its name.
public struct BasePeriod: Hashable, Sendable {
    public let from: CivilDate
    public let through: CivilDate
    public let dayCount: DayCount

    public init(from: CivilDate, through: CivilDate, dayCount: DayCount) {
        self.from = from
        self.through = through
        self.dayCount = dayCount
    }
}

/// Rounding of a programme's amounts: to multiples of `unit`, by `rule`.
public struct AmountRounding: Hashable, Sendable {
    public let unit: Money
    public let rule: Rounding
    public static let toFen = AmountRounding(unit: Money(fen: 1), rule: .down)

    public init(unit: Money, rule: Rounding) {
        self.unit = unit
        self.rule = rule
    }
}

/// How long an issued lot is valid.
public enum LotValidity: Hashable, Sendable {
    case days(Int64)
    case months(Int64)
    case through(CivilDate)
}

/// Until when the hours paid with a lot must have ended.
public enum UseBy: UInt8, Sendable, CaseIterable {
    /// Only hours that end by the expiry.
    case delivery
    /// Any hours, filled before the expiry.
    case fill
}

/// Where the value of an expired lot goes.
public enum BreakageTo: UInt8, Sendable, CaseIterable {
    case available
    case lapsed
}

/// Where a rule stands in writing, and how well that is evidenced (tags of `programmes.md`).
public struct ProgrammeSource: Hashable, Sendable {
    public let text: Label
    /// One of `S`, `N`, `W`, `I`, `M` in lower case.
    public let confidence: Symbol

    public init(text: Label, confidence: Symbol) {
        self.text = text
        self.confidence = confidence
    }
}

/// A voucher programme as data. Amounts in fen, rates in basis points.
public struct ProgrammeDefinition: Hashable, Sendable {
    public var code: Symbol
    public var title: Label
    public var titleEnglish: Label
    public var sources: [ProgrammeSource]
    public var mode: ProgrammeMode
    public var clock: ZoneClock
    /// First and last day on which it issues and pays; nil is open.
    public var effectiveFrom: CivilDate
    public var effectiveThrough: CivilDate?
    /// 1 ... 8, shares summing to 10,000.
    public var funders: [Funder]
    public var eligibility: [EligibilityClause]
    /// Credit codes of the admitted providers, ascending; nil admits all.
    public var providers: [CreditCode]?
    /// Resource kinds in the eligible base.
    public var baseKinds: [ResourceKind]
    /// Uses in the eligible base; empty admits all.
    public var baseUses: [DemandUse]
    public var baseIncludesVAT: Bool
    /// How far an ask may lie above the class's reference price and stay in the base.
    public var referenceTolerance: BasisPoints
    /// The reference prices of classes for which the market gives none.
    public var referencePrices: [TablePrice]
    /// For mode `postUse`.
    public var basePeriod: BasePeriod?
    public var baseRounding: AmountRounding
    /// Tried in order; the first whose conditions hold applies, or the highest if `higherOf`.
    public var rates: [RateTier]
    public var higherOf: Bool
    public var caps: [Cap]
    /// A share below it is zero.
    public var minimum: Money
    public var rounding: AmountRounding
    public var validity: LotValidity
    public var useBy: UseBy
    public var breakageTo: BreakageTo
    /// A contract signed earlier is not eligible.
    public var contractFrom: CivilDate?
    /// A contract of more days is not eligible.
    public var contractDaysMost: Int64?
    public var oneClaimPerContract: Bool
    /// Hours that a hold on the pool without a lot lasts at most.
    public var reserveForHours: Int64

    public init(
        code: Symbol, title: Label, titleEnglish: Label, sources: [ProgrammeSource], mode: ProgrammeMode,
        clock: ZoneClock = .shanghai, effectiveFrom: CivilDate, effectiveThrough: CivilDate?, funders: [Funder],
        eligibility: [EligibilityClause], providers: [CreditCode]?, baseKinds: [ResourceKind],
        baseUses: [DemandUse] = [], baseIncludesVAT: Bool, referenceTolerance: BasisPoints,
        referencePrices: [TablePrice] = [], basePeriod: BasePeriod? = nil, baseRounding: AmountRounding = .toFen,
        rates: [RateTier],
        higherOf: Bool = false, caps: [Cap], minimum: Money = .zero, rounding: AmountRounding = .toFen,
        validity: LotValidity, useBy: UseBy = .delivery, breakageTo: BreakageTo = .available,
        contractFrom: CivilDate? = nil, contractDaysMost: Int64? = nil, oneClaimPerContract: Bool = false,
        reserveForHours: Int64 = 24
    ) {
        self.code = code
        self.title = title
        self.titleEnglish = titleEnglish
        self.sources = sources
        self.mode = mode
        self.clock = clock
        self.effectiveFrom = effectiveFrom
        self.effectiveThrough = effectiveThrough
        self.funders = funders
        self.eligibility = eligibility
        self.providers = providers?.sorted()
        self.baseKinds = baseKinds
        self.baseUses = baseUses
        self.baseIncludesVAT = baseIncludesVAT
        self.referenceTolerance = referenceTolerance
        self.referencePrices = referencePrices
        self.basePeriod = basePeriod
        self.baseRounding = baseRounding
        self.rates = rates
        self.higherOf = higherOf
        self.caps = caps
        self.minimum = minimum
        self.rounding = rounding
        self.validity = validity
        self.useBy = useBy
        self.breakageTo = breakageTo
        self.contractFrom = contractFrom
        self.contractDaysMost = contractDaysMost
        self.oneClaimPerContract = oneClaimPerContract
        self.reserveForHours = reserveForHours
    }
}
