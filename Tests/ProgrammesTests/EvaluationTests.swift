import Domain
import Programmes
import Testing

struct EvaluationTests {
    /// What a fill of `base` fen gets on top of `totals`.
    func fill(
        _ definition: ProgrammeDefinition, base: Int64, totals: ContractTotals? = nil,
        contract: ContractFacts = Example.contract(), applicant: ApplicantFacts = Example.applicant(),
        limits: EvaluationLimits = .unlimited, at stamp: Stamp = Example.noon
    ) -> Evaluation {
        definition.evaluateFill(
            applicant: applicant, contract: contract,
            totals: totals ?? ContractTotals(programme: ProgrammeID(1), version: 1),
            base: Money(fen: base), limits: limits, at: stamp)
    }

    @Test func phasesStandInTheirOrder() {
        var definition = Example.programme()
        definition.eligibility = [EligibilityClause(id: Example.symbol("legal"), test: .legalPerson)]
        definition.caps = [
            Cap(id: Example.symbol("contract"), scope: .contract, amount: Money(fen: 900), countsAt: .fill)
        ]
        let limits = EvaluationLimits(
            periodCaps: [CapRemaining(cap: Example.symbol("year"), amount: Money(fen: 800))],
            crossProgramme: Money(fen: 700), pot: Money(fen: 600))
        let result = fill(definition, base: 10_000, limits: limits)
        #expect(result.amount == Money(fen: 600))
        #expect(result.trace.map(\.phase) == result.trace.map(\.phase).sorted())
        #expect(
            result.trace.filter { $0.phase > .eligibleBase }
                == [
                    TraceStep(phase: .rate, rule: Example.symbol("all"), input: 6_000, output: 6_000),
                    TraceStep(
                        phase: .contractCap, rule: Example.symbol("contract"), input: 6_000, output: 900,
                        reason: .capReached),
                    TraceStep(
                        phase: .periodCap, rule: Example.symbol("year"), input: 900, output: 800, reason: .capReached),
                    TraceStep(phase: .crossProgrammeCap, rule: nil, input: 800, output: 700, reason: .capReached),
                    TraceStep(phase: .pot, rule: nil, input: 700, output: 600, reason: .poolInsufficient),
                    TraceStep(phase: .rounding, rule: nil, input: 600, output: 600),
                ])
    }

    @Test(arguments: [
        (EligibilityTest.region([Example.symbol("beijing")]), Reason.regionNotCovered),
        (.size([.large]), .sizeNotCovered), (.sector([.retail]), .sectorNotCovered),
        (.foundedFrom(Example.date("2020-01-02")), .foundingDateNotCovered),
        (.foundedThrough(Example.date("2019-12-31")), .foundingDateNotCovered),
        (.attribute(Example.symbol("start-up")), .attributeMissing),
    ])
    func eachClauseRefuses(_ test: EligibilityTest, _ reason: Reason) {
        var definition = Example.programme()
        definition.eligibility = [EligibilityClause(id: Example.symbol("clause"), test: test)]
        let result = definition.evaluateIssue(
            applicant: Example.applicant(), plannedSpend: Money(fen: 100), limits: .unlimited, at: Example.noon)
        #expect(result.amount == .zero)
        #expect(result.refusal == reason)
        #expect(result.trace.last { $0.reason == reason }?.rule == Example.symbol("clause"))
        #expect(
            definition.nominalRate(applicant: Example.applicant(), contract: Example.contract(), at: Example.noon)
                == .zero)
    }

    @Test func clausesThatHoldAtTheirBound() {
        var definition = Example.programme()
        definition.eligibility = [
            .foundedFrom(Example.date("2020-01-01")), .foundedThrough(Example.date("2020-01-01")), .legalPerson,
            .attribute(Example.symbol("start-up")), .attributeAbsent(Example.symbol("dishonest")),
        ].enumerated().map { EligibilityClause(id: Example.symbol("c\($0)"), test: $1) }
        let firm = Example.applicant(Example.firm(attributes: ["start-up"]))
        #expect(definition.refusal(of: firm, at: Example.noon) == nil)
        let person = ApplicantFacts(party: PartyID(1), profile: firm.profile, legalPerson: false)
        #expect(definition.refusal(of: person, at: Example.noon) == .notEligible)
        let dishonest = Example.applicant(Example.firm(attributes: ["start-up", "dishonest"]))
        #expect(definition.refusal(of: dishonest, at: Example.noon) == .notEligible)
    }

    @Test func aProgrammeHoldsFromItsFirstDayThroughItsLast() {
        var definition = Example.programme()
        definition.effectiveFrom = Example.date("2025-06-02")
        definition.effectiveThrough = Example.date("2025-06-02")
        let clock = definition.clock
        let (first, end) = (
            clock.midnight(of: Example.date("2025-06-02")), clock.midnight(of: Example.date("2025-06-03"))
        )
        func reason(_ microseconds: Int64) -> Reason? {
            definition.refusal(of: Example.applicant(), at: Stamp(microseconds: microseconds))
        }
        #expect(reason(first.microseconds - 1) == .programmeNotLive)
        #expect(reason(first.microseconds) == nil)
        #expect(reason(end.microseconds - 1) == nil)
        #expect(reason(end.microseconds) == .programmeExpired)
    }

    @Test func contractsThatAreNotCovered() throws {
        var definition = Example.programme()
        definition.providers = [try CreditCode("91110199MAAQEGK149")]
        definition.baseUses = [.training]
        definition.contractFrom = Example.date("2025-06-02")
        definition.contractDaysMost = 1
        definition.oneClaimPerContract = true
        let listed = "91110199MAAQEGK149"
        let year = Window(unchecked: 0, 25)
        let early = Stamp(seconds: Example.noon.seconds - 86_400)
        #expect(definition.refusal(of: Example.contract(provider: listed)) == nil)
        let cases: [(ContractFacts, Reason)] = [
            (Example.contract(provider: listed, related: true), .related),
            (Example.contract(provider: "91310199MA4WTHCR54"), .providerNotListed),
            (Example.contract(), .providerNotListed),
            (Example.contract(kind: .storage, provider: listed), .kindNotCovered),
            (Example.contract(use: .inference, provider: listed), .useNotCovered),
            (Example.contract(provider: listed, signedAt: early), .contractTooEarly),
            (Example.contract(provider: listed, term: year), .contractTooLong),
            (Example.contract(provider: listed, claimed: true), .alreadyClaimed),
        ]
        for (contract, reason) in cases {
            #expect(definition.refusal(of: contract) == reason)
            // A refused fill adds no base and leaves what the contract has.
            var totals = ContractTotals(programme: ProgrammeID(1), version: 1)
            totals.record(base: Money(fen: 100), amount: Money(fen: 60), trace: [])
            #expect(fill(definition, base: 100, totals: totals, contract: contract).amount == Money(fen: 60))
        }
    }

    @Test func theFirstTierOrTheHighest() throws {
        var definition = Example.programme()
        func tier(_ id: String, _ conditions: [RateCondition], _ rate: Int64) throws -> RateTier {
            RateTier(id: Example.symbol(id), conditions: conditions, rate: try BasisPoints(rate))
        }
        definition.rates = [
            try tier("inference", [.use([.inference])], 1_000),
            try tier("domestic", [.chipOrigin(.domestic)], 3_000),
            try tier("start-up", [.attribute(Example.symbol("start-up"))], 6_000),
            try tier("rest", [], 2_000),
        ]
        let (plain, young) = (Example.applicant(), Example.applicant(Example.firm(attributes: ["start-up"])))
        func rate(_ applicant: ApplicantFacts, _ contract: ContractFacts) -> Int64 {
            definition.nominalRate(applicant: applicant, contract: contract, at: Example.noon).value
        }
        #expect(rate(plain, Example.contract(use: .inference)) == 1_000)
        #expect(rate(plain, Example.contract()) == 3_000)
        #expect(rate(plain, Example.contract(origin: .foreign)) == 2_000)
        #expect(rate(young, Example.contract()) == 3_000)
        #expect(definition.highestRateTier(applicant: plain)?.rate.value == 3_000)
        #expect(definition.highestRateTier(applicant: young)?.rate.value == 6_000)
        definition.higherOf = true
        #expect(rate(young, Example.contract(use: .inference)) == 6_000)
        definition.baseIncludesVAT = false
        #expect(rate(young, Example.contract()) == 5_660)
        definition.mode = .reimburse
        #expect(rate(young, Example.contract()) == 0)
    }

    /// Rounding never lifts an amount over a cap or pot; it then goes down.
    @Test(arguments: Rounding.allCases)
    func roundingStaysUnderLimits(_ rule: Rounding) {
        var definition = Example.programme()
        definition.rounding = AmountRounding(unit: Money(fen: 100), rule: rule)
        for base in Int64(0)...400 {
            for pot in stride(from: Int64(0), through: 300, by: 7) {
                let amount = fill(definition, base: base, limits: EvaluationLimits(pot: Money(fen: pot))).amount
                #expect(amount.fen <= pot && amount.fen <= base && amount.fen % 100 == 0)
            }
            let free = fill(definition, base: base).amount.fen
            let exact = rule.quotient(Int128(base) * 6_000, 1_000_000) * 100
            #expect(Int128(free) == (exact > base ? exact - 100 : exact))
        }
    }

    @Test func belowTheMinimumIsNothing() {
        var definition = Example.programme(30)
        definition.minimum = Money(fen: 500_000)
        let below = fill(definition, base: 1_500_000)
        #expect(below.amount == .zero)
        #expect(below.refusal == .belowMinimum)
        // The running total passes it; the fill then gets what the earlier one did not, within its own base.
        var totals = ContractTotals(programme: ProgrammeID(1), version: 1)
        totals.record(base: Money(fen: 1_500_000), amount: .zero, trace: below.trace)
        #expect(fill(definition, base: 400_000, totals: totals).amount == .zero)
        #expect(fill(definition, base: 500_000, totals: totals).amount == Money(fen: 500_000))
        #expect(fill(definition, base: 600_000, totals: totals).amount == Money(fen: 600_000))
        #expect(fill(definition, base: 700_000, totals: totals).amount == Money(fen: 660_000))
    }

    @Test func aWaivedCapDoesNotBind() {
        var definition = Example.programme()
        definition.caps = [
            Cap(
                id: Example.symbol("contract"), scope: .contract, amount: Money(fen: 100), countsAt: .fill,
                waivedFor: [Example.symbol("multimodal")])
        ]
        #expect(fill(definition, base: 1_000).amount == Money(fen: 100))
        let waived = Example.applicant(Example.firm(attributes: ["multimodal"]))
        #expect(fill(definition, base: 1_000, applicant: waived).amount == Money(fen: 600))
    }

    @Test func dayCounts() {
        var definition = Example.programme(30, mode: .postUse)
        for (count, expected) in [(DayCount.endExclusive, 30), (.inclusive, 31)] as [(DayCount, Int64)] {
            definition.basePeriod = BasePeriod(
                from: Example.date("2025-03-01"), through: Example.date("2025-03-31"), dayCount: count)
            #expect(count.days(from: Example.date("2025-03-01"), through: Example.date("2025-03-31")) == expected)
            func base(_ from: String, _ through: String) -> Int64 {
                definition.evaluatePostUse(
                    applicant: Example.applicant(), from: Example.date(from), through: Example.date(through),
                    settled: Money(fen: 1_000_000), at: Example.noon
                ).trace.last { $0.phase == .proRating }!.output
            }
            #expect(base("2025-03-01", "2025-03-31") == 1_000_000)
            #expect(base("2025-04-01", "2025-04-30") == 0)
            #expect(base("2025-03-05", "2025-03-05") == 1_000_000)
            #expect(base("2025-05-05", "2025-05-05") == 0)
            #expect(base("2025-03-05", "2025-03-04") == 0)
        }
    }

    @Test func theBaseIsTheLeastOfThreePrices() throws {
        let window = Window(unchecked: 485_000, 485_010)
        func base(
            ask: Int64, price: Int64? = nil, lowest: Int64? = nil, reference: Int64? = nil, includesVAT: Bool = true,
            until: Hour? = nil
        ) throws -> Int64 {
            var definition = Example.programme()
            definition.baseIncludesVAT = includesVAT
            definition.referenceTolerance = try BasisPoints(2_000)
            let paid = price ?? ask
            let terms = FillTerms(
                window: window, ask: .flat(try UnitPrice(ask)), priceSum: paid * 10,
                lowestOpenSum: lowest.map { $0 * 10 },
                reference: try reference.map { try UnitPrice($0) }, vat: .cloudService, capacity: Money(fen: paid))
            return EligibleBase.of(terms, definition: definition, endingBy: until).fen
        }
        #expect(try base(ask: 10_600) == 10_600)
        #expect(try base(ask: 10_600, price: 12_000) == 10_600)
        #expect(try base(ask: 10_600, lowest: 9_000) == 9_000)
        #expect(try base(ask: 10_600, lowest: 11_000) == 10_600)
        #expect(try base(ask: 10_600, reference: 8_000) == 9_600)
        #expect(try base(ask: 10_600, reference: 9_000) == 10_600)
        #expect(try base(ask: 10_600, includesVAT: false) == 10_000)
        #expect(try base(ask: 10_600, until: 485_005) == 5_300)
        #expect(try base(ask: 10_600, until: 485_000) == 0)
        #expect(try base(ask: 10_600, until: 485_020) == 10_600)
    }

    @Test func anHourlyPriceWeighsTheHours() throws {
        let start = Hour(485_000)
        let first = ZoneClock.shanghai.hourOfWeek(start)
        var prices = (0..<168).map { _ in UnitPrice(unchecked: 1_000) }
        prices[first] = UnitPrice(unchecked: 9_000)
        let terms = FillTerms(
            window: Window(unchecked: start, start + 2), ask: .hourOfWeek(prices), priceSum: 10_000, lowestOpenSum: nil,
            reference: nil, vat: .cloudService, capacity: Money(fen: 500))
        #expect(EligibleBase.of(terms, definition: Example.programme(), endingBy: start + 1) == Money(fen: 450))
    }
}
