import Domain
import Records

// Bounds on prices, open orders and messages. They are looked at when something comes in, never again.
extension Exchange {
    /// Sets what is bounded from now on; what is open stays open.
    ///
    /// Errors: `seatForbidden`, `unknownInstanceType`.
    mutating func setSafetyPolicy(_ policy: SafetyPolicy) throws(Reason) {
        try require(.operator)
        guard policy.types.allSatisfy({ catalogue.type($0.instanceType) != nil }) else { throw .unknownInstanceType }
        emit(.safetyPolicySet(version: safety.version + 1, policy))
    }

    /// Whether the actor's firm may send one more order in this hour. Errors: `ordersTooMany`.
    func checkRate(of command: Command) throws(Reason) {
        guard let most = safety.policy.ordersPerHourMost, command.orders > 0, let party = draft.actor.organisation,
            safety.orders(of: party, at: draft.stamp) + command.orders > most
        else { return }
        throw .ordersTooMany
    }

    /// Errors: `openOrdersTooMany`.
    func checkRoom(for terms: [DemandTerms], of buyer: PartyID) throws(Reason) {
        guard let most = safety.policy.openDemandsMost else { return }
        let resting = terms.count { !$0.policy.immediate }
        guard resting > 0 else { return }
        if orders.restingCount(of: buyer) + Int64(resting) > most { throw .openOrdersTooMany }
    }

    /// Errors: `openOrdersTooMany`.
    func checkRoomForOffer(of provider: PartyID) throws(Reason) {
        guard let most = safety.policy.openOffersMost else { return }
        if orders.openOfferCount(of: provider) >= most { throw .openOrdersTooMany }
    }

    /// Errors: `priceOutsideCollar`.
    func checkCollar(_ terms: OfferTerms) throws(Reason) {
        if priceBand(of: terms)?.contains(terms.price.weeklyMean) == false { throw .priceOutsideCollar }
    }

    /// Errors: `priceOutsideCollar`.
    func checkCollar(_ terms: DemandTerms) throws(Reason) {
        if priceBand(of: terms)?.contains(terms.limit) == false { throw .priceOutsideCollar }
    }
}

extension Exchange {
    public var safetyPolicy: SafetyPolicy { safety.policy }
    public var safetyPolicyVersion: Int64 { safety.version }

    /// The band of what a command would let in; nil where nothing bounds it, or the command brings no price.
    public func priceBand(for command: Command) -> PriceBand? {
        switch command {
        case .listOffer(let terms): priceBand(of: terms)
        case .submitDemand(let terms), .quoteDemand(let terms): priceBand(of: terms)
        case .submitBundle(let terms):
            terms.lines.compactMap { line in
                priceBand(of: line).flatMap { $0.contains(line.limit) ? nil : $0 }
            }.first
        case .amendOffer(let id, _): orders.offer(id).flatMap { priceBand(of: $0.offer.terms) }
        case .amendDemand(let id, _): orders.demand(id).flatMap { priceBand(of: $0.terms) }
        default: nil
        }
    }

    /// Between which prices, as a mean over the week, an offer may come in; nil where nothing bounds it: its class has
    /// no reference price or its type no collar.
    public func priceBand(of terms: OfferTerms) -> PriceBand? {
        guard let collar = safety.policy.collar(of: terms.instanceType) else { return nil }
        let reference = ReferenceClass(instanceType: terms.instanceType, zone: terms.zone)
        return references.finding(of: reference, version: references.version).map { collar.band(around: $0.price) }
    }

    /// Between which limits a demand may come in: around the bands of all classes with a reference price that its terms
    /// allow, and above them the dearest charge tariff; per SCU-hour for a demand in SCU, by the conversion in force. nil
    /// where there is none, or one of them has no collar.
    ///
    /// - Complexity: O(types + classes) where there is a collar.
    public func priceBand(of terms: DemandTerms) -> PriceBand? {
        guard safety.policy.hasCollar, references.version > 0 else { return nil }
        let types = normalisers(for: terms, conversion: catalogue.conversionVersion)
        let scales = Dictionary(uniqueKeysWithValues: types.map { ($0.type.id, $0.scale) })
        let allowed = references.prices(version: references.version) {
            scales[$0.instanceType] != nil
                && catalogue.contains($0.zone, home: terms.home, level: terms.reach.level)
        }
        let charge = catalogue.dearestCharge(from: terms.home).microYuan
        var band: PriceBand?
        for (reference, price) in allowed {
            guard let collar = safety.policy.collar(of: reference.instanceType),
                let scale = scales[reference.instanceType]
            else { return nil }
            let unit = collar.band(around: price)
            let most = UnitPrice(unchecked: unit.most.microYuan + charge).per(scale, .up)
            let own = PriceBand(
                least: unit.least.per(scale, .down), most: min(most, UnitPrice(unchecked: UnitPrice.mostMicroYuan)))
            band = band.map { $0.union(own) } ?? own
        }
        return band
    }
}
