import Domain
import Foundation
import ProgrammeFiles
import Programmes
import Testing

struct ProgrammeFileTests {
    @Test func everyShippedFileIsRead() throws {
        let found = try FileManager.default.contentsOfDirectory(atPath: Shipped.folder.path)
        #expect(found.filter { $0.hasSuffix(".yaml") }.sorted() == Shipped.names.map { "\($0).yaml" })
        for name in Shipped.names {
            let file = try Shipped.file(name)
            try file.definition.validate()
            #expect(file.definition.code.text.hasPrefix(name))
        }
    }

    /// A file that uses every key.
    static let full = """
        programme: full-1
        title: {zh: 全, en: Full}
        sources: [{text: made up, tag: M}]
        mode: post_use
        time_zone: [{from_second: 0, offset_seconds: 3600}, {from_second: 1000, offset_seconds: -7200}]
        effective: {from: 2025-01-01, through: 2026-12-31}
        funders:
          - {name: P, level: province, share: 33.34%}
          - {name: C, level: city, share: 66.66%}
        pot: {amount: 0.5, tag: W}
        eligibility:
          - {id: a, region: [x, y], tag: S}
          - {id: b, size: [micro, small]}
          - {id: c, sector: [property_management]}
          - {id: d, legal_person: true}
          - {id: e, founded_from: 2020-02-29}
          - {id: f, founded_through: 2024-01-01}
          - {id: g, attribute: start-up}
          - {id: h, attribute_absent: dishonest}
        providers: [91310199MA4WTHCR54, 91110199MAAQEGK149]
        base:
          kinds: [accelerator, cpu, storage, network]
          uses: [training, model_service]
          vat: excluded
          reference_tolerance: 12.5%
          period: {from: 2025-03-01, through: 2025-12-31, day_count: inclusive}
          rounding: {unit: 1, rule: half_even}
          reference_prices: [{instance_type: a100.8, price: 96}, {chip: a100, price: 12.000001, tag: N}]
        rates:
          - {id: top, rate: 60.01%, when: {attribute: start-up, chip_origin: domestic, size: [large], use: [inference], service: [model_endpoint]}}
          - {id: rest, rate: 5%, tag: I}
        rate_rule: highest
        caps:
          - {id: k, scope: contract, amount: 1}
          - {id: f, scope: fiscal_year, first_month: 4, amount: 2.5, counts_at: issue}
          - {id: r, scope: rolling_days, days: 90, amount: 3, counts_at: delivery, waived_for: [z]}
          - {id: l, scope: lifetime, amount: 4, counts_at: claim}
        minimum: 5000
        rounding: {unit: 0.1, rule: up}
        lot: {validity: {through: 2026-06-30}, use_by: fill, breakage_to: lapsed}
        contract: {signed_from: 2025-01-02, days_most: 100, one_claim: true}
        reserve_for_hours: 12
        """

    @Test func everyFieldIsCarriedOver() throws {
        let file = try ProgrammeFile(yaml: Self.full, name: "full.yaml")
        func symbol(_ text: String) -> Symbol { try! Symbol(text) }
        func date(_ text: String) -> CivilDate { try! CivilDate(text) }
        let clock = try ZoneClock(transitions: [
            .init(from: .epoch, offsetSeconds: 3_600), .init(from: Stamp(seconds: 1_000), offsetSeconds: -7_200),
        ])
        let tests: [EligibilityTest] = [
            .region([symbol("x"), symbol("y")]), .size([.micro, .small]), .sector([.propertyManagement]), .legalPerson,
            .foundedFrom(date("2020-02-29")), .foundedThrough(date("2024-01-01")), .attribute(symbol("start-up")),
            .attributeAbsent(symbol("dishonest")),
        ]
        let conditions: [RateCondition] = [
            .attribute(symbol("start-up")), .chipOrigin(.domestic), .size([.large]), .use([.inference]),
            .service([.modelEndpoint]),
        ]
        let expected = ProgrammeDefinition(
            code: symbol("full-1"), title: try Label("全"), titleEnglish: try Label("Full"),
            sources: [ProgrammeSource(text: try Label("made up"), confidence: symbol("m"))], mode: .postUse,
            clock: clock,
            effectiveFrom: date("2025-01-01"), effectiveThrough: date("2026-12-31"),
            funders: [
                Funder(name: try Label("P"), level: .province, share: try BasisPoints(3_334)),
                Funder(name: try Label("C"), level: .city, share: try BasisPoints(6_666)),
            ],
            eligibility: zip("abcdefgh", tests).map { EligibilityClause(id: symbol(String($0)), test: $1) },
            providers: [try CreditCode("91110199MAAQEGK149"), try CreditCode("91310199MA4WTHCR54")],
            baseKinds: [.accelerator, .cpu, .storage, .network], baseUses: [.training, .modelService],
            baseIncludesVAT: false, referenceTolerance: try BasisPoints(1_250),
            referencePrices: [
                TablePrice(unit: .instanceType(symbol("a100.8")), price: try UnitPrice(96_000_000)),
                TablePrice(unit: .chip(symbol("a100")), price: try UnitPrice(12_000_001)),
            ],
            basePeriod: BasePeriod(from: date("2025-03-01"), through: date("2025-12-31"), dayCount: .inclusive),
            baseRounding: AmountRounding(unit: Money(fen: 100), rule: .halfEven),
            rates: [
                RateTier(id: symbol("top"), conditions: conditions, rate: try BasisPoints(6_001)),
                RateTier(id: symbol("rest"), conditions: [], rate: try BasisPoints(500)),
            ],
            higherOf: true,
            caps: [
                Cap(id: symbol("k"), scope: .contract, amount: Money(fen: 100), countsAt: .fill),
                Cap(id: symbol("f"), scope: .fiscalYear(firstMonth: 4), amount: Money(fen: 250), countsAt: .issue),
                Cap(
                    id: symbol("r"), scope: .rollingDays(90), amount: Money(fen: 300), countsAt: .delivery,
                    waivedFor: [symbol("z")]),
                Cap(id: symbol("l"), scope: .lifetime, amount: Money(fen: 400), countsAt: .claim),
            ],
            minimum: Money(fen: 500_000), rounding: AmountRounding(unit: Money(fen: 10), rule: .up),
            validity: .through(date("2026-06-30")), useBy: .fill, breakageTo: .lapsed,
            contractFrom: date("2025-01-02"), contractDaysMost: 100, oneClaimPerContract: true, reserveForHours: 12)
        #expect(file.definition == expected)
        #expect(file.pot == Money(fen: 50))
    }
}
