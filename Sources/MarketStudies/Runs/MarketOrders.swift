import Domain
import Matching
import Records
import Simulation
import Trading

/// The catalogue and the orders of a market, from its journal.
struct MarketOrders {
    private(set) var zones: [Zone] = []
    private(set) var types: [InstanceType] = []
    private(set) var networks: [(version: Int64, links: [Link])] = []
    /// As they were listed; what was amended, as it stands last.
    private(set) var offers: [Offer] = []
    private(set) var demands: [Demand] = []
    private var positions: [OfferID: Int] = [:]

    init(_ market: SimulatedExchange) {
        for entry in market.entries { for event in entry.record.events { note(event) } }
    }

    private mutating func note(_ event: Event) {
        switch event {
        case .zoneDefined(let zone): zones.append(zone)
        case .instanceTypeDefined(let type): types.append(type)
        case .networkPublished(let version, let links): networks.append((version, links))
        case .offerListed(let offer):
            positions[offer.id] = offers.count
            offers.append(offer)
        case .offerAmended(let offer): if let position = positions[offer.id] { offers[position] = offer }
        case .demandAccepted(let demand, _): demands.append(demand)
        default: break
        }
    }

    /// The hour that most is wanted of, the earliest of those; nil without demands.
    var busiestHour: Hour? {
        var changes: [Hour: Int64] = [:]
        for demand in demands {
            changes[demand.terms.window.start, default: 0] += demand.terms.quantity.milli
            changes[demand.terms.window.end, default: 0] -= demand.terms.quantity.milli
        }
        var (wanted, most): (Int64, (hour: Hour, wanted: Int64)?) = (0, nil)
        for hour in changes.keys.sorted() {
            wanted += changes[hour] ?? 0
            if wanted > most?.wanted ?? 0 { most = (hour, wanted) }
        }
        return most?.hour
    }

    /// A book with all offers, of which nothing is sold, and demands in hand.
    func book(_ demands: [MarketDemand], pairs: PairTable) -> MarketBook {
        var book = MarketBook(rule: .listed, clock: .shanghai)
        for zone in zones { book.define(zone: zone) }
        for type in types { book.define(instanceType: type) }
        for network in networks { book.publish(links: network.links, version: network.version) }
        book.use(pairs: pairs)
        for offer in offers { book.list(offer, admissionClass: 0) }
        for demand in demands { book.admit(demand) }
        return book
    }
}
