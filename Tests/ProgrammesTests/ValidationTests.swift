import Domain
import Programmes
import Testing

struct ValidationTests {
    func problems(_ change: (inout ProgrammeDefinition) throws -> Void) rethrows -> [String] {
        var definition = Example.programme()
        try change(&definition)
        return definition.problems().map { "\($0.path) \($0.fault.rawValue)" }
    }

    @Test func aSoundDefinitionHasNone() throws {
        #expect(problems { _ in }.isEmpty)
        try Example.programme().validate()
    }

    @Test func eachFaultIsFound() throws {
        var seen: Set<String> = []
        func check(_ expected: String, _ change: (inout ProgrammeDefinition) throws -> Void) throws {
            #expect(try problems(change) == [expected])
            seen.insert(String(expected.split(separator: " ")[1]))
        }
        let (city, symbol) = (try Label("city"), Example.symbol("x"))
        func cap(_ scope: CapScope, _ amount: Int64 = 1) -> Cap {
            Cap(id: symbol, scope: scope, amount: Money(fen: amount), countsAt: .fill)
        }
        try check("sources sourceMissing") { $0.sources = [] }
        try check("sources[0].confidence confidenceUnknown") {
            $0.sources = [ProgrammeSource(text: city, confidence: symbol)]
        }
        try check("effective effectiveInverted") { $0.effectiveThrough = Example.date("2024-12-31") }
        try check("funders funderCount") {
            $0.funders = (0..<10).map { _ in Funder(name: city, level: .city, share: BasisPoints(unchecked: 1_000)) }
        }
        try check("funders[1].share funderShareZero") {
            $0.funders.append(Funder(name: city, level: .city, share: .zero))
        }
        try check("funders funderSharesNotWhole") {
            $0.funders = [Funder(name: city, level: .city, share: BasisPoints(unchecked: 9_999))]
        }
        try check("rates[1].id identifierRepeated") {
            $0.higherOf = true; $0.rates += $0.rates
        }
        try check("eligibility[0] alternativesEmpty") {
            $0.eligibility = [EligibilityClause(id: symbol, test: .region([]))]
        }
        try check("providers providersEmpty") { $0.providers = [] }
        let code = try CreditCode("91110199MAAQEGK149")
        try check("providers providerRepeated") { $0.providers = [code, code] }
        try check("base.kinds baseKindsEmpty") { $0.baseKinds = [] }
        try check("base.reference_prices[1] pricedUnitRepeated") {
            $0.referencePrices = [1, 2].map {
                TablePrice(unit: .chip(symbol), price: UnitPrice(unchecked: $0))
            }
        }
        try check("base.period basePeriodMissing") { $0.mode = .postUse }
        let period = BasePeriod(
            from: Example.date("2025-01-01"), through: Example.date("2025-12-31"), dayCount: .inclusive)
        try check("base.period basePeriodUnused") { $0.basePeriod = period }
        try check("base.period basePeriodInverted") {
            $0.mode = .postUse
            $0.basePeriod = BasePeriod(from: period.through, through: period.from, dayCount: .inclusive)
        }
        try check("rounding.unit roundingUnitNotPositive") { $0.rounding = AmountRounding(unit: .zero, rule: .down) }
        try check("rates rateMissing") { $0.rates = [] }
        try check("rates[0].rate rateZero") { $0.rates = [RateTier(id: symbol, conditions: [], rate: .zero)] }
        try check("rates[1] rateUnreachable") { $0.rates.append(RateTier(id: symbol, conditions: [], rate: .whole)) }
        try check("caps[0].amount capNotPositive") { $0.caps = [cap(.lifetime, 0)] }
        try check("caps[0].first_month fiscalMonthOutOfRange") { $0.caps = [cap(.fiscalYear(firstMonth: 13))] }
        try check("caps[0].days rollingDaysOutOfRange") { $0.caps = [cap(.rollingDays(0))] }
        try check("minimum minimumNegative") { $0.minimum = Money(fen: -1) }
        try check("lot.validity validityOutOfRange") { $0.validity = .months(0) }
        try check("lot.validity validityBeforeStart") { $0.validity = .through(Example.date("2024-12-31")) }
        try check("contract.days_most contractDaysOutOfRange") { $0.contractDaysMost = 0 }
        try check("reserve_for_hours reserveOutOfRange") { $0.reserveForHours = 0 }
        #expect(seen == Set(DefinitionFault.allCases.map(\.rawValue)))
        #expect(throws: Reason.programmeInvalid) {
            var definition = Example.programme()
            definition.rates = []
            try definition.validate()
        }
    }
}
