import Domain
import Records

/// What bounds prices and orders, and how much of it each firm has used.
struct AuditedBounds: Sendable {
    private(set) var policy = SafetyPolicy.standard
    /// The market's reference prices in force.
    private(set) var references: [ReferenceClass: UnitPrice] = [:]
    private var resting: [PartyID: Set<DemandID>] = [:]
    /// Accepted in the record that is being folded, and not immediate.
    private var accepted: Set<DemandID> = []
    private var openOffers: [PartyID: Set<OfferID>] = [:]
    private var hour: Hour = 0
    private var orders: [PartyID: Int64] = [:]

    mutating func set(_ policy: SafetyPolicy) {
        self.policy = policy
        orders = [:]
    }

    mutating func publish(_ prices: [ReferencePrice]) {
        for price in prices { references[price.referenceClass] = price.finding?.price }
    }

    /// Counts what a firm sends in an hour of the journal. Returns whether that is more than it may.
    mutating func count(_ record: Record) -> Bool {
        accepted = []
        let header = record.header
        guard let most = policy.ordersPerHourMost, let party = header.actor.organisation else { return false }
        let count: Int64 =
            switch record.command {
            case .listOffer, .amendOffer, .submitDemand, .amendDemand, .quoteDemand: 1
            case .submitBundle(let terms): Int64(terms.lines.count)
            default: 0
            }
        guard count > 0 else { return false }
        if header.stamp.hour != hour { (hour, orders) = (header.stamp.hour, [:]) }
        orders[party, default: 0] += count
        return header.outcome == .accepted && orders[party, default: 0] > most
    }

    /// Whether a firm has more offers open with this one than it may.
    mutating func open(_ offer: Offer) -> Bool {
        openOffers[offer.provider, default: []].insert(offer.id)
        return policy.openOffersMost.map { Int64(openOffers[offer.provider]?.count ?? 0) > $0 } ?? false
    }

    mutating func close(_ offer: Offer) { openOffers[offer.provider]?.remove(offer.id) }

    /// Whether a firm has more demands at rest with this one, and what came with it, than it may. What is immediate
    /// needs no room.
    mutating func accept(_ demand: Demand) -> Bool {
        guard !demand.terms.policy.immediate else { return false }
        accepted.insert(demand.id)
        let count = accepted.union(resting[demand.buyer] ?? []).count
        return policy.openDemandsMost.map { Int64(count) > $0 } ?? false
    }

    mutating func rest(_ demand: Demand) { resting[demand.buyer, default: []].insert(demand.id) }
    mutating func close(_ demand: Demand) { resting[demand.buyer]?.remove(demand.id) }
}

// Bounds are for what comes in; what is let in stays. Demands in SCU are not asked for their price here.
extension AuditedMarket {
    /// That an offer comes in within its collar, and that its firm may have one more.
    mutating func checkComing(_ offer: Offer) {
        if bounds.open(offer) { faults.append(.openOrdersTooMany(.offerListed)) }
        if isOutside(offer.terms) { faults.append(.outsideCollar(.offerListed)) }
    }

    /// The same of a demand, accepted or quoted.
    mutating func checkComing(_ demand: Demand, _ kind: EventKind) {
        if bounds.accept(demand) { faults.append(.openOrdersTooMany(kind)) }
        if isOutside(demand.terms) { faults.append(.outsideCollar(kind)) }
    }

    /// The mean over the week must lie around the reference of the offer's class.
    func isOutside(_ terms: OfferTerms) -> Bool {
        let reference = ReferenceClass(instanceType: terms.instanceType, zone: terms.zone)
        guard let price = bounds.references[reference], let collar = bounds.policy.collar(of: terms.instanceType)
        else { return false }
        let mean: Int128 =
            switch terms.price {
            case .flat(let price): Int128(price.microYuan)
            case .hourOfWeek(let prices):
                Rounding.halfEven.quotient(prices.reduce(0) { $0 + Int128($1.microYuan) }, 168)
            }
        return mean < least(price, collar) || mean > most(price, collar)
    }

    /// The limit must lie within the collars of all classes that the terms allow taken together, plus the dearest charge.
    func isOutside(_ terms: DemandTerms) -> Bool {
        guard terms.scu == nil else { return false }
        let allowed = bounds.references.filter { allows(terms, $0.key) }
        let collars = allowed.map { (price: $0.value, collar: bounds.policy.collar(of: $0.key.instanceType)) }
        guard !collars.isEmpty, collars.allSatisfy({ $0.collar != nil }) else { return false }
        let limit = Int128(terms.limit.microYuan)
        let dearest = charges(from: terms.home).max() ?? 0
        let isLow = collars.allSatisfy { limit < least($0.price, $0.collar!) }
        let isHigh = collars.allSatisfy { limit > most($0.price, $0.collar!) + dearest }
        return isLow || isHigh
    }

    private func least(_ price: UnitPrice, _ collar: PriceCollar) -> Int128 {
        Rounding.up.quotient(Int128(price.microYuan) * Int128(10_000 - collar.below), 10_000)
    }

    private func most(_ price: UnitPrice, _ collar: PriceCollar) -> Int128 {
        min(
            Rounding.down.quotient(Int128(price.microYuan) * Int128(10_000 + collar.above), 10_000),
            Int128(UnitPrice.mostMicroYuan))
    }

    /// As far as type and zone go.
    private func allows(_ terms: DemandTerms, _ reference: ReferenceClass) -> Bool {
        guard let type = types[reference.instanceType],
            terms.requirements.admits(InstanceType(id: reference.instanceType, terms: type))
        else { return false }
        guard terms.reach.level != .nation else { return true }
        let homes = lineage(terms.home)
        let scope = homes.first { (levels[$0] ?? .nation) <= terms.reach.level } ?? homes.last
        return lineage(reference.zone).contains { $0 == scope }
    }

    private func charges(from home: ZoneID) -> [Int128] {
        let homes = lineage(home)
        return (links[links.keys.max() ?? 0] ?? [])
            .filter { $0.tariffKind == .charge && homes.contains($0.from) }.map { Int128($0.tariff.microYuan) }
    }
}
