import Domain

/// Where a rule stands in writing.
public struct SourceBody: Codable, Hashable, Sendable {
    public let text: Label
    /// `s`, `n`, `w`, `i` or `m`.
    public let confidence: Symbol

    public init(_ source: ProgrammeSource) {
        text = source.text
        confidence = source.confidence
    }
}

/// One funder's sub-pool.
public struct FunderBody: Codable, Hashable, Sendable {
    public let name: Label
    public let level: Named<FunderLevel>
    public let shareBasisPoints: Int64

    public init(_ funder: Funder) {
        name = funder.name
        level = Named(funder.level)
        shareBasisPoints = funder.share.value
    }

    /// Errors: `rateOutOfRange`.
    public func funder() throws(DoorFault) -> Funder {
        let share = try member("share_basis_points") { () throws(Reason) in try BasisPoints(shareBasisPoints) }
        return Funder(name: name, level: level.value, share: share)
    }
}

/// The days whose settled amounts a `post_use` programme pays for.
public struct BasePeriodBody: Codable, Hashable, Sendable {
    public let from: CivilDate
    public let through: CivilDate
    public let dayCount: Named<DayCount>

    public init(_ period: BasePeriod) {
        from = period.from
        through = period.through
        dayCount = Named(period.dayCount)
    }

    public var period: BasePeriod { BasePeriod(from: from, through: through, dayCount: dayCount.value) }
}

/// A row of a programme's own table of reference prices: of an instance type or of a chip, never both.
public struct TablePriceBody: Codable, Hashable, Sendable {
    public let instanceType: Symbol?
    public let chip: Symbol?
    /// Per hour of the unit or chip, VAT included.
    public let priceMicroYuan: Int64

    public init(_ row: TablePrice) {
        switch row.unit {
        case .instanceType(let code): (instanceType, chip) = (code, nil)
        case .chip(let code): (instanceType, chip) = (nil, code)
        }
        priceMicroYuan = row.price.microYuan
    }

    /// Errors: `programmeInvalid` where not exactly one is named; `priceNotPositive`, `priceTooHigh`.
    public func tablePrice() throws(DoorFault) -> TablePrice {
        let unit = try only([instanceType.map(PricedUnit.instanceType), chip.map(PricedUnit.chip)])
        let price = try member("price_micro_yuan") { () throws(Reason) in try UnitPrice(priceMicroYuan) }
        return TablePrice(unit: unit, price: price)
    }
}

/// Rounding to multiples of a unit.
public struct RoundingBody: Codable, Hashable, Sendable {
    public let unitFen: Int64
    public let rule: Named<Rounding>

    public init(_ rounding: AmountRounding) {
        unitFen = rounding.unit.fen
        rule = Named(rounding.rule)
    }

    /// Errors: `amountNotPositive`, `amountTooLarge`.
    public func rounding() throws(DoorFault) -> AmountRounding {
        let unit = try member("unit_fen") { () throws(Reason) in try Money(positive: unitFen) }
        return AmountRounding(unit: unit, rule: rule.value)
    }
}

/// An offset from UTC and when it begins to hold.
public struct TransitionBody: Codable, Hashable, Sendable {
    public let from: Instant
    public let offsetSeconds: Int64

    public init(_ transition: ZoneClock.Transition) {
        from = Instant(transition.from)
        offsetSeconds = transition.offsetSeconds
    }

    /// Errors: `valueOutOfRange`.
    public func transition() throws(DoorFault) -> ZoneClock.Transition {
        ZoneClock.Transition(
            from: from.stamp, offsetSeconds: try bounded("offset_seconds", offsetSeconds, in: -64_800...64_800))
    }
}
