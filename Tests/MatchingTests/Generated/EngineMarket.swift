import Domain
import Matching
import MatchingOracle

/// The engine behind the oracle's commands and events, driven as Trading drives it.
struct EngineMarket: ~Copyable {
    var book: MarketBook
    var events: [OracleEvent] = []
    private(set) var batches: [Batch] = []
    private var calls: Int64 = 0
    private let networks: [[Link]]
    /// As they stand, for amendments; those that have ended are left in.
    private var offers: [OfferID: Offer] = [:]
    var entries: [DemandID: OracleDemand] = [:]
    /// Whose offer filled a demand first.
    private var bound: [DemandID: PartyID] = [:]
    /// What was filled of each demand, in grain-hours.
    private var filled: [DemandID: Int64] = [:]
    var quotes: [DemandID: [PlannedFill]] = [:]
    let funds: @Sendable (DemandID, OfferID) -> Bool

    /// The versions of the network are numbered from 1, and those of the conversion likewise.
    init(
        rule: PriceRule, zones: [Zone], networks: [[Link]], conversions: [[Chip]] = [], types: [InstanceType],
        rates: [SubsidyTable.Rate],
        funds: @escaping @Sendable (DemandID, OfferID) -> Bool = { _, _ in true }
    ) {
        self.funds = funds
        self.networks = networks
        book = MarketBook(rule: rule, clock: .shanghai)
        for zone in zones { book.define(zone: zone) }
        for (version, links) in networks.enumerated() { book.publish(links: links, version: Int64(version) + 1) }
        for (version, chips) in conversions.enumerated() {
            book.publish(conversion: ConversionTable(version: Int64(version) + 1, chips: chips))
        }
        for type in types { book.define(instanceType: type) }
        book.use(subsidies: SubsidyTable().setting(rates, version: 1))
    }

    init(_ history: GeneratedHistory, funds: @escaping @Sendable (DemandID, OfferID) -> Bool) {
        let catalogue = history.catalogue
        self.init(
            rule: history.rule, zones: catalogue.zones, networks: catalogue.networks,
            conversions: catalogue.conversions, types: catalogue.types, rates: catalogue.rates, funds: funds)
    }

    mutating func apply(_ command: OracleCommand) -> [OracleEvent] {
        events = []
        switch command {
        case .list(let offer, let admissionClass):
            offers[offer.id] = offer
            book.list(offer, admissionClass: admissionClass)
            settle(RematchQueue(arriving: offer.id, in: book))
        case .withdraw(let offer): if mayChange(offer) { withdraw([offer]) }
        case .withdrawAll(let provider, _):
            let theirs = offers.values.filter { $0.provider == provider && book.isListed($0.id) }.map(\.id).sorted()
            withdraw(theirs.filter { !isFrozen($0) })
        case .cancelAll(let buyer, _): cancel(book.restingDemands(of: buyer).filter { !isFrozen($0) })
        case .amendDemand(let demand, let change, let subsidyClass, let links, let place):
            amend(demand, change, subsidyClass, links, place)
        case .amendOffer(let offer, let change, let place): amend(offer, change, place)
        case .submit(let entry): submit(entry)
        case .cancel(let demand): if mayChange(demand) { cancel([demand]) }
        case .release(let offer, let window, let quantity):
            guard quantity > .zero else { break }
            book.release(offer, over: window, quantity: quantity)
            settle(RematchQueue(arriving: offer, in: book))
        case .relate(let buyer, let provider, let relation): relate(buyer, provider, relation)
        case .begin(let hour):
            book.begin(at: hour)
            settle(RematchQueue(deciding: book.restingDemandsOfHours))
        case .call(let scope): call(scope)
        case .close(let awards): close(awards)
        case .suspend(let provider, let stands): suspend(provider, stands)
        case .halt(let stands):
            book.setHalted(stands)
            if !stands { settle(RematchQueue(deciding: book.restingDemands)) }
        case .quote(let entry, let share): quote(entry, share)
        case .takeQuote(let demand, let place): takeQuote(demand, place)
        case .endQuote(let demand): endQuote(demand)
        }
        return events
    }

    func violations() -> [String] {
        let funds = self.funds
        return book.violations { funds($0.demand, $0.offer) }
    }

    private mutating func submit(_ entry: OracleDemand) {
        entries[entry.demand.id] = entry
        book.admit(marketDemand(entry))
        settle(entry.demand.id, arriving: true)
    }

    func marketDemand(
        _ entry: OracleDemand, open: Int64? = nil, boundProvider: PartyID? = nil
    ) -> MarketDemand {
        let version = networks.firstIndex(of: entry.links) ?? 0
        return MarketDemand(
            demand: entry.demand,
            buyer: BuyerFacts(party: entry.demand.buyer, size: entry.size, profile: entry.profile),
            subsidyClass: entry.subsidyClass, network: Int64(version) + 1, conversion: Int64(version) + 1,
            open: open, boundProvider: boundProvider)
    }

    private mutating func amend(
        _ id: DemandID, _ change: DemandAmendment, _ subsidyClass: Int32, _ links: [Link], _ place: Place
    ) {
        guard mayChange(id), let entry = entries[id] else { return }
        let old = entry.demand.terms
        guard let terms = try? old.amended(by: change) else { return refuse(.minimumFillTooLarge) }
        let filled = filled[id, default: 0] / terms.hours
        if terms.mostGrains < filled { return refuse(.quantityBelowFilled) }
        if terms == old { return refuse(.nothingChanged) }
        let amended = OracleDemand(
            demand: entry.demand.amended(terms, place: place), size: entry.size, profile: entry.profile,
            subsidyClass: subsidyClass, links: links)
        entries[id] = amended
        book.amend(
            marketDemand(
                amended, open: terms.grains(of: terms.quantity) - filled,
                boundProvider: terms.singleProvider ? bound[id] : nil))
        settle(id, arriving: false)
    }

    private mutating func amend(_ id: OfferID, _ change: OfferAmendment, _ place: Place) {
        guard mayChange(id), let offer = offers[id] else { return }
        guard let terms = try? offer.terms.amended(by: change) else { return refuse(.lotSizeNotWhole) }
        guard book.isTaken(of: id, within: terms.schedule) else { return refuse(.capacitySold) }
        if terms == offer.terms { return refuse(.nothingChanged) }
        let amended = offer.amended(terms, place: place)
        offers[id] = amended
        var queue = RematchQueue(reducing: [id], in: book)
        book.amend(amended)
        if amended.place != offer.place { queue.arrive(id, in: book) }
        settle(queue)
    }

    private mutating func suspend(_ provider: PartyID, _ stands: Bool) {
        let theirs = offers.values.filter { $0.provider == provider && book.isListed($0.id) }.map(\.id).sorted()
        guard !stands else {
            let queue = RematchQueue(reducing: theirs.filter { !book.isSuspended($0) }, in: book)
            for offer in theirs { book.suspend(offer) }
            return settle(queue)
        }
        let back = theirs.filter { book.isSuspended($0) }
        for offer in back { book.resume(offer) }
        let met = Set(back.flatMap { book.restingDemands(meeting: $0) })
        settle(RematchQueue(deciding: book.restingDemands.filter { met.contains($0) }))
    }

    private mutating func withdraw(_ offers: [OfferID]) {
        let queue = RematchQueue(reducing: offers, in: book)
        for offer in offers {
            events.append(.withdrawn(offer))
            book.withdraw(offer)
        }
        settle(queue)
    }

    /// As the exchange has it: what is in an open batch cannot be changed by its owner. Where not, the refusal is noted.
    private mutating func mayChange(_ demand: DemandID) -> Bool {
        if !book.isAdmitted(demand) { refuse(.alreadyClosed) } else if isFrozen(demand) { refuse(.frozen) }
        return events.isEmpty
    }

    private mutating func mayChange(_ offer: OfferID) -> Bool {
        if !book.isListed(offer) { refuse(.alreadyClosed) } else if isFrozen(offer) { refuse(.frozen) }
        return events.isEmpty
    }

    private func isFrozen(_ demand: DemandID) -> Bool {
        batches.contains { $0.demands.contains { $0.demand == demand } }
    }

    private func isFrozen(_ offer: OfferID) -> Bool { batches.contains { $0.offers.contains { $0.offer == offer } } }

    mutating func refuse(_ reason: Reason) { events.append(.refused(reason)) }

    private mutating func cancel(_ demands: [DemandID]) {
        for demand in demands {
            events.append(.cancelled(demand, .cancelledByOwner))
            book.remove(demand)
        }
    }

    mutating func settle(_ demand: DemandID, arriving: Bool) {
        var queue = RematchQueue()
        decide(demand, arriving: arriving, &queue)
        settle(queue)
    }

    private mutating func relate(_ buyer: PartyID, _ provider: PartyID, _ relation: Int) {
        let relations: [PairRelation] = [.free, .related, .sameBeneficialOwner]
        let pairs = book.pairs.setting(
            [(buyer, provider, relations[relation])], version: book.pairs.version + 1)
        book.use(pairs: pairs)
        settle(RematchQueue(deciding: book.restingDemands(of: buyer)))
    }

    private mutating func call(_ scope: BatchScope) {
        calls += 1
        let members = book.batchMembers(of: scope)
        let batch = book.batch(BatchID(calls), scope, until: .epoch, members: members, passed: [])
        guard let batch else { return }
        let queue = RematchQueue(freezing: batch, in: book)
        book.freeze(batch)
        batches.append(batch)
        for held in batch.offers {
            for run in held.runs {
                events.append(.froze(held.offer, run.window, milli: run.capacity.milli, askSum: run.askSum))
            }
        }
        events.append(.called(batch.demands.map { OracleMember($0, of: batch) }))
        settle(queue)
    }

    private mutating func close(_ awards: [OracleAward]) {
        guard !batches.isEmpty else { return }
        let batch = batches.removeFirst()
        book.thaw(batch)
        for award in awards {
            let allotment = try? book.allotment(
                Quantity(unchecked: award.milli), of: award.offer, over: award.window, for: award.demand,
                shadowSum: award.shadow)
            guard let allotment else { continue }
            book.take(allotment.quantity, of: award.offer, over: allotment.window, for: award.demand)
            note(PlannedFill(allotment), of: award.demand)
        }
        for member in batch.demands.map(\.demand) where awards.contains(where: { $0.demand == member }) {
            let open = book.open(member) ?? .zero
            events.append(open == .zero ? .complete(member) : .rests(member, openMilli: open.milli))
            if open == .zero { book.remove(member) }
        }
        settle(RematchQueue(deciding: book.demandsAfter(batch)))
    }

    mutating func note(_ fill: PlannedFill, of demand: DemandID) {
        if bound[demand] == nil { bound[demand] = fill.provider }
        filled[demand, default: 0] += fill.grains * fill.window.hours
        events.append(
            .filled(
                demand, fill.offer, over: fill.window, milli: fill.quantity.milli, askSum: fill.askSum,
                priceSum: fill.priceSum,
                charge: fill.chargeTariff.microYuan, isRelated: fill.isRelated))
    }

    mutating func settle(_ queue: RematchQueue) {
        var queue = queue
        while let demand = queue.next(in: book) { decide(demand, arriving: false, &queue) }
    }

    private mutating func decide(_ demand: DemandID, arriving: Bool, _ queue: inout RematchQueue) {
        let funds = self.funds
        let decision = book.decide(demand) { funds($0.demand, $0.offer) }
        book.commit(decision)
        for fill in decision.fills { note(fill, of: demand) }
        switch decision.residual {
        case .none: events.append(.complete(demand))
        case .rest:
            if arriving || !decision.fills.isEmpty {
                events.append(.rests(demand, openMilli: book.open(demand)?.milli ?? 0))
            }
        case .cancel(let reason): events.append(.cancelled(demand, reason))
        }
        queue.append(decision, in: book)
    }
}

extension OracleMember {
    init(_ member: BatchDemand, of batch: Batch) {
        self.init(
            demand: member.demand, milli: member.quantity.milli, minimum: member.minimum.milli,
            arcs: member.arcs.flatMap { arc in
                member.starts(of: arc).map { start in
                    Arc(
                        offer: batch.offers[Int(arc.offer)].offer, tariff: arc.tariff.microYuan,
                        window: Window(unchecked: start, start + member.hours), rate: arc.subsidy.value)
                }
            })
    }
}
