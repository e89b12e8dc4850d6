import Testing

/// Objects that are not there, and objects of others: to who may not see them they are not there either.
struct Foreign {
    let stage: Stage

    func play() async throws {
        let keys = stage.keys
        for (path, key, code) in [
            ("/v1/parties/party-999", keys.operator, "unknown_party"),
            ("/v1/parties/party-2", keys.buyer, "unknown_party"),
            ("/v1/instance-types/type-999", keys.buyer, "unknown_instance_type"),
            ("/v1/instance-types/type-999/conversion", keys.buyer, "unknown_instance_type"),
            ("/v1/payouts/payout-1", keys.buyer, "unknown_payout"),
            ("/v1/payouts/payout-99", keys.provider, "unknown_payout"),
            ("/v1/accounts/account-1", keys.buyer, "unknown_account"),
            ("/v1/accounts/account-1/transfers", keys.buyer, "unknown_account"),
            ("/v1/programmes/programme-99", keys.buyer, "unknown_programme"),
            ("/v1/lots/lot-1", keys.secondBuyer, "unknown_lot"), ("/v1/offers/offer-99", keys.buyer, "unknown_offer"),
            ("/v1/demands/demand-1", keys.secondBuyer, "unknown_demand"),
            ("/v1/demands/demand-1/explanation", keys.secondBuyer, "unknown_demand"),
            ("/v1/fills/fill-1", keys.secondBuyer, "unknown_fill"),
            ("/v1/fills/fill-1", keys.secondProvider, "unknown_fill"),
            ("/v1/leases/lease-1", keys.secondProvider, "unknown_lease"),
            ("/v1/leases/lease-1/deliveries", keys.secondBuyer, "unknown_lease"),
            ("/v1/market/depth?instance_type=type-99", keys.buyer, "unknown_instance_type"),
            ("/v1/market/depth?instance_type=type-1&zone=zone-99", keys.buyer, "unknown_zone"),
        ] {
            try await stage.get(path, key, 404, code)
        }
        try await stage.get("/v1/demands/demand-1/explanation", keys.buyer, 409, "already_closed")
        try await lists()
    }

    /// A list shows what is one's own, and nothing else.
    private func lists() async throws {
        for (path, members) in [("/v1/demands", ["buyer"]), ("/v1/fills", ["buyer", "provider"])] {
            let page = try await stage.get(path, stage.keys.secondBuyer)
            let items = page.object["items"] as? [[String: Any]] ?? []
            #expect(!items.isEmpty)
            #expect(items.allSatisfy { item in members.contains { item[$0] as? String == "party-2" } })
        }
        let lots = try await stage.get("/v1/lots", stage.keys.secondBuyer)
        #expect((lots.object["items"] as? [Any])?.isEmpty == true)
    }
}
