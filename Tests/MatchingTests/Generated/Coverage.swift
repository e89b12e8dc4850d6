import Domain
import MatchingOracle

/// How often the generated histories reached what they are there for.
struct Coverage {
    private(set) var counts: [String: Int] = [:]
    private var demands: [DemandID: Demand] = [:]
    private var offers: [OfferID: Offer] = [:]
    private var rested: Set<DemandID> = []
    private var amounts: [DemandID: Int64] = [:]

    static let wanted = [
        "fill",
        "fill of a demand at rest",
        "fill by hour of the week",
        "fill over a limit's edge",
        "fill of a related pair",
        "fill at the demand's price",
        "fill with a charge",
        "several fills in one walk",
        "all-or-none rested, then filled",
        "minimum rested, then filled",
        "single provider",
        "cancelled wouldCrossBlock",
        "cancelled notAllFillable",
        "cancelled minimumNotMet",
        "cancelled unfilled",
        "cancelled when an offer came",
        "no fill for want of money",
        "fill of an amended demand",
        "fill of an amended offer",
        "cancelled with others",
        "withdrawn with others",
        "refused capacitySold",
        "refused nothingChanged",
        "refused alreadyClosed",
        "refused frozen",
        "refused minimumFillTooLarge",
        "batch",
        "batch of several members",
        "fill in a batch",
        "fill in a batch above the ask",
        "cancelled halted",
        "fill after a provider went on",
        "fill after the market went on",
        "fill of chosen hours",
        "fill of chosen hours by hour of the week",
        "chosen hours at several starts in one walk",
        "all-or-none of chosen hours rested, then filled",
        "fill of a piece",
        "pieces of several offers",
        "quote",
        "fill of a quote",
        "refused quotedTooMuch",
        "refused nothingToQuote",
        "fill in SCU",
        "fill in SCU at rest",
        "SCU complete below the quantity",
        "SCU complete beyond the quantity",
        "all-or-none in SCU",
        "minimum in SCU",
    ]

    /// What so few histories reach that a short run may miss it.
    static let rare = [
        "fill after a withdrawal", "fill after a release", "fill after a relation ended",
        "fill of others after an amendment", "fill of another demand when one came", "completed by an amendment",
        "fill of one that waited for a batch", "fill of others when a provider stood still", "fill when an hour began",
        "fill of one that a quote kept waiting", "refused quantityBelowFilled", "cancelled frozen",
        "SCU of two types in one walk",
    ]

    /// Numbers begin anew with each history.
    mutating func beginHistory() {
        demands = [:]
        offers = [:]
        rested = []
        amounts = [:]
    }

    mutating func count(_ name: String) { counts[name, default: 0] += 1 }

    mutating func note(_ command: OracleCommand, _ events: [OracleEvent]) {
        switch command {
        case .list(let offer, _): offers[offer.id] = offer
        case .submit(let entry), .quote(let entry, _): demands[entry.demand.id] = entry.demand
        default: noteAmendment(command, events)
        }
        for event in events { note(event, command) }
        noteScu(events)
        notePieces(events)
        if events.filter({ if case .filled = $0 { true } else { false } }).count > 1,
            case .submit = command
        {
            count("several fills in one walk")
        }
        let starts = events.compactMap {
            if case .filled(_, _, let window, _, _, _, _, _) = $0 { window.start } else { nil }
        }
        if Set(starts).count > 1, case .submit(let entry) = command, entry.demand.terms.chosenHours != nil {
            count("chosen hours at several starts in one walk")
        }
    }

    private mutating func notePieces(_ events: [OracleEvent]) {
        var offers: [DemandID: Set<OfferID>] = [:]
        for case .filled(let demand, let offer, let window, _, _, _, _, _) in events {
            if let terms = demands[demand]?.terms, window.hours < terms.hours {
                offers[demand, default: []].insert(offer)
            }
        }
        if offers.values.contains(where: { $0.count > 1 }) { count("pieces of several offers") }
    }

    /// What the fills of demands in SCU come to, by the first table.
    private mutating func noteScu(_ events: [OracleEvent]) {
        var types: [DemandID: Set<InstanceTypeID>] = [:]
        for case .filled(let demand, let offer, _, let milli, _, _, _, _) in events {
            guard let terms = demands[demand]?.terms, terms.scu != nil, let type = offers[offer]?.terms.instanceType
            else {
                continue
            }
            count("fill in SCU")
            if rested.contains(demand) { count("fill in SCU at rest") }
            if terms.policy.allOrNone { count("all-or-none in SCU") }
            if terms.policy.minimum > .zero { count("minimum in SCU") }
            if types[demand, default: []].insert(type).inserted, types[demand]?.count == 2 {
                count("SCU of two types in one walk")
            }
            let scales: [Int64: Int64] = [1: 1_026, 2: 8_205, 3: 1_000, 4: 250]
            amounts[demand, default: 0] += milli * (scales[type.number] ?? 0)
        }
        for case .complete(let demand) in events {
            guard let terms = demands[demand]?.terms, terms.scu != nil, let amount = amounts[demand] else { continue }
            if amount < terms.quantity.milli * 1_000 { count("SCU complete below the quantity") }
            if amount > terms.quantity.milli * 1_000 { count("SCU complete beyond the quantity") }
        }
    }

    /// What is amended has its new terms from then on, whatever its place.
    private mutating func noteAmendment(_ command: OracleCommand, _ events: [OracleEvent]) {
        if case .refused = events.first { return }
        switch command {
        case .amendDemand(let id, let change, _, _, _):
            guard let demand = demands[id], let terms = try? demand.terms.amended(by: change) else { return }
            demands[id] = demand.amended(terms, place: demand.place)
            if events == [.complete(id)] { count("completed by an amendment") }
        case .amendOffer(let id, let change, _):
            guard let offer = offers[id], let terms = try? offer.terms.amended(by: change) else { return }
            offers[id] = offer.amended(terms, place: offer.place)
        default: break
        }
    }

    private mutating func note(_ event: OracleEvent, _ command: OracleCommand) {
        switch event {
        case .filled(let demand, let offer, let window, _, let ask, let price, let charge, let isRelated):
            noteFill(demand, offer, window, ask, price, charge, isRelated)
            switch command {
            case .withdraw, .withdrawAll: count("fill after a withdrawal")
            case .amendDemand(demand, _, _, _, _): count("fill of an amended demand")
            case .amendOffer(offer, _, _): count("fill of an amended offer")
            case .amendDemand, .amendOffer: count("fill of others after an amendment")
            case .release: count("fill after a release")
            case .close(let awards) where awards.contains { $0.demand == demand && $0.offer == offer }:
                count("fill in a batch")
                if price > ask { count("fill in a batch above the ask") }
            case .close: count("fill of one that waited for a batch")
            case .suspend(_, false): count("fill after a provider went on")
            case .suspend(_, true): count("fill of others when a provider stood still")
            case .halt: count("fill after the market went on")
            case .relate: count("fill after a relation ended")
            case .begin: count("fill when an hour began")
            case .takeQuote(demand, _): count("fill of a quote")
            case .endQuote: count("fill of one that a quote kept waiting")
            case .submit(let entry) where entry.demand.id != demand: count("fill of another demand when one came")
            default: break
            }
        case .froze, .cut: break
        case .quoted: count("quote")
        case .called(let members):
            count("batch")
            if members.count > 1 { count("batch of several members") }
        case .rests(let demand, _): rested.insert(demand)
        case .complete: break
        case .cancelled(_, let reason):
            count("cancelled \(reason.rawValue)")
            if case .cancelAll = command { count("cancelled with others") }
            if case .list = command { count("cancelled when an offer came") }
        case .withdrawn: if case .withdrawAll = command { count("withdrawn with others") }
        case .refused(let reason): count("refused \(reason.rawValue)")
        }
    }

    private mutating func noteFill(
        _ demandID: DemandID, _ offerID: OfferID, _ window: Window, _ ask: Int64, _ price: Int64, _ charge: Int64,
        _ isRelated: Bool
    ) {
        guard let terms = demands[demandID]?.terms, let offer = offers[offerID]?.terms else { return }
        count("fill")
        if case .hourOfWeek = offer.price { count("fill by hour of the week") }
        if isRelated { count("fill of a related pair") }
        if price != ask { count("fill at the demand's price") }
        if charge > 0 { count("fill with a charge") }
        if terms.singleProvider { count("single provider") }
        let edge = ask + charge * window.hours == terms.limit.microYuan * window.hours
        if edge { count("fill over a limit's edge") }
        if terms.chosenHours != nil {
            count("fill of chosen hours")
            if case .hourOfWeek = offer.price { count("fill of chosen hours by hour of the week") }
            if window.hours < terms.hours { count("fill of a piece") }
        }
        guard rested.contains(demandID) else { return }
        count("fill of a demand at rest")
        if terms.policy.allOrNone, terms.chosenHours != nil {
            count("all-or-none of chosen hours rested, then filled")
        }
        if terms.policy.allOrNone { count("all-or-none rested, then filled") }
        if terms.policy.minimum > .zero { count("minimum rested, then filled") }
    }
}
