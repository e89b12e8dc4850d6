import Domain

/// A clause of eligibility: an identifier and exactly one test.
public struct ClauseBody: Codable, Hashable, Sendable {
    public let id: Symbol
    public var region: [Symbol]?
    public var size: [Named<FirmSize>]?
    public var sector: [Named<Sector>]?
    public var legalPerson: Bool?
    public var foundedFrom: CivilDate?
    public var foundedThrough: CivilDate?
    public var attribute: Symbol?
    public var attributeAbsent: Symbol?

    public init(_ clause: EligibilityClause) {
        id = clause.id
        switch clause.test {
        case .region(let regions): region = regions
        case .size(let sizes): size = sizes.map(Named.init)
        case .sector(let sectors): sector = sectors.map(Named.init)
        case .legalPerson: legalPerson = true
        case .foundedFrom(let date): foundedFrom = date
        case .foundedThrough(let date): foundedThrough = date
        case .attribute(let symbol): attribute = symbol
        case .attributeAbsent(let symbol): attributeAbsent = symbol
        }
    }

    /// Errors: `programmeInvalid` (no test, or two), `valueOutOfRange`.
    public func clause() throws(DoorFault) -> EligibilityClause {
        let tests: [EligibilityTest?] = [
            try region.map { list throws(DoorFault) in .region(try parts("region", list, most: 64) { each in each }) },
            try size.map { list throws(DoorFault) in .size(try parts("size", list, most: 4) { each in each.value }) },
            try sector.map { list throws(DoorFault) in
                .sector(try parts("sector", list, most: 16) { each in each.value })
            },
            legalPerson == true ? .legalPerson : nil, foundedFrom.map(EligibilityTest.foundedFrom),
            foundedThrough.map(EligibilityTest.foundedThrough), attribute.map(EligibilityTest.attribute),
            attributeAbsent.map(EligibilityTest.attributeAbsent),
        ]
        return EligibilityClause(id: id, test: try only(tests))
    }
}

/// The one value that is there. Errors: `programmeInvalid`.
func only<T>(_ values: [T?]) throws(DoorFault) -> T {
    let present = values.compactMap { $0 }
    guard present.count == 1 else { throw DoorFault(.programmeInvalid) }
    return present[0]
}

/// A condition of a rate: exactly one member.
public struct ConditionBody: Codable, Hashable, Sendable {
    public var chipOrigin: Named<ChipOrigin>?
    public var size: [Named<FirmSize>]?
    public var attribute: Symbol?
    public var use: [Named<DemandUse>]?
    public var service: [Named<ServiceKind>]?

    public init(_ condition: RateCondition) {
        switch condition {
        case .chipOrigin(let origin): chipOrigin = Named(origin)
        case .size(let sizes): size = sizes.map(Named.init)
        case .attribute(let symbol): attribute = symbol
        case .use(let uses): use = uses.map(Named.init)
        case .service(let services): service = services.map(Named.init)
        }
    }

    /// Errors: `programmeInvalid`, `valueOutOfRange`.
    public func condition() throws(DoorFault) -> RateCondition {
        try only([
            chipOrigin.map { .chipOrigin($0.value) },
            try size.map { list throws(DoorFault) in .size(try parts("size", list, most: 4) { each in each.value }) },
            attribute.map(RateCondition.attribute),
            try use.map { list throws(DoorFault) in .use(try parts("use", list, most: 4) { each in each.value }) },
            try service.map { list throws(DoorFault) in
                .service(try parts("service", list, most: 4) { each in each.value })
            },
        ])
    }
}

/// A rate and when it applies.
public struct TierBody: Codable, Hashable, Sendable {
    public let id: Symbol
    public let conditions: [ConditionBody]?
    public let rateBasisPoints: Int64

    public init(_ tier: RateTier) {
        id = tier.id
        conditions = tier.conditions.isEmpty ? nil : tier.conditions.map(ConditionBody.init)
        rateBasisPoints = tier.rate.value
    }

    /// Errors: `programmeInvalid`, `valueOutOfRange`, `rateOutOfRange`.
    public func tier() throws(DoorFault) -> RateTier {
        let conditions = try parts("conditions", conditions ?? [], most: 16) { each throws(DoorFault) in
            try each.condition()
        }
        let rate = try member("rate_basis_points") { () throws(Reason) in try BasisPoints(rateBasisPoints) }
        return RateTier(id: id, conditions: conditions, rate: rate)
    }
}

/// What a cap bounds.
public enum CapScopeName: String, CaseIterable, Sendable {
    case contract
    case calendarYear
    case fiscalYear
    case rollingDays
    case lifetime
}

/// The most that one firm may get in a scope.
public struct CapBody: Codable, Hashable, Sendable {
    public let id: Symbol
    public let scope: Named<CapScopeName>
    /// Of a fiscal year.
    public var firstMonth: Int64?
    /// Of rolling days.
    public var days: Int64?
    public let amountFen: Int64
    public let countsAt: Named<CountedEvent>
    public let waivedFor: [Symbol]?

    public init(_ cap: Cap) {
        id = cap.id
        switch cap.scope {
        case .contract: scope = Named(.contract)
        case .calendarYear: scope = Named(.calendarYear)
        case .fiscalYear(let month): (scope, firstMonth) = (Named(.fiscalYear), month)
        case .rollingDays(let number): (scope, days) = (Named(.rollingDays), number)
        case .lifetime: scope = Named(.lifetime)
        }
        amountFen = cap.amount.fen
        countsAt = Named(cap.countsAt)
        waivedFor = cap.waivedFor.isEmpty ? nil : cap.waivedFor
    }

    /// Errors: `missingMember`, `unknownMember`, `amountNotPositive`, `amountTooLarge`, `valueOutOfRange`.
    public func cap() throws(DoorFault) -> Cap {
        let scope = try capScope()
        let amount = try member("amount_fen") { () throws(Reason) in try Money(positive: amountFen) }
        let waived = try parts("waived_for", waivedFor ?? [], most: 64) { each in each }
        return Cap(id: id, scope: scope, amount: amount, countsAt: countsAt.value, waivedFor: waived)
    }

    private func capScope() throws(DoorFault) -> CapScope {
        if firstMonth != nil, scope.value != .fiscalYear { throw DoorFault(.unknownMember, at: "/first_month") }
        if days != nil, scope.value != .rollingDays { throw DoorFault(.unknownMember, at: "/days") }
        switch scope.value {
        case .contract: return .contract
        case .calendarYear: return .calendarYear
        case .lifetime: return .lifetime
        case .fiscalYear:
            guard let firstMonth else { throw DoorFault(.missingMember, at: "/first_month") }
            return .fiscalYear(firstMonth: firstMonth)
        case .rollingDays:
            guard let days else { throw DoorFault(.missingMember, at: "/days") }
            return .rollingDays(days)
        }
    }
}

/// How long an issued lot is valid: exactly one member.
public struct ValidityBody: Codable, Hashable, Sendable {
    public var days: Int64?
    public var months: Int64?
    public var through: CivilDate?

    public init(_ validity: LotValidity) {
        switch validity {
        case .days(let number): days = number
        case .months(let number): months = number
        case .through(let date): through = date
        }
    }

    /// Errors: `programmeInvalid`.
    public func validity() throws(DoorFault) -> LotValidity {
        try only([days.map(LotValidity.days), months.map(LotValidity.months), through.map(LotValidity.through)])
    }
}
