import Domain
import Yams

/// The `base` section.
struct BaseFields {
    let kinds: [ResourceKind]
    let uses: [DemandUse]
    let includesVAT: Bool
    let tolerance: BasisPoints
    let prices: [TablePrice]
    let period: BasePeriod?
    let rounding: AmountRounding
}

/// The `lot` section.
struct LotFields {
    let validity: LotValidity
    let useBy: UseBy
    let breakageTo: BreakageTo
}

/// The `contract` section.
struct ContractFields {
    let from: CivilDate?
    let daysMost: Int64?
    let oneClaim: Bool
}

extension Reading {
    private enum VAT: CaseIterable {
        case included
        case excluded
    }

    func base(_ file: Section) -> BaseFields? {
        let keys = ["kinds", "uses", "vat", "reference_tolerance", "reference_prices", "period", "rounding"]
        guard let base = file.section("base", keys: keys) else { return nil }
        let kinds = base.list("kinds", Form<ResourceKind>.word)
        let uses = base.list("uses", Form<DemandUse>.word, required: false)
        let vat = base.value("vat", Form<VAT>.word)
        let tolerance = base.value("reference_tolerance", .percent)
        let prices = base.sections(
            "reference_prices", keys: ["instance_type", "chip", "price", "tag"], required: false, read: tablePrice)
        let (period, rounding) = (period(base), rounding(base, "rounding"))
        guard let kinds, let vat, let tolerance, let prices, let rounding else { return nil }
        return BaseFields(
            kinds: kinds, uses: uses ?? [], includesVAT: vat == .included, tolerance: tolerance, prices: prices,
            period: period, rounding: rounding)
    }

    /// `{instance_type: a100.8, price: 96}` or `{chip: a100, price: 12}`.
    private func tablePrice(_ section: Section) -> TablePrice? {
        _ = section.value("tag", Form<Tag>.tag, required: false)
        let key = one(of: ["instance_type", "chip"], in: section)
        let price = section.value("price", .price)
        guard let key, let code = section.value(key, .symbol), let price else { return nil }
        return TablePrice(unit: key == "chip" ? .chip(code) : .instanceType(code), price: price)
    }

    private func period(_ base: Section) -> BasePeriod? {
        guard let period = base.section("period", keys: ["from", "through", "day_count"], required: false) else {
            return nil
        }
        let (from, through) = (period.value("from", .date), period.value("through", .date))
        guard let count = period.value("day_count", Form<DayCount>.word), let from, let through else { return nil }
        return BasePeriod(from: from, through: through, dayCount: count)
    }

    /// `{unit: 1, rule: down}`; to the fen, down, where it is absent.
    func rounding(_ parent: Section, _ key: String) -> AmountRounding? {
        guard parent.node(key) != nil else { return .toFen }
        guard let section = parent.section(key, keys: ["unit", "rule"]) else { return nil }
        let unit = section.value("unit", .yuan)
        guard let rule = section.value("rule", Form<Rounding>.word), let unit else { return nil }
        return AmountRounding(unit: unit, rule: rule)
    }

    func lot(_ file: Section, mode: ProgrammeMode?) -> LotFields? {
        // A post-use programme issues no lots, and needs no terms for them.
        if file.node("lot") == nil, mode == .postUse {
            return LotFields(validity: .days(1), useBy: .delivery, breakageTo: .available)
        }
        guard let lot = file.section("lot", keys: ["validity", "use_by", "breakage_to"]) else { return nil }
        let useBy = lot.value("use_by", Form<UseBy>.word, standard: .delivery)
        let breakageTo = lot.value("breakage_to", Form<BreakageTo>.word, standard: .available)
        guard let validity = validity(lot), let useBy, let breakageTo else { return nil }
        return LotFields(validity: validity, useBy: useBy, breakageTo: breakageTo)
    }

    private func validity(_ lot: Section) -> LotValidity? {
        let keys = ["days", "months", "through"]
        guard let section = lot.section("validity", keys: keys), let key = one(of: keys, in: section) else {
            return nil
        }
        switch key {
        case "days": return section.value(key, .integer).map { .days($0) }
        case "months": return section.value(key, .integer).map { .months($0) }
        default: return section.value(key, .date).map { .through($0) }
        }
    }

    func contract(_ file: Section) -> ContractFields? {
        let keys = ["signed_from", "days_most", "one_claim"]
        guard let contract = file.section("contract", keys: keys, required: false) else { return nil }
        return ContractFields(
            from: contract.value("signed_from", .date, required: false),
            daysMost: contract.value("days_most", .integer, required: false),
            oneClaim: contract.value("one_claim", .truth, standard: false) ?? false)
    }

    /// `Asia/Shanghai`, `UTC`, or a list of transitions.
    func clock(_ file: Section) -> ZoneClock? {
        guard let node = file.node("time_zone") else { return .shanghai }
        if case .sequence = node {
            let transitions = file.sections("time_zone", keys: ["from_second", "offset_seconds"], read: transition)
            guard let transitions else { return nil }
            if let clock = try? ZoneClock(transitions: transitions) { return clock }
            report(node.mark, "\"time_zone\" is out of order or range", "order it by from_second, offsets within 64800")
            return nil
        }
        let zones = ["Asia/Shanghai": ZoneClock.shanghai, "UTC": .utc]
        return file.value("time_zone", Form(expected: "Asia/Shanghai, UTC, or a list of transitions") { zones[$0] })
    }

    private func transition(_ section: Section) -> ZoneClock.Transition? {
        let from = section.value("from_second", .integer)
        let signed = Form<Int64>(expected: "seconds east of UTC, as 28800 or -18000") { text in
            text.hasPrefix("-") ? Decimal.integer(String(text.dropFirst())).map { -$0 } : Decimal.integer(text)
        }
        guard let offset = section.value("offset_seconds", signed), let from else { return nil }
        return ZoneClock.Transition(from: Stamp(seconds: from), offsetSeconds: offset)
    }

    /// The one key of `keys` that a section has; nil, and reported, where it has none or several.
    func one(of keys: [String], in section: Section) -> String? {
        let present = section.keys.filter(keys.contains)
        if present.count == 1 { return present[0] }
        let found = present.isEmpty ? "none" : present.joined(separator: ", ")
        report(
            section.mark, "\"\(section.path)\" needs one of \(keys.joined(separator: ", ")) and has \(found)",
            "leave exactly one")
        return nil
    }
}
