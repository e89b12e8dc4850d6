import Domain
import Matching

/// How many offer classes each demand could meet: counted from the terms, not by the engine.
struct ClassCounts {
    let classes: Int
    let compatible: Samples<Int>

    /// What an offer's class is made of.
    private struct Key: Hashable {
        let type: InstanceTypeID
        let zone: ZoneID
        let vat: VATRate
        let tier: VerificationTier
        let lot: Quantity
        let termHours: Int64
        let admissionClass: Int32
    }

    init(
        _ market: RichMarket, _ offers: [RichMarket.Listing], _ demands: [MarketDemand]
    ) {
        let keys = Set(
            offers.map { entry in
                let terms = entry.offer.terms
                return Key(
                    type: terms.instanceType, zone: terms.zone, vat: terms.vat, tier: terms.tier, lot: terms.lotSize,
                    termHours: terms.shortestTermHours, admissionClass: entry.admissionClass)
            })
        classes = keys.count
        // By type, zone and tier: what a demand tells apart.
        var counts: [InstanceTypeID: [ZoneID: [VerificationTier: Int]]] = [:]
        for key in keys { counts[key.type, default: [:]][key.zone, default: [:]][key.tier, default: 0] += 1 }
        let places = Places(market)
        compatible = Samples(
            demands.map { entry in
                let terms = entry.demand.terms
                let zones = places.within(terms.reach, of: terms.home)
                return market.types.filter { terms.requirements.admits($0) }.reduce(0) { sum, type in
                    let byZone = counts[type.id] ?? [:]
                    return sum
                        + zones.reduce(0) { sum, zone in
                            let byTier = byZone[zone] ?? [:]
                            return sum
                                + byTier.reduce(0) { $0 + ($1.key >= terms.requirements.leastTier ? $1.value : 0) }
                        }
                }
            })
    }

    /// Which cities a reach has.
    private struct Places {
        private let parents: [ZoneID: ZoneID]
        private let levels: [ZoneID: ZoneLevel]
        private let cities: [ZoneID]
        private let latencies: [ZoneID: [ZoneID: Int64]]

        init(_ market: RichMarket) {
            parents = Dictionary(
                uniqueKeysWithValues: market.zones.compactMap { zone in zone.parent.map { (zone.id, $0) } })
            levels = Dictionary(uniqueKeysWithValues: market.zones.map { ($0.id, $0.level) })
            cities = market.zones.filter { $0.level == .city }.map(\.id)
            latencies = market.links.reduce(into: [:]) {
                $0[$1.from, default: [:]][$1.to] = $1.latencyMicroseconds
            }
        }

        func within(_ reach: Reach, of home: ZoneID) -> [ZoneID] {
            let top = ancestor(of: home, reach.level)
            return cities.filter { city in
                guard ancestor(of: city, reach.level) == top else { return false }
                guard let most = reach.latencyMicrosecondsMost, city != home else { return true }
                return latencies[home]?[city].map { $0 <= most } ?? false
            }
        }

        private func ancestor(of zone: ZoneID, _ level: ZoneLevel) -> ZoneID? {
            var zone: ZoneID? = zone
            while let at = zone, let found = levels[at], found > level { zone = parents[at] }
            return zone
        }
    }
}
