import Domain
import Matching
import Records
import Simulation
import Trading

/// Everybody who wants one hour and everything that is offered in it: one book, to be cleared under any policy.
///
/// Who may take what is as the matcher says it of each demand with its own window, before anything was sold. Quantities
/// are whole units, amounts those of the one hour.
public struct HourBook: Sendable {
    struct OfferRow: Sendable {
        let zone: ZoneID
        /// In the hour.
        let ask: UnitPrice
        let units: Int64
    }

    struct Link: Sendable {
        /// Position in the offers.
        let offer: Int
        let charge: Int64
        let policyTariff: Int64
    }

    struct DemandRow: Sendable {
        let home: ZoneID
        let units: Int64
        let minimum: Int64
        let limit: UnitPrice
        /// By ascending offer.
        var links: [Link]
    }

    public let hour: Hour
    public let zones: [Zone]
    var offers: [OfferRow] = []
    var demands: [DemandRow] = []

    /// The book of the hour that most is wanted of, the earliest of those; nil where nothing is wanted.
    ///
    /// - Complexity: O(demands of the hour × offers).
    public init?(busiestOf market: SimulatedExchange) {
        let orders = MarketOrders(market)
        guard let hour = orders.busiestHour else { return nil }
        self.hour = hour
        zones = orders.zones
        let wanted = orders.demands.filter { $0.terms.window.start <= hour && hour < $0.terms.window.end }
        guard let nation = zones.first(where: { $0.level == .nation }) else { return nil }
        let entries = wanted.compactMap { demand in market.inspect { $0.marketDemand(demand.id) } }
        var book = orders.book(entries, pairs: market.inspect { $0.pairsBlocked })
        let window = Window(unchecked: hour, hour + 1)
        var positions: [OfferID: Int] = [:]
        for offer in orders.offers {
            let units = book.freeCapacity(offer.id, over: window).milli / HourBook.lot.milli
            guard units > 0 else { continue }
            positions[offer.id] = offers.count
            let ask = UnitPrice(unchecked: offer.terms.price.sum(over: window))
            offers.append(OfferRow(zone: offer.terms.zone, ask: ask, units: units))
        }
        let most = wanted.reduce(0) { $0 + $1.terms.quantity.milli / HourBook.lot.milli }
        for demand in wanted {
            book.rest(demand.id)
            let scope = BatchScope(zone: nation.id, window: demand.terms.window, lot: HourBook.lot)
            for member in book.batchMembers(of: scope) { demands.append(row(demand, member, positions, most: most)) }
            book.remove(demand.id)
        }
    }

    static let lot = Quantity(unchecked: 1_000)

    private func row(
        _ demand: Demand, _ member: BatchMember, _ positions: [OfferID: Int], most: Int64
    ) -> DemandRow {
        let links = member.links.compactMap { link -> Link? in
            guard let offer = positions[link.candidate.offer] else { return nil }
            let charge = link.candidate.chargeTariff.microYuan
            return Link(offer: offer, charge: charge, policyTariff: link.tariff.microYuan - charge)
        }.filter { surplus($0, demand.terms.limit) >= 0 }
        var row = DemandRow(
            home: demand.terms.home, units: member.quantity.milli / HourBook.lot.milli,
            minimum: member.minimum.milli / HourBook.lot.milli, limit: member.limit, links: links)
        row.links = needed(row, most: most)
        return row
    }

    /// What a unit gains in a round: limit less ask and tariffs, in micro-yuan.
    func surplus(_ link: Link, _ limit: UnitPrice) -> Int64 {
        limit.microYuan - offers[link.offer].ask.microYuan - link.charge - link.policyTariff
    }

    /// The links that an optimum may need: at each level the best, until they have as many units as all demands want
    /// together. Whatever the others take, one of these is free wherever a worse one would be taken.
    private func needed(_ row: DemandRow, most: Int64) -> [Link] {
        let best = row.links.sorted { left, right in
            let gains = (surplus(left, row.limit), surplus(right, row.limit))
            return gains.0 != gains.1 ? gains.0 > gains.1 : left.offer < right.offer
        }
        var kept: [Int: Link] = [:]
        for level in ZoneLevel.allCases {
            let scope = scope(of: row.home, level)
            var units: Int64 = 0
            for link in best where units < most && scope.contains(offers[link.offer].zone) {
                kept[link.offer] = link
                units += offers[link.offer].units
            }
        }
        return kept.values.sorted { $0.offer < $1.offer }
    }

    /// The zones within which a demand is cleared at a level: those under the nearest of its home and the zones above it
    /// that is as wide.
    func scope(of home: ZoneID, _ level: ZoneLevel) -> ZoneScope { ZoneScope(home, level, zones) }
}

/// A zone and all zones under it.
struct ZoneScope {
    private let members: Set<ZoneID>

    init(_ home: ZoneID, _ level: ZoneLevel, _ zones: [Zone]) {
        let byID = Dictionary(uniqueKeysWithValues: zones.map { ($0.id, $0) })
        var root = byID[home]
        while let zone = root, zone.level > level, let parent = zone.parent { root = byID[parent] }
        var members: Set<ZoneID> = root.map { [$0.id] } ?? []
        // A zone is defined after the one above it.
        for zone in zones { if let parent = zone.parent, members.contains(parent) { members.insert(zone.id) } }
        self.members = members
    }

    func contains(_ zone: ZoneID) -> Bool { members.contains(zone) }
}
