import Domain

extension ProgrammeDefinition {
    /// Errors: `programmeInvalid` where `problems()` finds any.
    public func validate() throws(Reason) {
        guard problems().isEmpty else { throw .programmeInvalid }
    }

    /// Everything that is wrong, in the order of the fields.
    public func problems() -> [DefinitionProblem] {
        var list = ProblemList()
        checkSources(&list)
        checkFunders(&list)
        checkEligibility(&list)
        checkBase(&list)
        checkRates(&list)
        checkCaps(&list)
        checkAmounts(&list)
        checkTimes(&list)
        return list.problems
    }

    private func checkSources(_ list: inout ProblemList) {
        list.require(!sources.isEmpty, "sources", .sourceMissing)
        for (place, source) in sources.enumerated() {
            let known = ["s", "n", "w", "i", "m"].contains(source.confidence.text)
            list.require(known, "sources[\(place)].confidence", .confidenceUnknown)
        }
        if let effectiveThrough {
            list.require(effectiveFrom <= effectiveThrough, "effective", .effectiveInverted)
        }
    }

    private func checkFunders(_ list: inout ProblemList) {
        list.require((1...8).contains(funders.count), "funders", .funderCount)
        for (place, funder) in funders.enumerated() {
            list.require(funder.share > .zero, "funders[\(place)].share", .funderShareZero)
        }
        let sum = funders.reduce(Int64(0)) { $0 + $1.share.value }
        list.require(sum == BasisPoints.whole.value, "funders", .funderSharesNotWhole)
    }

    private func checkEligibility(_ list: inout ProblemList) {
        list.requireUnique(eligibility.map(\.id), "eligibility")
        for (place, clause) in eligibility.enumerated() where clause.test.isEmpty {
            list.require(false, "eligibility[\(place)]", .alternativesEmpty)
        }
        guard let providers else { return }
        list.require(!providers.isEmpty, "providers", .providersEmpty)
        let repeated = zip(providers, providers.dropFirst()).contains { $0 == $1 }
        list.require(!repeated, "providers", .providerRepeated)
    }

    private func checkBase(_ list: inout ProblemList) {
        list.require(!baseKinds.isEmpty, "base.kinds", .baseKindsEmpty)
        for (place, row) in referencePrices.enumerated() {
            let repeated = referencePrices.prefix(place).contains { $0.unit == row.unit }
            list.require(!repeated, "base.reference_prices[\(place)]", .pricedUnitRepeated)
        }
        list.require(baseRounding.unit > .zero, "base.rounding.unit", .roundingUnitNotPositive)
        guard let basePeriod else {
            return list.require(mode != .postUse, "base.period", .basePeriodMissing)
        }
        list.require(mode == .postUse, "base.period", .basePeriodUnused)
        list.require(basePeriod.from <= basePeriod.through, "base.period", .basePeriodInverted)
    }

    private func checkRates(_ list: inout ProblemList) {
        list.require(!rates.isEmpty, "rates", .rateMissing)
        list.requireUnique(rates.map(\.id), "rates")
        var shadowed = false
        for (place, tier) in rates.enumerated() {
            list.require(tier.rate > .zero, "rates[\(place)].rate", .rateZero)
            list.require(!tier.conditions.contains { $0.isEmpty }, "rates[\(place)].when", .alternativesEmpty)
            list.require(!shadowed, "rates[\(place)]", .rateUnreachable)
            shadowed = shadowed || (tier.conditions.isEmpty && !higherOf)
        }
    }

    private func checkCaps(_ list: inout ProblemList) {
        list.requireUnique(caps.map(\.id), "caps")
        for (place, cap) in caps.enumerated() {
            list.require(cap.amount > .zero, "caps[\(place)].amount", .capNotPositive)
            switch cap.scope {
            case .fiscalYear(let month):
                list.require((1...12).contains(month), "caps[\(place)].first_month", .fiscalMonthOutOfRange)
            case .rollingDays(let days):
                list.require((1...3_660).contains(days), "caps[\(place)].days", .rollingDaysOutOfRange)
            case .contract, .calendarYear, .lifetime: break
            }
        }
    }

    private func checkAmounts(_ list: inout ProblemList) {
        list.require(minimum >= .zero, "minimum", .minimumNegative)
        list.require(rounding.unit > .zero, "rounding.unit", .roundingUnitNotPositive)
    }

    private func checkTimes(_ list: inout ProblemList) {
        switch validity {
        case .days(let days): list.require((1...3_660).contains(days), "lot.validity", .validityOutOfRange)
        case .months(let months): list.require((1...120).contains(months), "lot.validity", .validityOutOfRange)
        case .through(let day): list.require(day >= effectiveFrom, "lot.validity", .validityBeforeStart)
        }
        if let contractDaysMost {
            list.require((1...3_660).contains(contractDaysMost), "contract.days_most", .contractDaysOutOfRange)
        }
        list.require((1...720).contains(reserveForHours), "reserve_for_hours", .reserveOutOfRange)
    }
}

/// The problems found so far.
private struct ProblemList {
    var problems: [DefinitionProblem] = []

    mutating func require(_ holds: Bool, _ path: String, _ fault: DefinitionFault) {
        if !holds { problems.append(DefinitionProblem(path: path, fault: fault)) }
    }

    mutating func requireUnique(_ ids: [Symbol], _ path: String) {
        for (place, id) in ids.enumerated() where ids.prefix(place).contains(id) {
            problems.append(DefinitionProblem(path: "\(path)[\(place)].id", fault: .identifierRepeated))
        }
    }
}

extension EligibilityTest {
    /// A list that nobody can be in.
    fileprivate var isEmpty: Bool {
        switch self {
        case .region(let list): list.isEmpty
        case .size(let list): list.isEmpty
        case .sector(let list): list.isEmpty
        case .legalPerson, .foundedFrom, .foundedThrough, .attribute, .attributeAbsent: false
        }
    }
}

extension RateCondition {
    fileprivate var isEmpty: Bool {
        switch self {
        case .size(let list): list.isEmpty
        case .use(let list): list.isEmpty
        case .service(let list): list.isEmpty
        case .chipOrigin, .attribute: false
        }
    }
}
