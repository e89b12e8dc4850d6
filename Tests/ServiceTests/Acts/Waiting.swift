import Testing

/// Demands that rest until an offer comes: of the next one it is told when that may be.
struct Waiting {
    let stage: Stage

    func play() async throws {
        for _ in 0..<9 {
            _ = try await rest()
            try await stage.post("/v1/offers", stage.keys.provider, Self.offer)
        }
        let last = try await rest()
        let explained = try await stage.get("/v1/demands/\(last)/explanation", stage.keys.buyer)
        let time = try #require(explained.object["fill_time"] as? [String: Int], "\(explained.text)")
        // These, and those of acts before.
        #expect(time["filled"] ?? 0 >= 9)
    }

    private func rest() async throws -> String {
        let rested = try await stage.post("/v1/demands", stage.keys.buyer, Self.demand)
        #expect(rested.object["state"] as? String == "open")
        return try #require(rested.object["id"] as? String)
    }

    private static var demand: [String: Any] {
        Bodies.with(
            Bodies.demand,
            [
                "from": "2026-12-20T00:00:00Z", "until": "2026-12-20T01:00:00Z", "quantity_milli": 1_000,
                "limit_micro_yuan": 5_000_000,
            ])
    }

    private static var offer: [String: Any] {
        let step: [String: Any] = [
            "from": "2026-12-20T00:00:00Z", "until": "2026-12-20T01:00:00Z", "quantity_milli": 1_000,
        ]
        return Bodies.with(Bodies.offer, ["schedule": [step], "price": ["flat_micro_yuan": 4_000_000]])
    }
}
