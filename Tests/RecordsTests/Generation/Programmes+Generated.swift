import Domain
import Records

extension ProgrammeMode: Generated {}
extension FunderLevel: Generated {}
extension CountedEvent: Generated {}
extension DayCount: Generated {}
extension UseBy: Generated {}
extension BreakageTo: Generated {}

extension Funder: Generated {
    static func generate(_ make: inout Generator) -> Self { Funder(name: make(), level: make(), share: make()) }
}

extension EligibilityTest: Generated {
    static func generate(_ make: inout Generator) -> Self {
        switch make.index(below: 8) {
        case 0: .region(make())
        case 1: .size(make())
        case 2: .sector(make())
        case 3: .legalPerson
        case 4: .foundedFrom(make())
        case 5: .foundedThrough(make())
        case 6: .attribute(make())
        default: .attributeAbsent(make())
        }
    }
}

extension EligibilityClause: Generated {
    static func generate(_ make: inout Generator) -> Self { EligibilityClause(id: make(), test: make()) }
}

extension RateCondition: Generated {
    static func generate(_ make: inout Generator) -> Self {
        switch make.index(below: 5) {
        case 0: .chipOrigin(make())
        case 1: .size(make())
        case 2: .attribute(make())
        case 3: .use(make())
        default: .service(make())
        }
    }
}

extension RateTier: Generated {
    static func generate(_ make: inout Generator) -> Self { RateTier(id: make(), conditions: make(), rate: make()) }
}

extension CapScope: Generated {
    static func generate(_ make: inout Generator) -> Self {
        switch make.index(below: 5) {
        case 0: .contract
        case 1: .calendarYear
        case 2: .fiscalYear(firstMonth: make())
        case 3: .rollingDays(make())
        default: .lifetime
        }
    }
}

extension Cap: Generated {
    static func generate(_ make: inout Generator) -> Self {
        Cap(id: make(), scope: make(), amount: make(), countsAt: make(), waivedFor: make())
    }
}

extension BasePeriod: Generated {
    static func generate(_ make: inout Generator) -> Self {
        BasePeriod(from: make(), through: make(), dayCount: make())
    }
}

extension AmountRounding: Generated {
    static func generate(_ make: inout Generator) -> Self { AmountRounding(unit: make(), rule: make()) }
}

extension LotValidity: Generated {
    static func generate(_ make: inout Generator) -> Self {
        switch make.index(below: 3) {
        case 0: .days(make())
        case 1: .months(make())
        default: .through(make())
        }
    }
}

extension ProgrammeSource: Generated {
    static func generate(_ make: inout Generator) -> Self { ProgrammeSource(text: make(), confidence: make()) }
}

extension ProgrammeDefinition: Generated {
    static func generate(_ make: inout Generator) -> Self {
        ProgrammeDefinition(
            code: make(), title: make(), titleEnglish: make(), sources: make(), mode: make(), clock: make(),
            effectiveFrom: make(), effectiveThrough: make(), funders: make(), eligibility: make(), providers: make(),
            baseKinds: make(), baseUses: make(), baseIncludesVAT: make(), referenceTolerance: make(),
            referencePrices: make(), basePeriod: make(), baseRounding: make(), rates: make(), higherOf: make(),
            caps: make(), minimum: make(),
            rounding: make(), validity: make(), useBy: make(), breakageTo: make(), contractFrom: make(),
            contractDaysMost: make(), oneClaimPerContract: make(), reserveForHours: make())
    }
}
