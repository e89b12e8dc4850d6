import Domain

/// What serving one zone out of another takes.
struct Route: Hashable {
    /// One way, microseconds; nil where unknown.
    var latency: Int64?
    /// Micro-yuan per unit-hour, a line on the fill.
    var charge: Int64
    /// Micro-yuan per unit-hour that ranks only.
    var policyTariff: Int64

    static let unknown = Route(latency: nil, charge: 0, policyTariff: 0)
    static let home = Route(latency: 0, charge: 0, policyTariff: 0)

    init(latency: Int64?, charge: Int64, policyTariff: Int64) {
        self.latency = latency
        self.charge = charge
        self.policyTariff = policyTariff
    }

    init(_ link: Link) {
        latency = link.latencyMicroseconds
        charge = link.tariffKind == .charge ? link.tariff.microYuan : 0
        policyTariff = link.tariffKind == .policy ? link.tariff.microYuan : 0
    }

    /// An unknown latency is within no bound.
    func isWithin(_ mostMicroseconds: Int64) -> Bool {
        guard let latency else { return false }
        return latency <= mostMicroseconds
    }
}

/// The links of one version of the network.
struct Network {
    let version: Int64
    let links: [Link]
    private let routes: [ZonePair: Route]

    private struct ZonePair: Hashable {
        let from: ZoneID
        let to: ZoneID
    }

    /// Where a pair is listed twice the later link holds.
    init(version: Int64, links: [Link]) {
        self.version = version
        self.links = links
        routes = Dictionary(links.map { (ZonePair(from: $0.from, to: $0.to), Route($0)) }) { $1 }
    }

    /// The route from `home` to `zone`: the pair's own link; for a zone to itself zero; else the link of the closest
    /// pair of ancestors (fewest steps up in total, then fewest up from `zone`).
    func route(from home: Int32, to zone: Int32, in tree: ZoneTree) -> Route {
        let homes = tree.lineage(of: home)
        let zones = tree.lineage(of: zone)
        for steps in 0...(homes.count + zones.count - 2) {
            for up in 0...steps where up < zones.count && steps - up < homes.count {
                let pair = ZonePair(from: tree.zones[Int(homes[steps - up])].id, to: tree.zones[Int(zones[up])].id)
                if let route = routes[pair] { return route }
            }
            if steps == 0, home == zone { return .home }
        }
        return .unknown
    }
}
