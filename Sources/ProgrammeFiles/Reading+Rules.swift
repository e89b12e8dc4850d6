import Domain
import Yams

extension Reading {
    static let testKeys = [
        "region", "size", "sector", "legal_person", "founded_from", "founded_through", "attribute", "attribute_absent",
    ]
    static let clauseKeys = ["id"] + testKeys + ["tag"]
    static let capKeys = ["id", "scope", "first_month", "days", "amount", "counts_at", "waived_for", "tag"]

    /// `{id: registered, region: [beijing], tag: S}`
    func clause(_ section: Section) -> EligibilityClause? {
        let id = section.value("id", .symbol)
        _ = section.value("tag", Form<Tag>.tag, required: false)
        guard let key = one(of: Reading.testKeys, in: section), let test = test(section, key), let id else {
            return nil
        }
        return EligibilityClause(id: id, test: test)
    }

    private func test(_ section: Section, _ key: String) -> EligibilityTest? {
        switch key {
        case "region": return section.list(key, .symbol).map { .region($0) }
        case "size": return section.list(key, Form<FirmSize>.word).map { .size($0) }
        case "sector": return section.list(key, Form<Sector>.word).map { .sector($0) }
        case "founded_from": return section.value(key, .date).map { .foundedFrom($0) }
        case "founded_through": return section.value(key, .date).map { .foundedThrough($0) }
        case "attribute": return section.value(key, .symbol).map { .attribute($0) }
        case "attribute_absent": return section.value(key, .symbol).map { .attributeAbsent($0) }
        default:
            let onlyTrue = Form<Bool>(expected: "true, or leave the clause out") { $0 == "true" ? true : nil }
            return section.value(key, onlyTrue).map { _ in .legalPerson }
        }
    }

    /// `{id: start-up, rate: 60%, when: {attribute: start-up}, tag: S}`
    func tier(_ section: Section) -> RateTier? {
        let (id, rate) = (section.value("id", .symbol), section.value("rate", .percent))
        _ = section.value("tag", Form<Tag>.tag, required: false)
        guard let conditions = conditions(section), let id, let rate else { return nil }
        return RateTier(id: id, conditions: conditions, rate: rate)
    }

    private func conditions(_ tier: Section) -> [RateCondition]? {
        guard tier.node("when") != nil else { return [] }
        let keys = ["chip_origin", "size", "attribute", "use", "service"]
        guard let when = tier.section("when", keys: keys) else { return nil }
        return when.keys.map { condition(when, $0) }.allPresent()
    }

    private func condition(_ when: Section, _ key: String) -> RateCondition? {
        switch key {
        case "chip_origin": return when.value(key, Form<ChipOrigin>.word).map { .chipOrigin($0) }
        case "size": return when.list(key, Form<FirmSize>.word).map { .size($0) }
        case "attribute": return when.value(key, .symbol).map { .attribute($0) }
        case "use": return when.list(key, Form<DemandUse>.word).map { .use($0) }
        case "service": return when.list(key, Form<ServiceKind>.word).map { .service($0) }
        default: return nil
        }
    }

    /// `{id: year, scope: calendar_year, amount: 2000000, counts_at: claim, waived_for: [multimodal], tag: N}`
    func cap(_ section: Section) -> Cap? {
        let (id, amount) = (section.value("id", .symbol), section.value("amount", .yuan))
        let countsAt = section.value("counts_at", Form<CountedEvent>.word, standard: .fill)
        let waivedFor = section.list("waived_for", .symbol, required: false) ?? []
        _ = section.value("tag", Form<Tag>.tag, required: false)
        guard let scope = scope(section), let id, let amount, let countsAt else { return nil }
        return Cap(id: id, scope: scope, amount: amount, countsAt: countsAt, waivedFor: waivedFor)
    }

    private enum ScopeName: CaseIterable {
        case contract
        case calendarYear
        case fiscalYear
        case rollingDays
        case lifetime
    }

    private func scope(_ section: Section) -> CapScope? {
        guard let name = section.value("scope", Form<ScopeName>.word) else { return nil }
        refuse(section, "first_month", unless: name == .fiscalYear, "fiscal_year")
        refuse(section, "days", unless: name == .rollingDays, "rolling_days")
        switch name {
        case .contract: return .contract
        case .calendarYear: return .calendarYear
        case .fiscalYear: return section.value("first_month", .integer).map { .fiscalYear(firstMonth: $0) }
        case .rollingDays: return section.value("days", .integer).map { .rollingDays($0) }
        case .lifetime: return .lifetime
        }
    }

    private func refuse(_ section: Section, _ key: String, unless fits: Bool, _ scope: String) {
        guard !fits, let node = section.node(key) else { return }
        report(node.mark, "\"\(section.path(of: key))\" is for scope \(scope) only", "remove it or change the scope")
    }
}
