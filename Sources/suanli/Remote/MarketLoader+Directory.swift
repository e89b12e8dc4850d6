import Domain
import ExchangeAPI

extension MarketLoader {
    /// Learns which zones, parties and instance types an exchange has, by the codes that the tables give them.
    ///
    /// - Parameter key: of an operator, who sees all parties.
    func learn(from client: ExchangeClient, key: String) async throws {
        let zones: [ZoneResource] = try await client.list("/v1/zones", key: key)
        for row in zoneRows {
            if let zone = zones.first(where: { $0.code.text == row.name }) { know(row, as: zone.id) }
        }
        let types: [InstanceTypeResource] = try await client.list("/v1/instance-types", key: key)
        for type in types { self.types.adopt(try type.terms.terms(), type.id) }
        try await learnParties(client, key)
    }

    private func learnParties(_ client: ExchangeClient, _ key: String) async throws {
        let known: [PartyResource] = try await client.list("/v1/parties", key: key)
        let numbers = Dictionary(
            known.compactMap { party in party.creditCode.map { ($0, party.id) } }, uniquingKeysWith: { $1 })
        for (names, provides) in [(files.providerNames, true), (files.buyerNames, false)] {
            for name in names { parties[name] = numbers[try creditCode(of: name, provides: provides)] }
        }
    }
}
