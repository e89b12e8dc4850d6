import Domain

/// POST /v1/programmes, and the definition in what GET answers. A member left out has the default of the rules.
public struct ProgrammeBody: Codable, Hashable, Sendable {
    public let code: Symbol
    public let title: Label
    public let titleEnglish: Label
    public let sources: [SourceBody]
    public let mode: Named<ProgrammeMode>
    /// The time zone's offsets; left out, Asia/Shanghai.
    public let clock: [TransitionBody]?
    public let effectiveFrom: CivilDate
    public let effectiveThrough: CivilDate?
    public let funders: [FunderBody]
    public let eligibility: [ClauseBody]
    /// Credit codes of the admitted providers; left out, all.
    public let providers: [CreditCode]?
    public let baseKinds: [Named<ResourceKind>]
    public let baseUses: [Named<DemandUse>]?
    public let baseIncludesVat: Bool
    public let referenceToleranceBasisPoints: Int64
    /// The programme's own, where the market gives none.
    public let referencePrices: [TablePriceBody]?
    public let basePeriod: BasePeriodBody?
    public let baseRounding: RoundingBody?
    public let rates: [TierBody]
    public let higherOf: Bool?
    public let caps: [CapBody]
    public let minimumFen: Int64?
    public let rounding: RoundingBody?
    public let validity: ValidityBody
    public let useBy: Named<UseBy>?
    public let breakageTo: Named<BreakageTo>?
    public let contractFrom: CivilDate?
    public let contractDaysMost: Int64?
    public let oneClaimPerContract: Bool?
    public let reserveForHours: Int64?

    public init(_ definition: ProgrammeDefinition) {
        code = definition.code
        (title, titleEnglish) = (definition.title, definition.titleEnglish)
        sources = definition.sources.map(SourceBody.init)
        mode = Named(definition.mode)
        clock = definition.clock == .shanghai ? nil : definition.clock.transitions.map(TransitionBody.init)
        (effectiveFrom, effectiveThrough) = (definition.effectiveFrom, definition.effectiveThrough)
        funders = definition.funders.map(FunderBody.init)
        eligibility = definition.eligibility.map(ClauseBody.init)
        providers = definition.providers
        baseKinds = definition.baseKinds.map(Named.init)
        baseUses = definition.baseUses.isEmpty ? nil : definition.baseUses.map(Named.init)
        baseIncludesVat = definition.baseIncludesVAT
        referenceToleranceBasisPoints = definition.referenceTolerance.value
        referencePrices =
            definition.referencePrices.isEmpty ? nil : definition.referencePrices.map(TablePriceBody.init)
        basePeriod = definition.basePeriod.map(BasePeriodBody.init)
        baseRounding = RoundingBody(definition.baseRounding)
        rates = definition.rates.map(TierBody.init)
        higherOf = definition.higherOf
        caps = definition.caps.map(CapBody.init)
        minimumFen = definition.minimum.fen
        rounding = RoundingBody(definition.rounding)
        validity = ValidityBody(definition.validity)
        (useBy, breakageTo) = (Named(definition.useBy), Named(definition.breakageTo))
        (contractFrom, contractDaysMost) = (definition.contractFrom, definition.contractDaysMost)
        oneClaimPerContract = definition.oneClaimPerContract
        reserveForHours = definition.reserveForHours
    }
}

extension ProgrammeBody {
    /// Errors: those of its parts in the order of the members; what is wrong with it as a whole, the exchange says.
    public func definition() throws(DoorFault) -> ProgrammeDefinition {
        ProgrammeDefinition(
            code: code, title: title, titleEnglish: titleEnglish,
            sources: try parts("sources", sources, most: 16) { each in
                ProgrammeSource(text: each.text, confidence: each.confidence)
            },
            mode: mode.value, clock: try zoneClock(), effectiveFrom: effectiveFrom, effectiveThrough: effectiveThrough,
            funders: try parts("funders", funders, most: 8) { each throws(DoorFault) in try each.funder() },
            eligibility: try parts("eligibility", eligibility, most: 64) { each throws(DoorFault) in
                try each.clause()
            },
            providers: try providers.map { list throws(DoorFault) in
                try parts("providers", list, most: 1_000) { each in each }
            },
            baseKinds: try parts("base_kinds", baseKinds, most: 4) { each in each.value },
            baseUses: try parts("base_uses", baseUses ?? [], most: 4) { each in each.value },
            baseIncludesVAT: baseIncludesVat,
            referenceTolerance: try member("reference_tolerance_basis_points") { () throws(Reason) in
                try BasisPoints(referenceToleranceBasisPoints)
            },
            referencePrices: try parts("reference_prices", referencePrices ?? [], most: 1_000) {
                each throws(DoorFault) in
                try each.tablePrice()
            },
            basePeriod: basePeriod?.period, baseRounding: try rounded("base_rounding", baseRounding),
            rates: try parts("rates", rates, most: 64) { each throws(DoorFault) in try each.tier() },
            higherOf: higherOf ?? false,
            caps: try parts("caps", caps, most: 64) { each throws(DoorFault) in try each.cap() },
            minimum: Money(fen: try bounded("minimum_fen", minimumFen ?? 0, in: 0...Money.most.fen)),
            rounding: try rounded("rounding", rounding),
            validity: try part("validity") { () throws(DoorFault) in try validity.validity() },
            useBy: useBy?.value ?? .delivery, breakageTo: breakageTo?.value ?? .available,
            contractFrom: contractFrom, contractDaysMost: contractDaysMost,
            oneClaimPerContract: oneClaimPerContract ?? false, reserveForHours: reserveForHours ?? 24)
    }

    private func zoneClock() throws(DoorFault) -> ZoneClock {
        guard let clock else { return .shanghai }
        let transitions = try parts("clock", clock, most: 512) { each throws(DoorFault) in try each.transition() }
        return try member("clock") { () throws(Reason) in try ZoneClock(transitions: transitions) }
    }

    private func rounded(_ name: String, _ body: RoundingBody?) throws(DoorFault) -> AmountRounding {
        guard let body else { return .toFen }
        return try part(name) { () throws(DoorFault) in try body.rounding() }
    }
}
