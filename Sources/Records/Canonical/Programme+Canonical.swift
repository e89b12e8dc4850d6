import Domain

extension Funder: Canonical {
    public func write(to writer: inout CanonicalWriter) { writer.write(name, level, share) }

    public init(from reader: inout CanonicalReader) throws(CanonicalError) {
        self.init(name: try reader.read(), level: try reader.read(), share: try reader.read())
    }
}

extension EligibilityClause: Canonical {
    public func write(to writer: inout CanonicalWriter) { writer.write(id, test) }

    public init(from reader: inout CanonicalReader) throws(CanonicalError) {
        self.init(id: try reader.read(), test: try reader.read())
    }
}

extension RateTier: Canonical {
    public func write(to writer: inout CanonicalWriter) { writer.write(id, conditions, rate) }

    public init(from reader: inout CanonicalReader) throws(CanonicalError) {
        self.init(id: try reader.read(), conditions: try reader.read(), rate: try reader.read())
    }
}

extension Cap: Canonical {
    public func write(to writer: inout CanonicalWriter) { writer.write(id, scope, amount, countsAt, waivedFor) }

    public init(from reader: inout CanonicalReader) throws(CanonicalError) {
        self.init(
            id: try reader.read(), scope: try reader.read(), amount: try reader.read(),
            countsAt: try reader.read(), waivedFor: try reader.read())
    }
}

extension BasePeriod: Canonical {
    public func write(to writer: inout CanonicalWriter) { writer.write(from, through, dayCount) }

    public init(from reader: inout CanonicalReader) throws(CanonicalError) {
        self.init(from: try reader.read(), through: try reader.read(), dayCount: try reader.read())
    }
}

extension AmountRounding: Canonical {
    public func write(to writer: inout CanonicalWriter) { writer.write(unit, rule) }

    public init(from reader: inout CanonicalReader) throws(CanonicalError) {
        self.init(unit: try reader.read(), rule: try reader.read())
    }
}

extension ProgrammeSource: Canonical {
    public func write(to writer: inout CanonicalWriter) { writer.write(text, confidence) }

    public init(from reader: inout CanonicalReader) throws(CanonicalError) {
        self.init(text: try reader.read(), confidence: try reader.read())
    }
}

extension ProgrammeDefinition: Canonical {
    public func write(to writer: inout CanonicalWriter) {
        writer.write(code, title, titleEnglish, sources, mode, clock, effectiveFrom, effectiveThrough)
        writer.write(funders, eligibility, providers, baseKinds, baseUses, baseIncludesVAT)
        writer.write(referenceTolerance, referencePrices, basePeriod, baseRounding, rates, higherOf, caps)
        writer.write(minimum, rounding, validity, useBy, breakageTo)
        writer.write(contractFrom, contractDaysMost, oneClaimPerContract, reserveForHours)
    }

    public init(from reader: inout CanonicalReader) throws(CanonicalError) {
        self.init(
            code: try reader.read(), title: try reader.read(), titleEnglish: try reader.read(),
            sources: try reader.read(), mode: try reader.read(), clock: try reader.read(),
            effectiveFrom: try reader.read(), effectiveThrough: try reader.read(), funders: try reader.read(),
            eligibility: try reader.read(), providers: try reader.ascendingOrNil(), baseKinds: try reader.read(),
            baseUses: try reader.read(), baseIncludesVAT: try reader.read(), referenceTolerance: try reader.read(),
            referencePrices: try reader.read(), basePeriod: try reader.read(), baseRounding: try reader.read(),
            rates: try reader.read(), higherOf: try reader.read(), caps: try reader.read(),
            minimum: try reader.read(), rounding: try reader.read(), validity: try reader.read(),
            useBy: try reader.read(), breakageTo: try reader.read(), contractFrom: try reader.read(),
            contractDaysMost: try reader.read(), oneClaimPerContract: try reader.read(),
            reserveForHours: try reader.read())
    }
}
