import Testing

/// Everything that can be read, by those who may.
struct Reading {
    let stage: Stage

    func play() async throws {
        try await lists()
        try await objects()
        try await log()
        try await process()
    }

    /// Each list page by page, one element at a time: no skip, no repeat.
    private func lists() async throws {
        let keys = stage.keys
        let lists: [(String, String)] = [
            ("/v1/parties", keys.operator), ("/v1/zones", keys.buyer), ("/v1/instance-types", keys.buyer),
            ("/v1/deposits", keys.auditor), ("/v1/payouts", keys.auditor), ("/v1/accounts", keys.auditor),
            ("/v1/accounts/account-1/transfers", keys.auditor), ("/v1/programmes", keys.manager),
            ("/v1/lots", keys.manager), ("/v1/offers", keys.buyer), ("/v1/demands", keys.buyer),
            ("/v1/fills", keys.auditor), ("/v1/leases", keys.auditor),
            ("/v1/leases/lease-1/deliveries", keys.provider), ("/v1/log/entries", keys.auditor),
            ("/v1/statement", keys.provider), ("/v1/batches", keys.buyer), ("/v1/halts", keys.buyer),
        ]
        for (path, key) in lists {
            let whole = try await stage.get("\(path)?limit=500", key)
            let paged = try await pages(path, key)
            #expect(paged == Self.count(whole), "\(path)")
            #expect(paged > 1, "\(path) has more than one page")
        }
    }

    private func pages(_ path: String, _ key: String) async throws -> Int {
        var (total, cursor) = (0, "")
        repeat {
            let page = try await stage.get("\(path)?limit=1\(cursor)", key)
            total += Self.count(page)
            cursor = (page.object["next"] as? String).map { "&cursor=\($0)" } ?? ""
        } while !cursor.isEmpty
        return total
    }

    private static func count(_ page: WireAnswer) -> Int { (page.object["items"] as? [Any])?.count ?? 0 }

    private func objects() async throws {
        let keys = stage.keys
        let party = try await stage.get("/v1/parties/party-1", keys.buyer)
        #expect(party.object["name"] as? String == "企业 1")
        #expect(try await stage.get("/v1/parties/party-3", keys.buyer).object["profile"] == nil)
        try await stage.get("/v1/instance-types/type-1", keys.provider)
        for path in ["/v1/network", "/v1/conversion", "/v1/policy", "/v1/clock"] {
            try await stage.get(path, keys.buyer)
        }
        try await stage.get("/v1/payouts/payout-1", keys.provider)
        try await stage.get("/v1/accounts/account-1", keys.auditor)
        let accounts = try await stage.get("/v1/accounts", keys.buyer).object["items"] as? [[String: Any]] ?? []
        for account in accounts {
            try await stage.get("/v1/accounts/\(account["id"] ?? "")/transfers", keys.buyer)
        }
        let wallet = try await stage.get("/v1/wallet", keys.buyer)
        #expect((wallet.object["vouchers"] as? [Any])?.count == 1)
        try await stage.get("/v1/programmes/programme-2", keys.buyer)
        try await stage.get("/v1/lots/lot-1", keys.buyer)
        try await stage.get("/v1/offers/offer-3", keys.buyer)
        try await stage.get("/v1/offers?instance_type=type-1&zone=zone-3&provider=party-3&state=open", keys.buyer)
        try await stage.get("/v1/demands/demand-1", keys.buyer)
        try await stage.get("/v1/demands?state=closed", keys.buyer)
        try await stage.get("/v1/fills/fill-1", keys.provider)
        try await stage.get("/v1/fills?demand=demand-1&offer=offer-1", keys.buyer)
        try await stage.get("/v1/leases/lease-1", keys.buyer)
        try await stage.get("/v1/market/depth?instance_type=type-1", keys.buyer)
        try await stage.get(
            "/v1/market/depth?instance_type=type-1&zone=zone-3&from=2026-12-10T00:00:00Z&until=2026-12-11T00:00:00Z",
            keys.provider)
    }

    private func log() async throws {
        let head = try await stage.get("/v1/log/checkpoint", nil)
        #expect(head.text.hasPrefix("test.example/log\n"))
        let size = try #require(head.sequence)
        try await stage.get("/v1/log/inclusion?sequence=3&size=\(size)", nil)
        try await stage.get("/v1/log/consistency?first=5&second=\(size)", nil)
        try await stage.get("/v1/log/inclusion?sequence=3&size=999999", nil, 404, "unknown_record")
        try await stage.get("/v1/log/consistency?first=7&second=999999", nil, 404, "unknown_record")
    }

    private func process() async throws {
        for path in ["/openapi.json", "/v1/health", "/v1/ready", "/v1/metrics"] { try await stage.get(path, nil) }
        let page = try await stage.get("/?lang=zh", nil)
        #expect(page.text.contains("算力交易所"))
        #expect(try await stage.get("/", nil).text.contains("Suanli Exchange"))
        try await stage.post("/v1/clock/confirmations", stage.keys.operator, nil, 200)
        let head = try await stage.exchange.send(WireRequest("HEAD", "/v1/health"))
        #expect(head.status == 200 && head.body.isEmpty)
    }
}
