import Service
import Testing

/// Collars and bounds: set, met, and told.
struct Bounds {
    let stage: Stage
    private var boss: String { stage.keys.operator }

    func play() async throws {
        try await refusals()
        try await collar()
        try await open()
        try await rate()
        try await set([:])
    }

    private func set(_ policy: [String: Any]) async throws {
        try await stage.post("/v1/safety-policy", boss, Bodies.with(["types": [Any]()], policy))
    }

    private func refusals() async throws {
        let collar = ["below_basis_points": 10_001, "above_basis_points": 0]
        let refusals: [(Int, String, [String: Any])] = [
            (422, "safety_policy_invalid", ["types": [Any](), "collar": collar]),
            (422, "safety_policy_invalid", ["types": [Any](), "open_demands_most": 0]),
            (422, "identifier_invalid", ["types": [["instance_type": "type"]]]),
            (404, "unknown_instance_type", ["types": [["instance_type": "type-999"]]]),
            (
                422, "value_out_of_range",
                ["types": [[String: Any]](repeating: ["instance_type": "type-1"], count: 1_001)]
            ),
        ]
        for (status, code, body) in refusals { try await stage.post("/v1/safety-policy", boss, body, status, code) }
    }

    /// The market has sold by now, so that its classes have reference prices.
    private func collar() async throws {
        let collar = ["below_basis_points": 0, "above_basis_points": 0]
        try await stage.post(
            "/v1/safety-policy", boss,
            [
                "collar": collar, "types": [["instance_type": "type-1", "collar": collar]], "open_demands_most": 1_000,
                "open_offers_most": 1_000, "orders_per_hour_most": 1_000,
            ])
        let found = try await stage.get("/v1/safety-policy", stage.keys.provider)
        #expect((found.object["policy"] as? [String: Any])?["open_offers_most"] as? Int == 1_000)
        let window: [String: Any] = ["from": "2026-12-15T00:00:00Z", "until": "2026-12-15T02:00:00Z"]
        let dear = Bodies.with(Bodies.demand, Bodies.with(window, ["limit_micro_yuan": 9_000_000_000]))
        let refused = try await stage.post("/v1/demands", stage.keys.buyer, dear, 409, "price_outside_collar")
        let band = try #require(refused.object["band"] as? [String: Int], "\(refused.text)")
        #expect((band["most_micro_yuan"] ?? 0) < 9_000_000_000)
        let preview = try await stage.post(
            "/v1/demands/preview", stage.keys.buyer, dear, 409, "price_outside_collar")
        #expect(preview.object["band"] as? [String: Int] == band)
        let quote = try await stage.post("/v1/quotes", stage.keys.buyer, dear, 409, "price_outside_collar")
        #expect(quote.object["band"] as? [String: Int] == band)
        let bundle = try await stage.post(
            "/v1/bundles", stage.keys.buyer, ["lines": [dear, dear].map(Bodies.allOrNone)], 409, "price_outside_collar")
        #expect(bundle.object["band"] as? [String: Int] == band)
        let tried = try await stage.post(
            "/v1/bundles/preview", stage.keys.buyer, ["lines": [dear, dear].map(Bodies.allOrNone)], 409,
            "price_outside_collar")
        #expect(tried.object["band"] as? [String: Int] == band)
        let step: [String: Any] = Bodies.with(window, ["quantity_milli": 1_000])
        let offer = Bodies.with(Bodies.offer, ["schedule": [step]])
        try await stage.post(
            "/v1/offers", stage.keys.provider, Bodies.with(offer, ["price": ["flat_micro_yuan": 9_000_000_000]]), 409,
            "price_outside_collar")
        try await set([:])
        let listed = try await stage.post("/v1/offers", stage.keys.provider, offer)
        let rested = try await stage.post(
            "/v1/demands", stage.keys.buyer,
            Bodies.with(Bodies.demand, Bodies.with(window, ["limit_micro_yuan": 1_000])))
        try await set(["collar": collar])
        let change: [String: Any] = ["price": ["flat_micro_yuan": 9_000_000_001]]
        try await stage.post(
            "/v1/offers/\(listed.object["id"] ?? "")/amendments", stage.keys.provider, change, 409,
            "price_outside_collar")
        try await stage.post(
            "/v1/demands/\(rested.object["id"] ?? "")/amendments", stage.keys.buyer,
            ["limit_micro_yuan": 9_000_000_000], 409, "price_outside_collar")
    }

    private func open() async throws {
        try await set(["open_demands_most": 1, "open_offers_most": 1])
        let window: [String: Any] = ["from": "2026-12-15T00:00:00Z", "until": "2026-12-15T02:00:00Z"]
        let demand = Bodies.with(Bodies.demand, window)
        try await stage.post("/v1/demands", stage.keys.buyer, demand, 409, "open_orders_too_many")
        try await stage.post("/v1/demands/preview", stage.keys.buyer, demand, 409, "open_orders_too_many")
        try await stage.post("/v1/quotes", stage.keys.buyer, demand, 409, "open_orders_too_many")
        try await stage.post(
            "/v1/bundles", stage.keys.buyer, ["lines": [demand, demand].map(Bodies.allOrNone)], 409,
            "open_orders_too_many")
        try await stage.post(
            "/v1/bundles/preview", stage.keys.buyer, ["lines": [demand, demand].map(Bodies.allOrNone)], 409,
            "open_orders_too_many")
        let offer = Bodies.with(Bodies.offer, ["schedule": [Bodies.with(window, ["quantity_milli": 1_000])]])
        try await stage.post("/v1/offers", stage.keys.provider, offer, 409, "open_orders_too_many")
    }

    private func rate() async throws {
        try await set(["orders_per_hour_most": 1])
        try await stage.post("/v1/demands", stage.keys.buyer, Bodies.demand, 409, "window_past")
        try await stage.post("/v1/offers", stage.keys.provider, Bodies.offer)
        let orders: [(String, String, [String: Any])] = [
            ("/v1/demands", stage.keys.buyer, Bodies.demand), ("/v1/quotes", stage.keys.buyer, Bodies.demand),
            ("/v1/bundles", stage.keys.buyer, ["lines": [Bodies.demand, Bodies.demand].map(Bodies.allOrNone)]),
            ("/v1/offers", stage.keys.provider, Bodies.offer),
            ("/v1/demands/demand-1/amendments", stage.keys.buyer, ["limit_micro_yuan": 1_000_000]),
            ("/v1/offers/offer-1/amendments", stage.keys.provider, ["price": ["flat_micro_yuan": 1_000_000]]),
        ]
        for (path, key, body) in orders { try await stage.post(path, key, body, 429, "orders_too_many") }
    }

    /// Of an exchange that answers no questions.
    static func asking(_ contract: Contract) async throws {
        let exchange = try await TestExchange.start(configure: { $0.asksPerMinute = 0 })
        let stage = Stage(exchange: exchange, contract: contract)
        try await Opening(stage: stage).play()
        try await stage.post("/v1/demands/preview", stage.keys.buyer, Bodies.demand, 429, "asked_too_often")
        let lines = [Bodies.demand, Bodies.demand].map(Bodies.allOrNone)
        try await stage.post("/v1/bundles/preview", stage.keys.buyer, ["lines": lines], 429, "asked_too_often")
        let rested = try await stage.post(
            "/v1/demands", stage.keys.buyer, Bodies.with(Bodies.demand, ["limit_micro_yuan": 1_000_000]))
        try await stage.get(
            "/v1/demands/\(rested.object["id"] ?? "")/explanation", stage.keys.buyer, 429, "asked_too_often")
        try await stage.get("/v1/batch-indication?zone=zone-1", stage.keys.buyer, 429, "asked_too_often")
        await exchange.stop()
    }
}
