import Testing

/// Quotes hold what they say, are taken with the body that they return, and refuse everything else.
struct Quotes {
    let stage: Stage
    private var boss: String { stage.keys.operator }
    private var buyer: String { stage.keys.secondBuyer }

    func play() async throws {
        try await stage.post("/v1/clock", boss, ["to": "2026-12-21T00:00:00Z"], 200)
        try await policy(open: 3, share: 10_000)
        let step: [String: Any] = [
            "from": "2026-12-22T00:00:00Z", "until": "2026-12-22T02:00:00Z", "quantity_milli": 20_000,
        ]
        try await stage.post(
            "/v1/offers", stage.keys.provider,
            Bodies.with(Bodies.offer, ["schedule": [step], "price": ["flat_micro_yuan": 4_000_000]]))
        try await taken()
        try await ended()
        try await kept()
    }

    private static func demand(_ changes: [String: Any] = [:]) -> [String: Any] {
        let terms: [String: Any] = [
            "from": "2026-12-22T00:00:00Z", "until": "2026-12-22T02:00:00Z", "limit_micro_yuan": 5_000_000,
        ]
        return Bodies.with(Bodies.demand, Bodies.with(terms, changes))
    }

    private func policy(open: Int, share: Int) async throws {
        let body: [String: Any] = ["minutes_most": 5, "open_most": open, "class_share_basis_points": share]
        try await stage.post(
            "/v1/quote-policy", boss, Bodies.with(body, ["minutes_most": 61]), 422, "rate_out_of_range")
        try await stage.post("/v1/quote-policy", boss, body)
        let found = try await stage.get("/v1/quote-policy", buyer)
        #expect((found.object["policy"] as? [String: Any])?["open_most"] as? Int == open)
    }

    /// The body to post.
    private func quote() async throws -> [String: Any] {
        let quoted = try await stage.post("/v1/quotes", buyer, Self.demand())
        return try #require(quoted.object["demand"] as? [String: Any])
    }

    private func taken() async throws {
        let quoted = try await stage.post("/v1/quotes", buyer, Self.demand())
        let body = try #require(quoted.object["demand"] as? [String: Any])
        let id = try #require(quoted.object["id"] as? String)
        #expect(quoted.object["until"] as? String == "2026-12-21T00:05:00Z" && body["quote"] as? String == id)
        #expect(try await stage.get("/v1/demands/\(id)", buyer).object["state"] as? String == "quoted")
        try await policy(open: 3, share: 1)
        try await stage.post("/v1/quotes", buyer, Self.demand(), 409, "quoted_too_much")
        try await policy(open: 1, share: 10_000)
        try await stage.post("/v1/quotes", buyer, Self.demand(), 409, "quotes_too_many")
        try await stage.post("/v1/quotes", buyer, Self.demand(["limit_micro_yuan": 1]), 409, "nothing_to_quote")
        for path in ["/v1/quotes", "/v1/demands/preview"] {
            try await stage.post(path, buyer, body, 422, "unknown_member")
        }
        try await stage.post("/v1/demands/\(id)/amendments", buyer, ["limit_micro_yuan": 6_000_000], 409, "quoted")
        try await stage.post("/v1/demands", stage.keys.buyer, body, 403, "foreign_object")
        try await stage.post("/v1/demands", buyer, Bodies.with(body, ["quantity_milli": 1_000]), 409, "quote_differs")
        try await stage.post("/v1/demands", buyer, Bodies.with(body, ["quote": "demand-99999"]), 404, "unknown_demand")
        let market: [String: Any] = ["scope": "market", "note": "现场检查"]
        try await stage.post("/v1/halts", boss, market)
        try await stage.post("/v1/demands", buyer, body, 409, "halted")
        try await stage.post("/v1/resumptions", stage.keys.secondOperator, market)
        let made = try await stage.post("/v1/demands", buyer, body)
        #expect(made.object["state"] as? String == "filled" && made.object["id"] as? String == id)
        let promised = quoted.object["fills"] as? [[String: Any]] ?? []
        let fills = made.object["fills"] as? [[String: Any]] ?? []
        #expect(!fills.isEmpty && fills.count == promised.count)
        for (fill, promise) in zip(fills, promised) {
            for name in ["quantity_milli", "capacity_fen", "transfer_fen", "own_fen"] {
                #expect(fill[name] as? Int == promise[name] as? Int && fill[name] != nil, "\(name)")
            }
        }
        try await stage.post("/v1/demands", buyer, body, 409, "not_quoted")
    }

    private func ended() async throws {
        let body = try await quote()
        try await stage.post("/v1/clock", boss, ["to": "2026-12-21T00:05:00Z"], 200)
        try await stage.post("/v1/demands", buyer, body, 409, "quote_expired")
    }

    /// What may not be traded is not, quoted or not; it can be given up.
    private func kept() async throws {
        let body = try await quote()
        let (one, other) = ("party-2", "party-3")
        try await stage.post("/v1/relations", boss, ["kind": "key_manager", "first": one, "second": other])
        try await stage.post("/v1/demands", buyer, body, 409, "related")
        try await stage.post(
            "/v1/ownerships", boss, ["owner": one, "owned": other, "share_basis_points": 10_000])
        try await stage.post("/v1/demands", buyer, body, 409, "same_beneficial_owner")
        try await stage.post("/v1/demands/\(body["quote"] ?? "")/cancellation", buyer, nil, 200)
    }
}
