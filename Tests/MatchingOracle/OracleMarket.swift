import Domain

/// The market, slowly: lists of plain values, searched from end to end, every sum taken hour by hour.
///
/// It shares nothing with the engine but the words of Domain. Where the two differ, one of them is wrong.
public final class OracleMarket {
    let rule: PriceRule
    var zones: [Zone] = []
    var types: [InstanceType] = []
    /// subsidy class, admission class, type → basis points.
    public var rates: [[Int64]: Int64] = [:]
    /// buyer, provider → 1 related, 2 the same beneficial owner.
    var relations: [[PartyID]: Int] = [:]
    var offers: [OracleOffer] = []
    var demands: [OracleRest] = []
    var batches: [OracleBatch] = []
    var suspended: Set<OfferID> = []
    var isHalted = false
    var quotes: [OracleQuote] = []
    /// In the order of fills.
    var sales: [OracleSale] = []
    /// Every demand as it was asked last.
    var known: [DemandID: OracleDemand] = [:]
    /// In order of place.
    var bundles: [OracleBundle] = []
    /// While a line of a bundle is tried.
    var bond: OracleBond?
    var knownReach: [[Int64]: Bool] = [:]
    var knownLinks: [[Int64]: Link?] = [:]
    var knownWorth: [[Int64]: Int64?] = [:]
    /// The conversion table that was in force with each version of the network.
    public var conversions: [(links: [Link], chips: [Chip])] = []
    /// No hour that is chosen begins before it.
    var firstHour: Hour = 0
    /// In microseconds: when the next hour begins that may make a demand at rest tradable.
    var hourDue: Int64?
    let funds: (DemandID, OfferID) -> Bool

    struct OracleOffer {
        var offer: Offer
        let admissionClass: Int32
        var taken: [(window: Window, milli: Int64)] = []
    }

    struct OracleRest {
        var entry: OracleDemand
        /// Milli-units; of a demand in SCU micro-SCU.
        var open: Int64
        var provider: PartyID?
        /// Of hours that are chosen only those that begin with this one.
        var start: Hour?
        var terms: DemandTerms { entry.demand.terms }
    }

    public init(rule: PriceRule, zones: [Zone], types: [InstanceType], funds: @escaping (DemandID, OfferID) -> Bool) {
        self.rule = rule
        self.zones = zones
        self.types = types
        self.funds = funds
    }

    /// The demands at rest by number, with what is open.
    public var resting: [DemandID: Int64] {
        Dictionary(uniqueKeysWithValues: demands.map { ($0.entry.demand.id, told($0)) })
    }

    public func apply(_ command: OracleCommand) -> [OracleEvent] {
        var events: [OracleEvent] = []
        switch command {
        case .list(let offer, let admissionClass):
            offers.append(OracleOffer(offer: offer, admissionClass: admissionClass))
            arrive(offer.id, &events)
        case .withdraw(let id):
            guard offers.contains(where: { $0.offer.id == id }) else { return [.refused(.alreadyClosed)] }
            if isFrozen(id) { return [.refused(.frozen)] }
            offers.removeAll { $0.offer.id == id }
            events.append(.withdrawn(id))
        case .submit(let entry):
            known[entry.demand.id] = entry
            demands.append(OracleRest(entry: entry, open: wanted(entry.demand.terms)))
            decide(entry.demand.id, arriving: true, &events)
        case .cancel(let id):
            if let bundle = bundle(of: id) {
                end(bundle: bundle, .cancelledByOwner, &events)
                break
            }
            guard resting[id] != nil else { return [.refused(.alreadyClosed)] }
            if isFrozen(id) { return [.refused(.frozen)] }
            demands.removeAll { $0.entry.demand.id == id }
            events.append(.cancelled(id, .cancelledByOwner))
        case .amendDemand(let id, let change, let subsidyClass, let links, let place):
            amend(id, change, subsidyClass, links, place, &events)
        case .amendOffer(let id, let change, let place): amend(id, change, place, &events)
        case .cancelAll(let buyer, let scope): cancelAll(of: buyer, scope, &events)
        case .withdrawAll(let provider, let scope):
            let theirs = offers.filter {
                $0.offer.provider == provider && isWithin($0, scope) && !isFrozen($0.offer.id)
            }.map(\.offer.id)
            events += theirs.sorted().map { .withdrawn($0) }
            offers.removeAll { theirs.contains($0.offer.id) }
        case .release(let id, let window, let quantity):
            guard let position = offers.firstIndex(where: { $0.offer.id == id }) else { break }
            offers[position].taken.append((window, -quantity.milli))
            arrive(id, &events)
        case .relate(let buyer, let provider, let relation):
            relations[[buyer, provider]] = relation
            let theirs = demands.filter { $0.entry.demand.buyer == buyer }.sorted(by: earlier)
            for rest in theirs { decide(rest.entry.demand.id, arriving: false, &events) }
        case .begin(let hour): firstHour = hour
        case .call(let scope): call(scope, &events)
        case .close(let awards): close(awards, &events)
        case .suspend(let provider, let stands): suspend(provider, stands, &events)
        case .halt(let stands):
            isHalted = stands
            if !stands {
                for rest in demands.sorted(by: earlier) { decide(rest.entry.demand.id, arriving: false, &events) }
            }
        case .quote(let entry, let share): quote(entry, share, &events)
        case .takeQuote(let id, let place): takeQuote(id, place, &events)
        case .endQuote(let id): endQuote(id, &events)
        }
        settle(&events)
        note(events)
        watchHours()
        return events
    }

    /// Decides the demands that an offer meets, in its order of them, each if it still meets it then.
    func arrive(_ id: OfferID, _ events: inout [OracleEvent]) {
        guard let offer = offers.first(where: { $0.offer.id == id }) else { return }
        let met = demands.filter { meets($0, id) }
        let ordered = met.sorted { left, right in
            if rule != .listed {
                let (leftPays, rightPays) = (pays(left, offer), pays(right, offer))
                if leftPays != rightPays { return leftPays > rightPays }
            }
            return earlier(left, right)
        }
        for rest in ordered where meets(rest, id) {
            settleBundles(before: rest, &events)
            if meets(rest, id) { decide(rest.entry.demand.id, arriving: false, &events) }
        }
    }

    /// Where the rule ranks no demand by its limit, bundles are decided by place among the demands at rest.
    private func settleBundles(before rest: OracleRest, _ events: inout [OracleEvent]) {
        guard rule == .listed else { return }
        var before = -1
        while before != events.count {
            before = events.count
            let earlier = bundles.filter { isEarlier($0.place, rest.entry.demand.place) }
            for bundle in earlier where before == events.count { decide(bundle: bundle.id, &events) }
        }
    }

    /// Limit less charge, in thousandths of a micro-yuan per unit-hour.
    private func pays(_ rest: OracleRest, _ offer: OracleOffer) -> Int128 {
        let worth = rest.terms.scu == nil ? 1_000 : worth(rest, offer.offer.terms.instanceType) ?? 0
        return Int128(rest.terms.limit.microYuan) * Int128(worth) - Int128(tariffs(rest, offer).charge) * 1_000
    }

    func meets(_ rest: OracleRest, _ id: OfferID) -> Bool {
        guard let offer = offers.first(where: { $0.offer.id == id }), !isApart(rest), !suspended.contains(id)
        else { return false }
        return couldTakeNow(rest, offer)
    }

    /// Whatever would still trade, earliest first, until nothing would; bundles after demands where limits rank these.
    func settle(_ events: inout [OracleEvent]) {
        var before = -1
        while before != events.count {
            before = events.count
            for rest in demands.sorted(by: earlier) where before == events.count {
                settleBundles(before: rest, &events)
                if before == events.count { decide(rest.entry.demand.id, arriving: false, &events) }
            }
            for bundle in bundles where before == events.count { decide(bundle: bundle.id, &events) }
        }
    }

    func earlier(_ left: OracleRest, _ right: OracleRest) -> Bool {
        isEarlier(left.entry.demand.place, right.entry.demand.place)
    }

    func isEarlier(_ left: Place, _ right: Place) -> Bool {
        [left.sequence, left.position].lexicographicallyPrecedes([right.sequence, right.position])
    }

    /// In the batch lane, or frozen: the continuous lane does not see it.
    private func isApart(_ rest: OracleRest) -> Bool { rest.terms.lane == .batch || isFrozen(rest.entry.demand.id) }

    /// Decides one demand; a demand that rested and goes on resting unchanged leaves no event.
    func decide(_ id: DemandID, arriving: Bool, _ events: inout [OracleEvent]) {
        guard let position = demands.firstIndex(where: { $0.entry.demand.id == id }) else { return }
        let rest = demands[position]
        if isComplete(rest) { return conclude(position, [], changed: false, lifting: false, &events) }
        if isApart(rest) {
            if arriving { events.append(.rests(id, openMilli: told(rest))) }
            return
        }
        if isHalted {
            if rest.terms.policy.immediate { demands.remove(at: position) }
            if arriving {
                events.append(
                    rest.terms.policy.immediate ? .cancelled(id, .halted) : .rests(id, openMilli: told(rest)))
            }
            return
        }
        let walked = walk(rest, lifting: false)
        let fills = judged(walked, rest)
        for fill in fills {
            guard let at = offers.firstIndex(where: { $0.offer.id == fill.offer.offer.id }) else { continue }
            offers[at].taken.append((fill.window, fill.milli))
            if rest.terms.singleProvider { demands[position].provider = fill.offer.offer.provider }
            events.append(event(fill, rest))
        }
        demands[position].open -= units(fills, rest)
        if !isComplete(demands[position]), rest.terms.policy.immediate, let reason = passedBy(rest, walked) {
            events.append(.cancelled(id, reason))
            demands.remove(at: position)
            return
        }
        conclude(position, fills, changed: arriving || !fills.isEmpty, lifting: true, &events)
    }

    /// - Parameter lifting: whether it is cancelled where it would trade but for a block.
    func conclude(
        _ position: Int, _ fills: [OracleFill], changed: Bool, lifting: Bool, _ events: inout [OracleEvent]
    ) {
        let rest = demands[position]
        let (id, policy) = (rest.entry.demand.id, rest.terms.policy)
        if isComplete(rest) {
            events.append(.complete(id))
        } else if policy.immediate {
            let minimumFailed = fills.isEmpty && policy.minimum.milli > 1
            events.append(
                .cancelled(id, policy.allOrNone ? .notAllFillable : minimumFailed ? .minimumNotMet : .unfilled))
        } else if lifting, !judged(walk(rest, lifting: true), rest).isEmpty {
            events.append(.cancelled(id, .wouldCrossBlock))
        } else {
            if changed { events.append(.rests(id, openMilli: told(rest))) }
            return
        }
        demands.remove(at: position)
    }
}
