import ProgrammeFiles
import Testing

/// One change to a good file, and the line and column, the thing and the remedy that the message names.
struct ProgrammeFileErrorTests {
    func problems(replacing old: String, with new: String) throws -> [String] {
        let text = ProgrammeFileTests.full
        try #require(text.contains(old))
        do {
            _ = try ProgrammeFile(yaml: text.replacing(old, with: new), name: "p.yaml")
            return []
        } catch { return error.problems.map(\.description) }
    }

    @Test(arguments: [
        (
            "programme: full-1", "programme: Full 1",
            "p.yaml:1:12: \"programme\" cannot be \"Full 1\"; write a short code"
        ),
        ("programme: full-1\n", "", "p.yaml:1:1: key \"programme\" is missing in the file; add it"),
        ("mode: post_use", "mod: post_use", "p.yaml:4:1: unknown key \"mod\"; use one of programme, title"),
        (
            "mode: post_use", "mode: pay",
            "p.yaml:4:7: \"mode\" cannot be \"pay\"; write one of deduct, reimburse, post_use"
        ),
        ("mode: post_use", "mode: [deduct]", "p.yaml:4:7: \"mode\" is not a single value; write one of deduct"),
        ("mode: post_use", "mode: post_use\nmode: deduct", "p.yaml:4:1: key \"mode\" stands more than once"),
        ("title: {zh: 全, en: Full}", "title: Full", "p.yaml:2:8: \"title\" is not a mapping; write keys from zh, en"),
        ("tag: M}]", "tag: m}]", "p.yaml:3:32: \"sources[0].tag\" cannot be \"m\"; write a confidence tag"),
        (
            "2026-12-31}\nfunders", "2026-02-30}\nfunders",
            "p.yaml:6:40: \"effective.through\" cannot be \"2026-02-30\"; write a date"
        ),
        ("66.66%", "66.65%", "p.yaml:8:3: the funders' shares do not sum to 100%; correct them"),
        ("66.66%", "0.6666", "p.yaml:9:35: \"funders[1].share\" cannot be \"0.6666\"; write a rate from 0% to 100%"),
        ("66.66%", "166.66%", "p.yaml:9:35: \"funders[1].share\" cannot be \"166.66%\""),
        ("id: d, legal_person: true", "id: d", "p.yaml:15:5: \"eligibility[3]\" needs one of region, size"),
        (
            "id: d, legal_person: true", "id: d, legal_person: false",
            "p.yaml:15:27: \"eligibility[3].legal_person\" cannot be"
        ),
        (
            "id: d, legal_person: true", "id: d, legal_person: true, region: [x]",
            "and has legal_person, region; leave exactly one"
        ),
        (
            "91310199MA4WTHCR54,", "91310199MA4WTHCR55,",
            "p.yaml:20:13: \"providers[0]\" cannot be \"91310199MA4WTHCR55\""
        ),
        ("vat: excluded", "vat: yes", "p.yaml:24:8: \"base.vat\" cannot be \"yes\"; write one of included, excluded"),
        ("rounding: {unit: 1,", "rounding: {unit: 0,", "p.yaml:27:20: the rounding unit is zero; write 0.01"),
        (
            "amount: 2.5", "amount: 2.505",
            "p.yaml:35:57: \"caps[1].amount\" cannot be \"2.505\"; write an amount in yuan"
        ),
        (
            "price: 96}", "price: 96.0000001}",
            "p.yaml:28:53: \"base.reference_prices[0].price\" cannot be \"96.0000001\"; write a price in yuan per hour"
        ),
        ("price: 96}", "price: 0}", "cannot be \"0\"; write a price in yuan per hour above 0"),
        (
            "{chip: a100,", "{chip: a100, instance_type: x,",
            "needs one of instance_type, chip and has chip, instance_type"
        ),
        ("{chip: a100,", "{instance_type: a100.8,", "p.yaml:28:58: the table has a price for it already; keep one"),
        ("amount: 2.5", "amount: -2", "\"caps[1].amount\" cannot be \"-2\""),
        ("scope: contract,", "scope: contract, days: 3,", "\"caps[0].days\" is for scope rolling_days only; remove it"),
        ("first_month: 4, ", "", "p.yaml:35:5: key \"first_month\" is missing in \"caps[1]\"; add it"),
        ("first_month: 4", "first_month: 14", "p.yaml:35:46: there is no such month; write 1 to 12"),
        ("id: f, scope", "id: k, scope", "p.yaml:35:10: this id stands twice in its list"),
        ("mode: post_use", "mode: deduct", "p.yaml:26:11: only a post_use programme has a base period"),
        (
            "{through: 2026-06-30}", "{through: 2026-06-30, days: 1}",
            "needs one of days, months, through and has through, days"
        ),
        ("offset_seconds: -7200", "offset_seconds: 90000", "p.yaml:5:12: \"time_zone\" is out of order or range"),
        ("rates:\n", "rates: {}\nrater:\n", "\"rates\" is not a list; write one item a line"),
        ("lot: {validity", "lot: {{validity", "p.yaml:41:"),
        (
            "title: {zh", "title: \u{1}{zh",
            "this is not YAML: control characters are not allowed; save the file as UTF-8"
        ),
    ])
    func message(_ old: String, _ new: String, _ expected: String) throws {
        let found = try problems(replacing: old, with: new)
        #expect(found.contains { $0.contains(expected) }, "\(found)")
    }

    @Test func allProblemsAreReportedAtOnce() throws {
        let text = ProgrammeFileTests.full.replacing("mode: post_use", with: "mode: x").replacing(
            "tag: W", with: "tag: X")
        #expect(throws: ProgrammeFileError.self) { try ProgrammeFile(yaml: text, name: "p.yaml") }
        do { _ = try ProgrammeFile(yaml: text, name: "p.yaml") } catch {
            #expect(error.problems.map(\.line) == [4, 10])
            #expect(error.description.split(separator: "\n").count == 2)
        }
    }

    @Test(arguments: ["", "# nothing", "[]", "just text", "a: [", "programme: &x full\ntitle: *y"])
    func whatIsNoProgramme(_ text: String) {
        #expect(throws: ProgrammeFileError.self) { try ProgrammeFile(yaml: text, name: "p.yaml") }
    }

    @Test func aHugeFileIsRefused() {
        let text = String(repeating: "# a comment\n", count: 30_000)
        #expect(throws: ProgrammeFileError.self) { try ProgrammeFile(yaml: text, name: "p.yaml") }
    }
}
