import Domain
import Foundation
import Records

/// The zone tree, the links, the chips and the known parties of a market, from the files of `sample/`.
struct ReferenceTables {
    let zones: [ZoneRow]
    let links: [LinkRow]
    let chips: [Chip]
    let parties: [PartyRow]

    struct ZoneRow {
        let name: String
        let code: String
        let level: ZoneLevel
        let parent: String
        let chinese: String
        let english: String
    }

    struct LinkRow {
        let from: String
        let to: String
        let latencyMicroseconds: Int64
        let tariff: UnitPrice
        let kind: TariffKind
    }

    struct PartyRow {
        let name: String
        let provides: Bool
        let chinese: String
        let creditCode: CreditCode
        let profile: FirmProfile
    }

    /// Reads `zones.csv`, `links.csv`, `chips.csv` and `parties.csv` of a folder. Throws `FileProblem`.
    init(folder: String) throws {
        zones = try Self.zones(try CSVTable(path: folder + "/zones.csv", required: ["zone", "level", "parent"]))
        links = try Self.links(try CSVTable(path: folder + "/links.csv", required: ["from_zone", "to_zone"]))
        chips = try Self.chips(try CSVTable(path: folder + "/chips.csv", required: ["chip", "architecture"]))
        parties = try Self.parties(try CSVTable(path: folder + "/parties.csv", required: ["party", "role"]))
    }

    private static func zones(_ table: CSVTable) throws -> [ZoneRow] {
        let levels: [String: ZoneLevel] = [
            "nation": .nation, "hub": .hub, "province": .province, "cluster": .province, "city": .city, "edge": .edge,
        ]
        return try table.rows.map { row in
            guard let level = levels[table.field(row, "level")] else {
                throw table.problem(row, "level", "level_unknown", "is no level; write nation, hub, province or city")
            }
            return ZoneRow(
                name: try table.requireText(row, "zone"), code: table.field(row, "code"), level: level,
                parent: table.field(row, "parent"), chinese: try table.requireText(row, "zh"),
                english: try table.requireText(row, "en"))
        }
    }

    private static func links(_ table: CSVTable) throws -> [LinkRow] {
        try table.rows.map { row in
            let tariff = try table.requireInteger(row, "syn_tariff_micro_yuan_per_unit_hour")
            return LinkRow(
                from: try table.requireText(row, "from_zone"), to: try table.requireText(row, "to_zone"),
                latencyMicroseconds: try table.requireInteger(row, "one_way_us"),
                tariff: try table.domain(row, "syn_tariff_micro_yuan_per_unit_hour") { () throws(Reason) in
                    try UnitPrice(tariff: tariff)
                },
                kind: table.field(row, "syn_tariff_kind") == "charge" ? .charge : .policy)
        }
    }

    private static func chips(_ table: CSVTable) throws -> [Chip] {
        try table.rows.map { row in
            let rate = try table.integer(row, "fp16_dense_milli_tflops")
            let rates = rate.map { [DenseRate(precision: .fp16, milliTeraflops: $0)] } ?? []
            return try table.domain(row, "chip") { () throws(Reason) in
                Chip(
                    code: try Symbol(table.field(row, "chip")),
                    architecture: try Symbol(table.field(row, "architecture")),
                    origin: table.field(row, "origin") == "domestic" ? .domestic : .foreign, rates: rates)
            }
        }
    }

    private static func parties(_ table: CSVTable) throws -> [PartyRow] {
        try table.rows.map { row in
            let profile = try Self.profile(table, row)
            return try table.domain(row, "credit_code") { () throws(Reason) in
                PartyRow(
                    name: table.field(row, "party"), provides: table.field(row, "role") == "provider",
                    chinese: table.field(row, "zh"),
                    creditCode: try CreditCode(table.field(row, "credit_code")), profile: profile)
            }
        }
    }

    private static func profile(_ table: CSVTable, _ row: CSVRow) throws -> FirmProfile {
        let sectors: [String: Sector] = [
            "industry": .industry, "software": .software, "information": .informationTransmission, "other": .other,
        ]
        let yuan = 0...Money.most.fen / 100
        let (staff, revenue, assets) = (
            try table.integer(row, "staff", in: 0...100_000_000), try table.integer(row, "revenue_yuan", in: yuan),
            try table.integer(row, "assets_yuan", in: yuan)
        )
        return try table.domain(row, "founded_on") { () throws(Reason) in
            FirmProfile(
                region: try Region.symbol(areaCode: table.field(row, "area_code")),
                sector: sectors[table.field(row, "sector")] ?? .other, staff: staff,
                revenue: Money(fen: revenue * 100), assets: Money(fen: assets * 100),
                founded: try CivilDate(table.field(row, "founded_on")))
        }
    }
}

/// Codes of the places where firms are registered.
enum Region {
    /// The first four digits of GB/T 2260 and the names that programme files use.
    private static let cities = [
        "1101": "beijing", "1201": "tianjin", "3101": "shanghai", "3201": "nanjing", "3301": "hangzhou",
        "4401": "guangzhou", "4403": "shenzhen", "4201": "wuhan", "4501": "nanning", "5001": "chongqing",
        "5101": "chengdu",
    ]

    /// Errors: `symbolInvalid`.
    static func symbol(areaCode: String) throws(Reason) -> Symbol {
        try Symbol(cities[String(areaCode.prefix(4))] ?? "area-\(areaCode.prefix(4))")
    }
}
