import Domain

/// A quantity over some hours.
public struct StepBody: Codable, Hashable, Sendable {
    public let from: WholeHour
    public let until: WholeHour
    public let quantityMilli: Int64

    public init(_ step: CapacityStep) {
        from = WholeHour(step.window.start)
        until = WholeHour(step.window.end)
        quantityMilli = step.quantity.milli
    }

    /// Errors: `windowInverted`, `windowTooLong`, `windowOutOfRange`, `quantityNotPositive`, `quantityTooLarge`.
    public func step() throws(DoorFault) -> CapacityStep {
        CapacityStep(
            window: try window(from, until),
            quantity: try member("quantity_milli") { () throws(Reason) in try Quantity(quantityMilli) })
    }
}

/// A window of two hours on the wire; what is wrong is told at its end.
func window(_ from: WholeHour, _ until: WholeHour) throws(DoorFault) -> Window {
    try member("until") { () throws(Reason) in try Window(from.hour, until.hour) }
}

/// A price: one of the two.
public struct PriceBody: Codable, Hashable, Sendable {
    public let flatMicroYuan: Int64?
    /// 168 prices, from Monday 00:00 in the market's time zone.
    public let hourOfWeekMicroYuan: [Int64]?

    public init(_ price: PriceSchedule) {
        switch price {
        case .flat(let flat): (flatMicroYuan, hourOfWeekMicroYuan) = (flat.microYuan, nil)
        case .hourOfWeek(let hours): (flatMicroYuan, hourOfWeekMicroYuan) = (nil, hours.map(\.microYuan))
        }
    }

    /// Errors: `missingMember` (neither), `unknownMember` (both), `valueOutOfRange`, `priceNotPositive`, `priceTooHigh`.
    public func price() throws(DoorFault) -> PriceSchedule {
        if let hours = hourOfWeekMicroYuan {
            guard flatMicroYuan == nil else { throw DoorFault(.unknownMember, at: "/flat_micro_yuan") }
            guard hours.count == 168 else { throw DoorFault(.valueOutOfRange, at: "/hour_of_week_micro_yuan") }
            return .hourOfWeek(
                try parts("hour_of_week_micro_yuan", hours, most: 168) { value throws(DoorFault) in
                    do throws(Reason) { return try UnitPrice(value) } catch { throw DoorFault(error) }
                })
        }
        guard let flat = flatMicroYuan else { throw DoorFault(.missingMember, at: "/flat_micro_yuan") }
        return .flat(try member("flat_micro_yuan") { () throws(Reason) in try UnitPrice(flat) })
    }
}

/// The buyers that an offer admits; a member left out admits all.
public struct BuyerClassBody: Codable, Hashable, Sendable {
    public let sizes: [Named<FirmSize>]?
    public let sectors: [Named<Sector>]?
    public let regions: [Symbol]?
    public let members: [PartyID]?

    public init(_ buyers: BuyerClass) {
        sizes = buyers.sizes.isEmpty ? nil : buyers.sizes.map(Named.init)
        sectors = buyers.sectors.isEmpty ? nil : buyers.sectors.map(Named.init)
        regions = buyers.regions.isEmpty ? nil : buyers.regions
        members = buyers.members.isEmpty ? nil : buyers.members
    }

    /// Errors: `valueOutOfRange`.
    public func buyers() throws(DoorFault) -> BuyerClass {
        BuyerClass(
            sizes: try parts("sizes", sizes ?? [], most: 4) { size in size.value },
            sectors: try parts("sectors", sectors ?? [], most: 16) { sector in sector.value },
            regions: try parts("regions", regions ?? [], most: 64) { region in region },
            members: try parts("members", members ?? [], most: 1_000) { party in party })
    }
}

/// POST /v1/offers, and the terms in what GET answers.
public struct OfferBody: Codable, Hashable, Sendable {
    public let instanceType: InstanceTypeID
    public let zone: ZoneID
    public let schedule: [StepBody]
    public let lotSizeMilli: Int64?
    public let shortestTermHours: Int64?
    public let price: PriceBody
    public let vatPercent: Int64
    public let buyers: BuyerClassBody?
    public let tier: Named<VerificationTier>?

    public init(_ terms: OfferTerms) {
        instanceType = terms.instanceType
        zone = terms.zone
        schedule = terms.schedule.steps.map(StepBody.init)
        lotSizeMilli = terms.lotSize.milli
        shortestTermHours = terms.shortestTermHours
        price = PriceBody(terms.price)
        vatPercent = terms.vat.percent
        buyers = terms.buyers == .everyone ? nil : BuyerClassBody(terms.buyers)
        tier = Named(terms.tier)
    }

    /// Errors in this order: of the schedule, of the price, `rateOutOfRange`, `quantityNotPositive`,
    /// `quantityTooLarge`, those of `OfferTerms`.
    public func terms() throws(DoorFault) -> OfferTerms {
        let capacity = try CapacitySchedule(schedule)
        let price = try part("price") { () throws(DoorFault) in try self.price.price() }
        let vat = try member("vat_percent") { () throws(Reason) in try VATRate(vatPercent) }
        let lot = try member("lot_size_milli") { () throws(Reason) in try Quantity(lotSizeMilli ?? 1000) }
        let buyers = try part("buyers") { () throws(DoorFault) in try self.buyers?.buyers() ?? .everyone }
        do throws(Reason) {
            return try OfferTerms(
                instanceType: instanceType, zone: zone, schedule: capacity, lotSize: lot,
                shortestTermHours: shortestTermHours ?? 1, price: price, vat: vat, buyers: buyers,
                tier: tier?.value ?? .declared)
        } catch { throw DoorFault(error) }
    }
}

extension CapacitySchedule {
    /// The member `schedule` of a body. Errors: those of its steps, `valueOutOfRange` (too many), `scheduleEmpty`,
    /// `scheduleDisordered`.
    init(_ bodies: [StepBody]) throws(DoorFault) {
        let steps = try parts("schedule", bodies, most: CapacitySchedule.mostSteps) { step throws(DoorFault) in
            try step.step()
        }
        self = try member("schedule") { () throws(Reason) in try CapacitySchedule(steps: steps) }
    }
}
