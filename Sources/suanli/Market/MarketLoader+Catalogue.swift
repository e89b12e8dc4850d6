import Domain
import Records

extension MarketLoader {
    /// The catalogue: market clock, policy, zones, network, chips.
    func defineCatalogue(policy: MarketPolicy) async throws {
        try await desk.accept(.advanceClock(start), named: "start", by: Staff.clerk)
        try await desk.accept(.setPolicy(policy), named: "policy", by: Staff.clerk)
        for row in zoneRows { try await define(row) }
        try await desk.accept(.publishNetwork(links), named: "network", by: Staff.clerk)
        try await desk.accept(.publishConversion(tables.chips), named: "conversion", by: Staff.clerk)
    }

    /// The zones of the tables, and one for capacity in no hub: its latency to anywhere is unknown.
    var zoneRows: [ReferenceTables.ZoneRow] {
        let nation = tables.zones.first { $0.level == .nation }?.name ?? ""
        let outside = ReferenceTables.ZoneRow(
            name: "outside", code: "", level: .province, parent: nation, chinese: "枢纽之外",
            english: "Outside the hubs")
        return tables.zones + [outside]
    }

    private func define(_ row: ReferenceTables.ZoneRow) async throws {
        let terms = ZoneTerms(
            code: try Symbol(row.name), name: try Label(row.chinese), nameEnglish: try Label(row.english),
            level: row.level, parent: zones[row.parent])
        let made = try await desk.accept(.defineZone(terms), named: "zone-\(row.name)", by: Staff.clerk)
        know(row, as: try ZoneID(made.made ?? ""))
    }

    /// Remembers a zone by every name that the tables give it.
    func know(_ row: ReferenceTables.ZoneRow, as id: ZoneID) {
        for name in [row.name, row.code, row.chinese] where !name.isEmpty { zones[name] = id }
    }

    /// Each link of the tables, both ways.
    private var links: [Link] {
        tables.links.flatMap { row -> [Link] in
            guard let from = zones[row.from], let to = zones[row.to] else { return [] }
            return [(from, to), (to, from)].map { near, far in
                Link(
                    from: near, to: far, latencyMicroseconds: row.latencyMicroseconds, tariff: row.tariff,
                    tariffKind: row.kind)
            }
        }
    }
}
