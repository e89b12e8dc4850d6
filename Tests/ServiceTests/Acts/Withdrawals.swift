import Testing

/// A provider announces what will not be there: one lease goes elsewhere, one is paid back.
struct Withdrawals {
    let stage: Stage

    func play() async throws {
        try await offer(2, at: 3_000_000)
        let bought = try await stage.post(
            "/v1/demands", stage.keys.secondBuyer,
            Bodies.with(
                Bodies.demand,
                [
                    "from": "2026-12-23T10:00:00Z", "until": "2026-12-23T14:00:00Z", "limit_micro_yuan": 4_000_000,
                ]))
        #expect(bought.object["state"] as? String == "filled", "\(bought.object)")
        let fill = try #require((bought.object["fills"] as? [[String: Any]])?.first)
        let id = try #require(fill["offer"] as? String)
        let path = "/v1/offers/\(id)/planned-withdrawals"
        try await refused(path)
        try await offer(2, at: 2_000_000)
        let moved = try await stage.post(
            path, stage.keys.provider, Self.plan("12", until: "14", ["left_milli": 0]), 200)
        let cut = try #require((moved.object["cut"] as? [[String: Any]])?.first)
        #expect(cut["from"] as? String == "2026-12-23T12:00:00Z")
        #expect(cut["quota_milli_seconds"] as? Int == 2 * 3_600 * 2_000)
        let lease = try #require(cut["lease"] as? String)
        let stored = try await stage.get("/v1/leases/\(lease)?at_least=\(moved.sequence ?? 0)", stage.keys.secondBuyer)
        #expect(stored.object["reason"] as? String == "withdrawn")
        #expect(stored.object["cut_milli_seconds"] as? Int == 2 * 3_600 * 2_000)
        let sought = try #require(stored.object["sought"] as? String)
        let taken = try await stage.get("/v1/demands/\(sought)", stage.keys.secondBuyer)
        #expect(taken.object["state"] as? String == "filled")
        try await stage.post(
            path, stage.keys.provider, Self.plan("12", until: "14"), 409, "nothing_changed")
    }

    private func offer(_ units: Int, at price: Int) async throws {
        let step: [String: Any] = [
            "from": "2026-12-23T10:00:00Z", "until": "2026-12-23T14:00:00Z", "quantity_milli": units * 1_000,
        ]
        try await stage.post(
            "/v1/offers", stage.keys.provider,
            Bodies.with(Bodies.offer, ["schedule": [step], "price": ["flat_micro_yuan": price]]))
    }

    static func plan(_ from: String, until: String, _ changes: [String: Any] = [:]) -> [String: Any] {
        Bodies.with(
            ["from": "2026-12-23T\(from):00:00Z", "until": "2026-12-23T\(until):00:00Z"], changes)
    }

    private func refused(_ path: String) async throws {
        let refusals: [(Int, String, [String: Any])] = [
            (422, "time_invalid", ["from": "2026-12-23T10:30:00Z"]),
            (422, "window_inverted", ["from": "2026-12-24T00:00:00Z"]),
            (422, "window_too_long", ["until": "2046-12-24T00:00:00Z"]),
            (422, "quantity_not_positive", ["left_milli": -1]),
            (422, "quantity_too_large", ["left_milli": 1_000_000_001]),
            (422, "lot_size_not_whole", ["left_milli": 1_500]), (409, "nothing_changed", ["left_milli": 2_000]),
            (409, "window_past", ["from": "2026-12-19T10:00:00Z"]),
        ]
        for (status, code, changes) in refusals {
            try await stage.post(path, stage.keys.provider, Self.plan("10", until: "14", changes), status, code)
        }
        let plan = Self.plan("10", until: "14")
        try await stage.post(path, stage.keys.provider, ["from": "2026-12-23T10:00:00Z"], 422, "missing_member")
        try await stage.post(path, stage.keys.outsideProvider, plan, 403, "not_admitted")
        try await stage.post(path, stage.keys.secondProvider, plan, 403, "foreign_object")
        try await stage.post(
            "/v1/offers/offer-99999/planned-withdrawals", stage.keys.provider, plan, 404, "unknown_offer")
    }
}
