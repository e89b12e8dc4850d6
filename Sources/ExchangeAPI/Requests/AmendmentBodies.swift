import Domain

/// POST /v1/demands/{id}/amendments: what changes of an open demand, one member or more.
public struct DemandAmendmentBody: Codable, Hashable, Sendable {
    public let limitMicroYuan: Int64?
    public let quantityMilli: Int64?
    public let timeInForce: Named<TimeInForceName>?
    /// With `good_till`: the first instant at which it stands no longer.
    public let until: Instant?

    public init(_ change: DemandAmendment) {
        limitMicroYuan = change.limit?.microYuan
        quantityMilli = change.quantity?.milli
        let force = change.timeInForce?.named
        (timeInForce, until) = (force?.0, force?.1)
    }

    /// Errors: `missingMember` (none, or `good_till` without `until`), `priceNotPositive`, `priceTooHigh`,
    /// `quantityNotPositive`, `quantityTooLarge`, `unknownMember` (`until` beside another time in force),
    /// `fillPolicyContradictory`.
    public func amendment() throws(DoorFault) -> DemandAmendment {
        guard limitMicroYuan != nil || quantityMilli != nil || timeInForce != nil || until != nil else {
            throw DoorFault(.missingMember)
        }
        let limit = try member("limit_micro_yuan") { () throws(Reason) in
            try limitMicroYuan.map { price throws(Reason) in try UnitPrice(price) }
        }
        let quantity = try member("quantity_milli") { () throws(Reason) in
            try quantityMilli.map { milli throws(Reason) in try Quantity(milli) }
        }
        let force = timeInForce == nil && until == nil ? nil : try TimeInForce(timeInForce?.value, until: until)
        return try member("time_in_force") { () throws(Reason) in
            try DemandAmendment(limit: limit, quantity: quantity, timeInForce: force)
        }
    }
}

/// POST /v1/offers/{id}/amendments: what changes of an open offer, one member or both.
public struct OfferAmendmentBody: Codable, Hashable, Sendable {
    public let price: PriceBody?
    /// In place of the whole former one.
    public let schedule: [StepBody]?

    public init(_ change: OfferAmendment) {
        price = change.price.map(PriceBody.init)
        schedule = change.schedule?.steps.map(StepBody.init)
    }

    /// Errors: `missingMember` (none), of the schedule, of the price.
    public func amendment() throws(DoorFault) -> OfferAmendment {
        guard price != nil || schedule != nil else { throw DoorFault(.missingMember) }
        let capacity = try schedule.map { steps throws(DoorFault) in try CapacitySchedule(steps) }
        let ask = try part("price") { () throws(DoorFault) in try price?.price() }
        return try member("price") { () throws(Reason) in try OfferAmendment(price: ask, schedule: capacity) }
    }
}

/// POST /v1/cancellations and POST /v1/withdrawals: which of one's own; a member left out asks nothing.
public struct ScopeBody: Codable, Hashable, Sendable {
    public let zone: ZoneID?
    public let instanceType: InstanceTypeID?

    public init(_ scope: OrderScope) { (zone, instanceType) = (scope.zone, scope.instanceType) }

    public var scope: OrderScope { OrderScope(zone: zone, instanceType: instanceType) }
}
