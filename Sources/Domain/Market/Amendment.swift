/// What a buyer changes of an open demand; nil leaves it as it is.
public struct DemandAmendment: Hashable, Sendable {
    public let limit: UnitPrice?
    /// Over all fills, those already made included.
    public let quantity: Quantity?
    public let timeInForce: TimeInForce?

    /// Errors: `fillPolicyContradictory` (a demand that rests does not become immediate).
    public init(
        limit: UnitPrice? = nil, quantity: Quantity? = nil, timeInForce: TimeInForce? = nil
    ) throws(Reason) {
        if timeInForce == .immediateOrCancel || timeInForce == .fillOrKill { throw .fillPolicyContradictory }
        self.limit = limit
        self.quantity = quantity
        self.timeInForce = timeInForce
    }
}

/// What a provider changes of an open offer; nil leaves it as it is.
public struct OfferAmendment: Hashable, Sendable {
    public let price: PriceSchedule?
    /// In place of the whole former one; what is sold is a part of it.
    public let schedule: CapacitySchedule?

    /// Errors: `scheduleDisordered` (an hourly price needs 168 values).
    public init(price: PriceSchedule? = nil, schedule: CapacitySchedule? = nil) throws(Reason) {
        try price?.check()
        self.price = price
        self.schedule = schedule
    }
}

/// Which of its own open demands or offers a firm ends at once; nil asks nothing.
public struct OrderScope: Hashable, Sendable {
    /// The home of a demand, or the zone of an offer, is this zone or within it.
    public let zone: ZoneID?
    /// A demand's requirements admit this type, or an offer is of it.
    public let instanceType: InstanceTypeID?

    public init(zone: ZoneID? = nil, instanceType: InstanceTypeID? = nil) {
        self.zone = zone
        self.instanceType = instanceType
    }
}

extension DemandTerms {
    /// The terms after an amendment. Errors: `fillPolicyContradictory`, `minimumFillTooLarge`.
    public func amended(by change: DemandAmendment) throws(Reason) -> DemandTerms {
        try with(
            quantity: change.quantity, limit: change.limit, policy: policy.with(timeInForce: change.timeInForce))
    }

    /// The same terms but for these. Errors: those of `DemandTerms`.
    public func with(
        requirements: Requirements? = nil, quantity: Quantity? = nil, window: Window? = nil, home: ZoneID? = nil,
        reach: Reach? = nil, limit: UnitPrice? = nil, policy: FillPolicy? = nil, lane: Lane? = nil,
        funding: Funding? = nil, chosenHours: ChosenHours?? = nil, scu: ScuMeasure?? = nil
    ) throws(Reason) -> DemandTerms {
        try DemandTerms(
            requirements: requirements ?? self.requirements, quantity: quantity ?? self.quantity,
            window: window ?? self.window, home: home ?? self.home, reach: reach ?? self.reach,
            limit: limit ?? self.limit, policy: policy ?? self.policy, singleProvider: singleProvider, use: use,
            lane: lane ?? self.lane, funding: funding ?? self.funding, acceptsRelated: acceptsRelated,
            chosenHours: chosenHours ?? self.chosenHours, scu: scu ?? self.scu)
    }
}

extension FillPolicy {
    /// The same policy but for these. Errors: `fillPolicyContradictory`.
    public func with(timeInForce: TimeInForce? = nil, minimum: Quantity? = nil) throws(Reason) -> FillPolicy {
        try FillPolicy(
            timeInForce ?? self.timeInForce, allOrNone: allOrNone, minimum: minimum ?? self.minimum)
    }
}

extension OfferTerms {
    /// The terms after an amendment. Errors: `lotSizeNotWhole`.
    public func amended(by change: OfferAmendment) throws(Reason) -> OfferTerms {
        try OfferTerms(
            instanceType: instanceType, zone: zone, schedule: change.schedule ?? schedule, lotSize: lotSize,
            shortestTermHours: shortestTermHours, price: change.price ?? price, vat: vat, buyers: buyers, tier: tier)
    }
}

extension Demand {
    /// With other terms: a new limit or a larger quantity takes the new place, anything else keeps the old one.
    public func amended(_ terms: DemandTerms, place: Place) -> Demand {
        let losesPlace = terms.limit != self.terms.limit || terms.quantity > self.terms.quantity
        return Demand(id: id, buyer: buyer, terms: terms, place: losesPlace ? place : self.place)
    }
}

extension Offer {
    /// With other terms: a new price, or more capacity at any hour, takes the new place; less keeps the old one.
    ///
    /// - Complexity: O(steps × steps of the former schedule).
    public func amended(_ terms: OfferTerms, place: Place) -> Offer {
        let losesPlace = terms.price != self.terms.price || terms.schedule.exceeds(self.terms.schedule)
        return Offer(id: id, provider: provider, terms: terms, place: losesPlace ? place : self.place)
    }
}

extension CapacitySchedule {
    /// Whether some hour has more here than there.
    fileprivate func exceeds(_ other: CapacitySchedule) -> Bool {
        steps.contains { other.least(over: $0.window) < $0.quantity }
    }
}
