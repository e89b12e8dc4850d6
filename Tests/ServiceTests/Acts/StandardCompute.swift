import Testing

/// A demand in SCU, and a new conversion table: old fills stay as they were, a demand at rest keeps its version.
struct StandardCompute {
    let stage: Stage

    /// Units of eight chips are 8 SCU at FP16 by the first table: two of them are within a hundredth of 16.1.
    func play() async throws {
        try await stage.post("/v1/offers", stage.keys.provider, Self.offer(units: 4))
        let preview = try await stage.post("/v1/demands/preview", stage.keys.buyer, Self.demand(16_100), 200)
        #expect((preview.object["fills"] as? [[String: Any]])?.first?["milli_scu_per_unit"] as? Int == 8_000)
        try await quoted()
        let bought = try await stage.post("/v1/demands", stage.keys.buyer, Self.demand(16_100))
        #expect(bought.object["state"] as? String == "filled")
        let first = try #require((bought.object["fills"] as? [[String: Any]])?.first)
        #expect(first["quantity_milli"] as? Int == 2_000)
        let id = try #require(bought.object["id"] as? String)
        let stored = try await stage.get("/v1/demands/\(id)?at_least=\(bought.sequence ?? 0)", stage.keys.buyer)
        #expect(stored.object["filled_milli"] as? Int == 16_000)
        let rested = try await stage.post("/v1/demands", stage.keys.buyer, Self.demand(24_000))
        #expect(rested.object["open_milli"] as? Int == 8_000)
        try await unmatched()
        try await newTable(first)
    }

    /// A quote tells what is open in the words of the quantity.
    private func quoted() async throws {
        let policy = ["minutes_most": 5, "open_most": 3, "class_share_basis_points": 10_000]
        try await stage.post("/v1/quote-policy", stage.keys.operator, policy)
        let quote = try await stage.post("/v1/quotes", stage.keys.buyer, Self.demand(16_100))
        #expect((quote.object["fills"] as? [[String: Any]])?.first?["milli_scu_per_unit"] as? Int == 8_000)
        #expect(quote.object["open_milli"] as? Int == 100)
        try await stage.post("/v1/demands/\(quote.object["id"] ?? "")/cancellation", stage.keys.buyer, nil, 200)
    }

    /// No chip has a rate at FP8: every offer is excluded by that.
    private func unmatched() async throws {
        let body = Bodies.with(Self.demand(8_000), ["scu": ["precision": "fp8"]])
        let preview = try await stage.post("/v1/demands/preview", stage.keys.buyer, body, 200)
        let exclusions = try #require(preview.object["exclusions"] as? [String: Any])
        let dimensions = exclusions["dimensions"] as? [[String: Any]] ?? []
        let rate = try #require(dimensions.first { $0["dimension"] as? String == "rate" }, "\(preview.text)")
        #expect(rate["failing"] as? Int == exclusions["offers"] as? Int)
    }

    private func newTable(_ old: [String: Any]) async throws {
        let chip: [String: Any] = [
            "code": "a100", "architecture": "cuda", "origin": "foreign",
            "rates": [["precision": "fp16", "milli_teraflops": 300_000]],
        ]
        let published = try await stage.post("/v1/conversion", stage.keys.operator, ["chips": [chip]])
        let conversions = try await stage.get(
            "/v1/instance-types/type-1/conversion?at_least=\(published.sequence ?? 0)", stage.keys.buyer)
        let items = conversions.object["items"] as? [[String: Any]] ?? []
        #expect(items.compactMap { $0["milli_scu_per_unit"] as? Int }.suffix(2) == [8_000, 7_692])
        let fill = try await stage.get("/v1/fills/\(old["id"] ?? "")", stage.keys.buyer)
        #expect(fill.object["milli_scu_per_unit"] as? Int == 8_000)
        let listed = try await stage.post("/v1/offers", stage.keys.provider, Self.offer(units: 2))
        let late = try #require((listed.object["fills"] as? [[String: Any]])?.first)
        #expect(late["milli_scu_per_unit"] as? Int == 8_000)
        let next = try await stage.post("/v1/demands", stage.keys.buyer, Self.demand(7_700))
        #expect((next.object["fills"] as? [[String: Any]])?.first?["milli_scu_per_unit"] as? Int == 7_692)
    }

    private static func demand(_ milli: Int64) -> [String: Any] {
        Bodies.with(
            Bodies.demand,
            [
                "from": "2026-12-22T00:00:00Z", "until": "2026-12-22T01:00:00Z", "quantity_milli": milli,
                "limit_micro_yuan": 600_000, "scu": ["precision": "fp16", "tolerance_basis_points": 100],
            ])
    }

    private static func offer(units: Int64) -> [String: Any] {
        let step: [String: Any] = [
            "from": "2026-12-22T00:00:00Z", "until": "2026-12-22T01:00:00Z", "quantity_milli": units * 1_000,
        ]
        return Bodies.with(Bodies.offer, ["schedule": [step], "price": ["flat_micro_yuan": 4_000_000]])
    }
}
