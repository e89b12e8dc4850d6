import Domain
import Programmes
import Yams

extension Reading {
    static let fileKeys = [
        "programme", "title", "sources", "mode", "time_zone", "effective", "funders", "pot", "eligibility", "providers",
        "base", "rates", "rate_rule", "caps", "minimum", "rounding", "lot", "contract", "reserve_for_hours",
    ]

    /// The file's programme; nil where a field is missing or malformed, each reported.
    func programme(_ root: Node) -> ProgrammeFile? {
        guard let file = Section(self, root, path: "", keys: Reading.fileKeys) else { return nil }
        // Every part is read before any is missed, so that all problems are reported at once.
        let code = file.value("programme", .symbol)
        let title = file.section("title", keys: ["zh", "en"])
        let titles = (title?.value("zh", .label), title?.value("en", .label))
        let sources = file.sections("sources", keys: ["text", "tag"], read: source)
        let mode = file.value("mode", Form<ProgrammeMode>.word)
        let clock = clock(file)
        let effective = file.section("effective", keys: ["from", "through"])
        let days = (effective?.value("from", .date), effective?.value("through", .date, required: false))
        let funders = file.sections("funders", keys: ["name", "level", "share"], read: funder)
        let clauses = file.sections("eligibility", keys: Reading.clauseKeys, required: false, read: clause)
        let providers = file.list("providers", .creditCode, required: false)
        let base = base(file)
        let rates = file.sections("rates", keys: ["id", "rate", "when", "tag"], read: tier)
        let rule = file.value("rate_rule", Form<RateRule>.word, standard: .first)
        let caps = file.sections("caps", keys: Reading.capKeys, required: false, read: cap)
        let minimum = file.value("minimum", .yuan, standard: .zero)
        let rounding = rounding(file, "rounding")
        let lot = lot(file, mode: mode)
        let contract = contract(file)
        let reserve = file.value("reserve_for_hours", .integer, standard: 24)
        let pot = pot(file)
        guard problems.isEmpty, let code, let zh = titles.0, let en = titles.1, let sources, let mode, let clock,
            let from = days.0, let funders, let clauses, let base, let rates, let rule, let caps, let minimum,
            let rounding, let lot, let reserve
        else { return nil }
        return ProgrammeFile(
            definition: ProgrammeDefinition(
                code: code, title: zh, titleEnglish: en, sources: sources, mode: mode, clock: clock,
                effectiveFrom: from, effectiveThrough: days.1, funders: funders, eligibility: clauses,
                providers: providers, baseKinds: base.kinds, baseUses: base.uses, baseIncludesVAT: base.includesVAT,
                referenceTolerance: base.tolerance, referencePrices: base.prices, basePeriod: base.period,
                baseRounding: base.rounding, rates: rates, higherOf: rule == .highest, caps: caps, minimum: minimum,
                rounding: rounding, validity: lot.validity,
                useBy: lot.useBy, breakageTo: lot.breakageTo, contractFrom: contract?.from,
                contractDaysMost: contract?.daysMost, oneClaimPerContract: contract?.oneClaim ?? false,
                reserveForHours: reserve),
            pot: pot)
    }

    /// Which of several tiers that hold applies.
    private enum RateRule: CaseIterable {
        case first
        case highest
    }

    private func source(_ section: Section) -> ProgrammeSource? {
        guard let text = section.value("text", .label), let tag = section.value("tag", Form<Tag>.tag) else {
            return nil
        }
        return try? ProgrammeSource(text: text, confidence: Symbol(tag.rawValue.lowercased()))
    }

    private func funder(_ section: Section) -> Funder? {
        let (name, level) = (section.value("name", .label), section.value("level", Form<FunderLevel>.word))
        guard let share = section.value("share", .percent), let name, let level else { return nil }
        return Funder(name: name, level: level, share: share)
    }

    private func pot(_ file: Section) -> Money? {
        guard let pot = file.section("pot", keys: ["amount", "tag"], required: false) else { return nil }
        _ = pot.value("tag", Form<Tag>.tag, required: false)
        return pot.value("amount", .yuan)
    }
}

/// How well a number is evidenced: official text, news, weak source, inferred, unverified.
enum Tag: String, CaseIterable {
    case official = "S"
    case news = "N"
    case weak = "W"
    case inferred = "I"
    case unverified = "M"
}

extension Form<Tag> {
    static var tag: Form { Form(expected: "a confidence tag: S, N, W, I or M") { Tag(rawValue: $0) } }
}
