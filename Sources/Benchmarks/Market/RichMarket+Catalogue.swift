import Domain
import Matching

/// Zones, links, types and rates of the generated market.
extension RichMarket {
    /// A market with its catalogue, and nothing listed yet.
    func emptyBook() -> MarketBook {
        var book = MarketBook(rule: .listed, clock: .shanghai)
        for zone in zones { book.define(zone: zone) }
        for type in types + [untouchedType] { book.define(instanceType: type) }
        book.publish(links: links, version: 1)
        book.use(subsidies: SubsidyTable().setting(rates, version: 1))
        return book
    }

    static let chips = 16
    private static let gigabyte: Int64 = 1 << 30

    /// A nation of four hubs, ten provinces and 50 cities, numbered in this order from 1.
    static func zones() throws(Reason) -> [Zone] {
        var zones = [try zone(1, .nation, nil)]
        for number in 0..<4 { zones.append(try zone(2 + Int64(number), .hub, 1)) }
        for number in 0..<10 { zones.append(try zone(6 + Int64(number), .province, 2 + Int64(number) * 4 / 10)) }
        for number in 0..<50 { zones.append(try zone(16 + Int64(number), .city, 6 + Int64(number) / 5)) }
        return zones
    }

    static func city(_ number: Int64) -> ZoneID { ZoneID(16 + number) }

    /// Between any two cities: farther and dearer the wider the zone that holds both.
    static func links(_ zones: [Zone]) -> [Link] {
        let cities = zones.filter { $0.level == .city }
        let parents = Dictionary(uniqueKeysWithValues: zones.map { ($0.id, $0.parent) })
        func parent(_ zone: ZoneID?) -> ZoneID? { zone.flatMap { parents[$0] ?? nil } }
        var links: [Link] = []
        for from in cities {
            for to in cities where from.id != to.id {
                let sameProvince = from.parent == to.parent
                let sameHub = parent(from.parent) == parent(to.parent)
                let (latency, tariff): (Int64, Int64) =
                    sameProvince ? (2_000, 20_000) : sameHub ? (8_000, 50_000) : (20_000, 100_000)
                links.append(
                    Link(
                        from: from.id, to: to.id, latencyMicroseconds: latency,
                        tariff: UnitPrice(unchecked: tariff), tariffKind: .charge))
            }
        }
        return links
    }

    /// 16 chips of five architectures, each with one, two, four or eight a unit, in three kinds of delivery.
    static func types() throws(Reason) -> [InstanceType] {
        var types: [InstanceType] = []
        for chip in 0..<Int64(chips) {
            for (count, service) in [1, 2, 4, 8].flatMap({ count in
                [ServiceKind.bare, .image, .managedPlatform].map { (count, $0) }
            }) {
                types.append(
                    InstanceType(
                        id: InstanceTypeID(Int64(types.count) + 1),
                        terms: InstanceTypeTerms(
                            code: try Symbol("chip-\(chip).\(count).\(service.rawValue)"), kind: .accelerator,
                            architecture: try Symbol("architecture-\(chip % 5)"), chip: try Symbol("chip-\(chip)"),
                            origin: chip % 2 == 0 ? .domestic : .foreign, chipsMilli: Int64(count) * 1_000,
                            chipMemoryBytes: (16 << (chip % 4)) * gigabyte, vcpuMilli: Int64(count) * 12_000,
                            memoryBytes: Int64(count) * 96 * gigabyte, service: service)))
            }
        }
        return types
    }

    static func storageType(_ number: Int64) throws(Reason) -> InstanceType {
        InstanceType(
            id: InstanceTypeID(number),
            terms: InstanceTypeTerms(
                code: try Symbol("storage"), kind: .storage, architecture: try Symbol("none"), chip: nil,
                origin: .unstated, chipsMilli: 0, chipMemoryBytes: 0, vcpuMilli: 0, memoryBytes: 0))
    }

    /// Domestic chips are subsidised, more for some buyers and only by some providers.
    static func rates(_ types: [InstanceType]) -> [SubsidyTable.Rate] {
        types.filter { $0.terms.origin == .domestic }.flatMap { type in
            (Int32(1)...2).flatMap { subsidyClass in
                (Int32(0)...1).map { admissionClass in
                    SubsidyTable.Rate(
                        subsidyClass: subsidyClass, admissionClass: admissionClass, instanceType: type.id,
                        rate: BasisPoints(unchecked: subsidyClass == 1 ? 3_000 : 5_000))
                }
            }
        }
    }

    /// What a unit-hour of the type costs about, in micro-yuan: chips by kind, more for what is delivered with more.
    static func level(of type: InstanceType) -> Int64 {
        let memory = type.terms.chipMemoryBytes / gigabyte
        return (2_000_000 + memory * 100_000) * type.terms.chipsMilli / 1_000
            * (10 + Int64(type.terms.service.rawValue)) / 10
    }

    private static func zone(_ number: Int64, _ level: ZoneLevel, _ parent: Int64?) throws(Reason) -> Zone {
        Zone(
            id: ZoneID(number), code: try Symbol("zone-\(number)"), name: try Label("区\(number)"),
            nameEnglish: try Label("zone \(number)"), level: level, parent: parent.map { ZoneID($0) })
    }
}
