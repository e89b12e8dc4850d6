import Accounting
import Domain
import Matching
import Programmes
import Records

/// An offer and how it ended.
struct OfferEntry {
    var offer: Offer
    var closed: Reason?
    var isOpen: Bool { closed == nil }
}

/// A demand: what is open, held and filled.
struct DemandEntry {
    var demand: Demand
    var versions: PinnedVersions
    var subsidyClass: Int32
    /// What is open of the quantity, in grain-hours; in SCU less than nothing where fills came to more. Between decisions it
    /// is of whole units: each gets all its hours or none.
    var openHours: Int64
    var hold: DemandHold
    /// When what it holds of caps moves to the next period; nil where it holds of none that ends.
    var capPeriodEnd: Stamp?
    var totals = DemandRunningTotals()
    var fills: Int64 = 0
    /// Whether it is a line of a bundle whose fills are within a latency of each other.
    var isNearOthers = false
    /// The contract with each provider, in order of signing.
    var contracts: [ContractEntry] = []
    var isOpen = true
    /// Whether its residual stands in the book.
    var rests = false
    /// Why the residual ended; nil where it was filled in full.
    var closed: Reason?
    /// When it first came to rest, and when it ended.
    var restedAt: Stamp?
    var closedAt: Stamp?

    /// One of which nothing is filled or held.
    init(_ demand: Demand, _ versions: PinnedVersions, subsidyClass: Int32 = 0) {
        self.demand = demand
        self.versions = versions
        self.subsidyClass = subsidyClass
        openHours = demand.terms.grains(of: demand.terms.quantity) * demand.terms.hours
        hold = .none(demand.id)
    }

    var id: DemandID { demand.id }
    var terms: DemandTerms { demand.terms }
    /// The same in grains: of units that have not all their hours.
    var grains: Int64 { Int64(Rounding.up.quotient(Int128(openHours), Int128(terms.hours))) }
    /// What is open of the quantity; in SCU rounded up.
    var open: Quantity { terms.quantity(ofGrains: grains, .up) }
    /// What would be open of the quantity after a walk.
    func open(after decision: Decision) -> Quantity { terms.quantity(ofGrains: grains - decision.grains, .up) }
    var isComplete: Bool { terms.mostLeft(openHours) == 0 }
    var filledGrains: Int64 { terms.grains(of: terms.quantity) - grains }
    /// What the open part may cost at the limit, rounded up: own money held is less only where public money is sure.
    var limitLeft: Money {
        let exact = ExactAmount(
            Int128(terms.limit.microYuan), grains: terms.mostLeft(openHours), isScu: terms.scu != nil, hours: 1, .up)
        return Money(fen: Int64(clamping: Rounding.up.quotient(exact.value, ExactAmount.perFen)))
    }

    /// With other terms; what was filled stays filled.
    func amended(_ demand: Demand, _ versions: PinnedVersions) -> DemandEntry {
        var entry = self
        (entry.demand, entry.versions) = (demand, versions)
        entry.openHours = (demand.terms.grains(of: demand.terms.quantity) - filledGrains) * demand.terms.hours
        return entry
    }

    /// Whether it rests with less own money held than its limit may cost: a walk may have passed offers by for want of it.
    var isShort: Bool { rests && hold.own < limitLeft }

    /// The provider that a demand for a single provider is bound to.
    var boundProvider: PartyID? { demand.terms.singleProvider ? contracts.first?.provider : nil }
}

/// All fills of one demand with one provider.
struct ContractEntry {
    let provider: PartyID
    /// The stamp of its first fill.
    let signedAt: Stamp
    /// What each programme was evaluated to so far.
    var state = ContractState()
}

/// Offers and demands by number.
struct OrderRegister {
    private(set) var offers: [OfferEntry] = []
    private(set) var demands: [DemandEntry] = []
    private(set) var fillCount: Int64 = 0
    private var restingByBuyer = ByParty<[RestingDemand]>([])
    /// Those of them that are short.
    private var shortByBuyer = ByParty<Set<DemandID>>([])
    /// The demands at rest that hours passing may make tradable: of chosen hours in pieces, all-or-none or with a minimum.
    private(set) var watchingHours: Set<DemandID> = []
    private var groups = OfferGroups()

    init() {}

    /// The register of these offers and demands, each at the place of its number.
    init(restoring offers: [OfferEntry], _ demands: [DemandEntry], fillCount: Int64) {
        for entry in offers {
            add(entry.offer)
            if let reason = entry.closed { close(entry.offer.id, reason) }
        }
        self.demands = demands
        self.fillCount = fillCount
        for entry in demands.filter(\.rests).sorted(by: { $0.demand.place < $1.demand.place }) {
            restingByBuyer[entry.demand.buyer].append(RestingDemand(place: entry.demand.place, id: entry.id))
            if entry.isShort { shortByBuyer[entry.demand.buyer].insert(entry.id) }
            if entry.terms.watchesHours { watchingHours.insert(entry.id) }
        }
    }

    func offer(_ id: OfferID) -> OfferEntry? { offers.entry(id.number) }
    func demand(_ id: DemandID) -> DemandEntry? { demands.entry(id.number) }

    /// Whether it is the first ever of its provider, type and zone.
    @discardableResult
    mutating func add(_ offer: Offer) -> Bool {
        offers.append(OfferEntry(offer: offer, closed: nil))
        return groups.add(offer)
    }

    mutating func close(_ id: OfferID, _ reason: Reason) {
        offers[Int(id.number) - 1].closed = reason
        groups.close(id)
    }

    /// An open offer with another price or schedule: its group and class stay.
    mutating func amend(_ offer: Offer) { offers[Int(offer.id.number) - 1].offer = offer }

    /// A provider's open offers, in order of number. Complexity: O(n log n) in these.
    func openOffers(of provider: PartyID) -> [OfferID] { groups.open(of: provider).sorted() }

    func openOfferCount(of provider: PartyID) -> Int64 { groups.openCount(of: provider) }

    /// All open offers, in order of number. Complexity: O(n log n) in these.
    var openOffers: [OfferID] { groups.open.sorted() }

    /// The open offers of the same providers, types and zones as these, which may have ended.
    func openOffers(alike offers: [OfferID]) -> Set<OfferID> { groups.open(alike: offers) }

    /// The classes with open offers, in order.
    var openClasses: [ReferenceClass] { groups.openClasses }

    /// The providers with open offers in a class, ascending, each with its lowest ask: per unit-hour, the mean over
    /// a week, half-even.
    func lowestAsks(in reference: ReferenceClass) -> [(provider: PartyID, price: UnitPrice)] {
        groups.open(in: reference).map { provider, open in
            (provider, open.map { offers[Int($0.number) - 1].offer.terms.price.weeklyMean }.min() ?? .zero)
        }
    }

    mutating func add(_ demand: Demand, _ versions: PinnedVersions, subsidyClass: Int32, isNearOthers: Bool = false) {
        var entry = DemandEntry(demand, versions, subsidyClass: subsidyClass)
        entry.isNearOthers = isNearOthers
        demands.append(entry)
    }

    /// A demand at rest with other terms.
    mutating func amend(_ demand: Demand, _ versions: PinnedVersions, subsidyClass: Int32) {
        let index = Int(demand.id.number) - 1
        precondition(demands[index].rests, "what is amended rests")
        leaveResting(demands[index].demand)
        update(demand.id) { entry in
            entry = entry.amended(demand, versions)
            entry.subsidyClass = subsidyClass
        }
        joinResting(demands[index].demand)
    }

    /// A quote that was taken is a demand at its new place.
    mutating func take(_ demand: Demand) { demands[Int(demand.id.number) - 1].demand = demand }

    mutating func update(_ id: DemandID, _ change: (inout DemandEntry) -> Void) {
        let index = Int(id.number) - 1
        let wasShort = demands[index].isShort
        change(&demands[index])
        guard demands[index].isShort != wasShort else { return }
        let buyer = demands[index].demand.buyer
        if wasShort { shortByBuyer[buyer].remove(id) } else { shortByBuyer[buyer].insert(id) }
    }

    /// The demands of a buyer that rest and are short, in order of place. Complexity: O(n log n) in these.
    func short(of buyer: PartyID) -> [DemandID] {
        guard !shortByBuyer[buyer].isEmpty else { return [] }
        return shortByBuyer[buyer].sorted { demand($0)!.demand.place < demand($1)!.demand.place }
    }

    private struct RestingDemand {
        let place: Place
        let id: DemandID
    }

    /// Puts a demand among its buyer's that rest, at its place. Complexity: as `leaveResting`.
    private mutating func joinResting(_ demand: Demand) {
        let position = restingPosition(of: demand)
        restingByBuyer[demand.buyer].insert(RestingDemand(place: demand.place, id: demand.id), at: position)
    }

    /// Takes a demand out of its buyer's that rest. Complexity: O(log n) to find it, and its followers move by one.
    private mutating func leaveResting(_ demand: Demand) {
        let position = restingPosition(of: demand)
        restingByBuyer[demand.buyer].remove(at: position)
    }

    private func restingPosition(of demand: Demand) -> Int {
        let place = demand.place
        return restingByBuyer[demand.buyer].firstPosition { $0.place >= place }
    }

    /// The demands of a buyer that rest, in order of place.
    func resting(of buyer: PartyID) -> [DemandID] { restingByBuyer[buyer].map(\.id) }

    func restingCount(of buyer: PartyID) -> Int64 { Int64(restingByBuyer[buyer].count) }

    mutating func rest(_ id: DemandID, at stamp: Stamp) {
        let index = Int(id.number) - 1
        guard !demands[index].rests else { return }
        update(id) { entry in
            entry.rests = true
            entry.restedAt = stamp
        }
        if demands[index].terms.watchesHours { watchingHours.insert(id) }
        joinResting(demands[index].demand)
    }

    mutating func close(_ id: DemandID, _ reason: Reason?, at stamp: Stamp) {
        let index = Int(id.number) - 1
        if demands[index].rests { leaveResting(demands[index].demand) }
        if !watchingHours.isEmpty { watchingHours.remove(id) }
        update(id) { entry in
            (entry.rests, entry.isOpen) = (false, false)
            (entry.closed, entry.closedAt) = (reason, stamp)
        }
    }

    mutating func countFill() { fillCount += 1 }

    /// The provider's lowest open price for a type in a zone over a window, as a sum of hourly prices; nil where no
    /// open offer spans the window.
    func lowestOpenSum(_ offer: Offer, over window: Window) -> Int64? {
        groups.open(alike: offer.id).compactMap { id in
            let entry = offers[Int(id.number) - 1]
            let spans = entry.isOpen && entry.offer.terms.schedule.least(over: window) > .zero
            return spans ? entry.offer.terms.price.sum(over: window) : nil
        }.min()
    }
}

extension DemandTerms {
    /// Whether hours passing may make it tradable while it rests.
    fileprivate var watchesHours: Bool {
        guard let chosenHours, lane == .now else { return false }
        return policy.allOrNone || policy.minimum > .zero || chosenHours.isInPieces
    }
}

extension Offer {
    /// The class whose reference price bounds what public money pays of its fills.
    var referenceClass: ReferenceClass { ReferenceClass(instanceType: terms.instanceType, zone: terms.zone) }
}

extension PriceSchedule {
    /// Per unit-hour, the mean over a week, half-even to a micro-yuan.
    var weeklyMean: UnitPrice {
        switch self {
        case .flat(let price): return price
        case .hourOfWeek(let prices):
            let week = prices.reduce(Int128(0)) { $0 + Int128($1.microYuan) }
            return UnitPrice(unchecked: Int64(Rounding.halfEven.quotient(week, 168)))
        }
    }
}
