import Domain
import Matching
import Simulation

/// Zones, links, types and rates of a generated market: few of each, so that everything meets everything.
struct GeneratedCatalogue {
    let zones: [Zone]
    /// Two versions of the network.
    let networks: [[Link]]
    /// Two versions of the conversion, one with each version of the network.
    let conversions: [[Chip]]
    let types: [InstanceType]
    let rates: [SubsidyTable.Rate]

    init(_ random: inout SeededGenerator) throws {
        zones = try GeneratedCatalogue.zones()
        networks = [GeneratedCatalogue.links(zones, &random), GeneratedCatalogue.links(zones, &random)]
        conversions = try GeneratedCatalogue.conversions()
        types = try GeneratedCatalogue.types()
        var rates: [SubsidyTable.Rate] = []
        for subsidyClass in Int32(1)...2 {
            for admissionClass in Int32(0)...2 {
                for type in types where random.chance(50) {
                    let rate = BasisPoints(unchecked: random.pick([1_000, 2_500, 5_000, 10_000]))
                    rates.append(
                        SubsidyTable.Rate(
                            subsidyClass: subsidyClass, admissionClass: admissionClass, instanceType: type.id,
                            rate: rate))
                }
            }
        }
        self.rates = rates
    }

    /// A nation of two hubs, three provinces, three cities and an edge site.
    static func zones() throws -> [Zone] {
        let rows: [(number: Int64, level: ZoneLevel, parent: Int64)] = [
            (1, .nation, 0), (2, .hub, 1), (3, .hub, 1), (4, .province, 2), (5, .province, 2), (6, .province, 3),
            (7, .city, 4), (8, .city, 4), (9, .city, 6), (10, .edge, 7),
        ]
        return try rows.map { row in
            Zone(
                id: ZoneID(row.number), code: try Symbol("z\(row.number)"), name: try Label("区\(row.number)"),
                nameEnglish: try Label("zone \(row.number)"), level: row.level,
                parent: row.parent == 0 ? nil : ZoneID(row.parent))
        }
    }

    private static func links(_ zones: [Zone], _ random: inout SeededGenerator) -> [Link] {
        var links: [Link] = []
        for from in zones {
            for to in zones where random.chance(30) {
                links.append(
                    Link(
                        from: from.id, to: to.id, latencyMicroseconds: random.pick([1_000, 5_000, 20_000]),
                        tariff: UnitPrice(unchecked: random.pick([0, 10, 20, 30])),
                        tariffKind: random.pick([.charge, .policy])))
            }
        }
        return links
    }

    /// Units of 1.026, 8.205, 1 and 0.25 SCU at FP16, later of 0.897, 7.179, 0.962 and 0.24; at BF16 `ascend` has a rate in
    /// the second alone.
    static func conversions() throws -> [[Chip]] {
        func chip(_ code: String, _ origin: ChipOrigin, _ fp16: Int64, _ bf16: Int64?) throws -> Chip {
            var rates = [DenseRate(precision: .fp16, milliTeraflops: fp16)]
            if let bf16 { rates.append(DenseRate(precision: .bf16, milliTeraflops: bf16)) }
            return Chip(code: try Symbol(code), architecture: try Symbol("any"), origin: origin, rates: rates)
        }
        return [
            [try chip("ascend", .domestic, 320_000, nil), try chip("ampere", .foreign, 312_000, 312_000)],
            [try chip("ascend", .domestic, 280_000, 140_000), try chip("ampere", .foreign, 300_000, 312_000)],
        ]
    }

    static func types() throws -> [InstanceType] {
        let gigabyte: Int64 = 1 << 30
        let rows:
            [(
                chip: String?, architecture: String, origin: ChipOrigin, chips: Int64, memory: Int64, vcpu: Int64,
                service: ServiceKind
            )] = [
                ("ascend", "cann", .domestic, 1000, 32 * gigabyte, 8_000, .bare),
                ("ascend", "cann", .domestic, 8000, 32 * gigabyte, 64_000, .image),
                ("ampere", "cuda", .foreign, 1000, 80 * gigabyte, 16_000, .bare),
                ("ampere", "cuda", .foreign, 250, 80 * gigabyte, 4_000, .managedPlatform),
                (nil, "x86", .unstated, 0, 0, 32_000, .bare),
            ]
        return try rows.enumerated().map { position, row in
            InstanceType(
                id: InstanceTypeID(Int64(position) + 1),
                terms: InstanceTypeTerms(
                    code: try Symbol("type-\(position + 1)"), kind: row.chip == nil ? .cpu : .accelerator,
                    architecture: try Symbol(row.architecture), chip: try row.chip.map { try Symbol($0) },
                    origin: row.origin, chipsMilli: row.chips, chipMemoryBytes: row.memory, vcpuMilli: row.vcpu,
                    memoryBytes: row.vcpu * (gigabyte / 1000), service: row.service))
        }
    }
}
