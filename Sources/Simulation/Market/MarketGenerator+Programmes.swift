import Domain
import Records

// Programmes of every mode, their approval and pools, and the applications of buyers.
extension MarketGenerator {
    /// A new programme, or a new version of one.
    mutating func proposeProgramme() throws -> GeneratedCommand? {
        let manager = random.pick(SimulatedActors.managers)
        guard random.chance(50), !view.definitions.isEmpty else {
            let code = try newCode("programme")
            let fresh = try definition(code: code, mode: random.pick(ProgrammeMode.allCases), funders: nil)
            return GeneratedCommand(actor: manager, command: .proposeProgramme(fresh))
        }
        let known = random.pick(view.definitions)
        let changed = try definition(code: known.code, mode: known.mode, funders: known.funders.count)
        return GeneratedCommand(actor: manager, command: .proposeProgramme(changed))
    }

    /// A sound definition; `funders` nil draws their number.
    mutating func definition(code: Symbol, mode: ProgrammeMode, funders: Int?) throws -> ProgrammeDefinition {
        var definition = ProgrammeDefinition(
            code: code, title: try Label("算力券 \(code)"), titleEnglish: try Label("Vouchers \(code)"),
            sources: [ProgrammeSource(text: try Label("generated"), confidence: try Symbol("m"))], mode: mode,
            effectiveFrom: try CivilDate("2025-01-01"), effectiveThrough: nil,
            funders: try self.funders(funders ?? Int(random.number(1...3))), eligibility: try eligibility(),
            providers: nil, baseKinds: random.chance(70) ? [.accelerator, .cpu] : [.accelerator],
            baseIncludesVAT: random.chance(60), referenceTolerance: .zero, rates: try rates(), caps: try caps(),
            validity: .days(random.number(3...40)))
        definition.minimum = Money(fen: random.chance(20) ? random.number(1...5_000) : 0)
        definition.useBy = random.pick(UseBy.allCases)
        definition.breakageTo = random.pick(BreakageTo.allCases)
        if mode == .postUse {
            definition.basePeriod = BasePeriod(
                from: try CivilDate("2026-01-01"), through: try CivilDate("2026-03-31"), dayCount: .inclusive)
        }
        return definition
    }

    private mutating func funders(_ count: Int) throws -> [Funder] {
        let shares: [[Int64]] = [[10_000], [6_000, 4_000], [3_333, 3_333, 3_334]]
        let levels: [FunderLevel] = [.province, .city, .district]
        return try shares[count - 1].enumerated().map { position, share in
            Funder(name: try Label("funder \(position)"), level: levels[position], share: try BasisPoints(share))
        }
    }

    private mutating func eligibility() throws -> [EligibilityClause] {
        switch random.below(5) {
        case 0: [EligibilityClause(id: try Symbol("size"), test: .size([.micro, .small, .medium]))]
        case 1: [EligibilityClause(id: try Symbol("legal"), test: .legalPerson)]
        case 2: [EligibilityClause(id: try Symbol("absent"), test: .attributeAbsent(try Symbol("listed")))]
        default: []
        }
    }

    private mutating func rates() throws -> [RateTier] {
        let all = RateTier(
            id: try Symbol("all"), conditions: [], rate: try BasisPoints(100 * random.number(20...100)))
        guard random.chance(40) else { return [all] }
        return [
            RateTier(
                id: try Symbol("domestic"), conditions: [.chipOrigin(.domestic)],
                rate: try BasisPoints(100 * random.number(20...100))), all,
        ]
    }

    private mutating func caps() throws -> [Cap] {
        var caps: [Cap] = []
        let scopes: [(String, CapScope)] = [
            ("contract", .contract), ("year", .calendarYear), ("rolling", .rollingDays(10)), ("life", .lifetime),
        ]
        for (id, scope) in scopes where random.chance(25) {
            caps.append(
                Cap(
                    id: try Symbol(id), scope: scope, amount: Money(fen: random.number(1_000...300_000)),
                    countsAt: random.chance(70) ? .fill : .issue))
        }
        return caps
    }

    /// By the manager who did not propose it, as a rule.
    mutating func approveProgramme() -> GeneratedCommand? {
        guard !view.proposals.isEmpty else { return nil }
        let proposal = random.pick(view.proposals)
        let others = SimulatedActors.managers.filter { $0.person != proposal.proposer }
        let manager = random.chance(90) ? others[0] : random.pick(SimulatedActors.managers)
        return GeneratedCommand(
            actor: manager, command: .approveProgramme(proposal.programme, version: proposal.version))
    }

    mutating func authorisePool() -> GeneratedCommand? {
        guard !view.live.isEmpty else { return nil }
        let amount = Money(fen: random.number(1...500_000))
        return GeneratedCommand(
            actor: random.pick(SimulatedActors.managers), command: .authorisePool(random.pick(view.live), amount))
    }

    mutating func applyForVoucher() -> GeneratedCommand? {
        guard !view.live.isEmpty, let buyer = buyer() else { return nil }
        let spend = Money(fen: random.number(1...300_000))
        return GeneratedCommand(actor: buyer, command: .applyForVoucher(random.pick(view.live), plannedSpend: spend))
    }
}
