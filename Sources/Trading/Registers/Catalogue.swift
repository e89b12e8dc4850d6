import Domain
import Records

/// Zones, network, chips, instance types and the market's policy, each with the version in force.
struct Catalogue {
    /// Position + 1 is the zone's number; likewise for instance types.
    private(set) var zones: [Zone] = []
    private(set) var types: [InstanceType] = []
    private(set) var links: [Link] = []
    private(set) var networkVersion: Int64 = 0
    /// Every version; position is the version's number.
    private(set) var conversions = [ConversionTable.empty]
    private(set) var policy = MarketPolicy.standard
    private(set) var policyVersion: Int64 = 0
    /// The dearest charge tariff of the links from a zone.
    private var dearest: [ZoneID: UnitPrice] = [:]
    private var zoneByCode: [Symbol: ZoneID] = [:]
    private var typeByCode: [Symbol: InstanceTypeID] = [:]

    func zone(_ id: ZoneID) -> Zone? { zones.entry(id.number) }
    func type(_ id: InstanceTypeID) -> InstanceType? { types.entry(id.number) }
    func knows(_ id: ZoneID) -> Bool { zones.has(id.number) }
    func knows(_ id: InstanceTypeID) -> Bool { types.has(id.number) }
    func zone(code: Symbol) -> ZoneID? { zoneByCode[code] }
    func type(code: Symbol) -> InstanceTypeID? { typeByCode[code] }
    func chip(_ code: Symbol) -> Chip? { conversions[conversions.count - 1].chip(code) }
    var conversionVersion: Int64 { conversions[conversions.count - 1].version }
    /// - Precondition: the version was published, or is 0.
    func conversion(_ version: Int64) -> ConversionTable { conversions[Int(version)] }

    mutating func add(_ zone: Zone) {
        zones.append(zone)
        zoneByCode[zone.code] = zone.id
    }

    mutating func add(_ type: InstanceType) {
        types.append(type)
        typeByCode[type.terms.code] = type.id
    }

    mutating func publish(_ links: [Link], version: Int64) {
        self.links = links
        networkVersion = version
        dearest = Dictionary(
            links.filter { $0.tariffKind == .charge }.map { ($0.from, $0.tariff) }, uniquingKeysWith: max)
    }

    /// No charge tariff of a route from `home` is dearer.
    func dearestCharge(from home: ZoneID) -> UnitPrice {
        var (zone, most) = (zone(home), UnitPrice.zero)
        while let current = zone {
            most = max(most, dearest[current.id] ?? .zero)
            zone = current.parent.flatMap { self.zone($0) }
        }
        return most
    }

    /// Whether a zone is in the reach of a demand at `home` as far as the tree goes: the nearest of `home` and its
    /// ancestors that is as wide as `level` contains it. Latency is not asked.
    func contains(_ zone: ZoneID, home: ZoneID, level: ZoneLevel) -> Bool {
        guard level != .nation else { return true }
        let homes = lineage(of: home)
        guard let scope = homes.first(where: { $0.level <= level }) ?? homes.last else { return false }
        return lineage(of: zone).contains { $0.id == scope.id }
    }

    /// Whether a zone is another one or lies in it.
    func contains(_ zone: ZoneID, within outer: ZoneID) -> Bool { lineage(of: zone).contains { $0.id == outer } }

    /// The zone itself, then its ancestors from the nearest.
    private func lineage(of zone: ZoneID) -> [Zone] {
        var (line, next) = ([Zone](), self.zone(zone))
        while let zone = next {
            line.append(zone)
            next = zone.parent.flatMap { self.zone($0) }
        }
        return line
    }

    mutating func publish(_ table: ConversionTable) { conversions.append(table) }

    mutating func set(_ policy: MarketPolicy, version: Int64) {
        self.policy = policy
        policyVersion = version
    }
}

extension Array {
    /// The entry that carries a number given in order from 1.
    func entry(_ number: Int64) -> Element? { has(number) ? self[Int(number) - 1] : nil }

    /// Whether an entry carries the number.
    func has(_ number: Int64) -> Bool { number >= 1 && number <= Int64(count) }
}
