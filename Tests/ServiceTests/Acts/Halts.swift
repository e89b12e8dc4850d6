import Testing

/// Parts of the market and the whole of it stand still, are seen to, and go on.
struct Halts {
    let stage: Stage

    func play() async throws {
        try await refusals()
        try await programme()
        try await market()
    }

    private func body(_ scope: String) -> [String: Any] { ["scope": scope, "note": "现场检查"] }

    private func halt(_ scope: String, _ status: Int = 201, _ code: String? = nil) async throws {
        try await stage.post("/v1/halts", stage.keys.operator, body(scope), status, code)
    }

    private func resume(_ scope: String, _ status: Int = 201, _ code: String? = nil) async throws {
        try await stage.post("/v1/resumptions", stage.keys.secondOperator, body(scope), status, code)
    }

    private func refusals() async throws {
        let refusals = [
            ("everything", 422, "identifier_invalid"), ("zone-999", 404, "unknown_zone"),
            ("party-999", 404, "unknown_party"), ("programme-999", 404, "unknown_programme"),
        ]
        for (scope, status, code) in refusals {
            try await halt(scope, status, code)
            try await resume(scope, status, code)
        }
        for path in ["/v1/halts", "/v1/resumptions"] {
            try await stage.post(
                path, stage.keys.operator, ["scope": "market", "note": ""], 422, "label_invalid")
        }
        try await resume("zone-2", 409, "nothing_changed")
        try await halt("zone-2")
        try await halt("zone-2", 409, "nothing_changed")
        try await stage.post("/v1/resumptions", stage.keys.operator, body("zone-2"), 403, "same_person")
        try await resume("zone-2")
    }

    private func programme() async throws {
        try await halt("programme-1")
        try await stage.post(
            "/v1/programmes/programme-1/applications", stage.keys.buyer, Bodies.application, 409, "halted")
        try await resume("programme-1")
    }

    private func market() async throws {
        let asked = try await stage.get("/v1/halts?limit=500", stage.keys.buyer)
        let before = (asked.object["items"] as? [Any])?.count ?? 0
        try await halt("market")
        let now = Bodies.with(Bodies.demand, ["policy": ["time_in_force": "immediate_or_cancel"]])
        let window: [String: Any] = ["from": "2026-12-14T00:00:00Z", "until": "2026-12-14T02:00:00Z"]
        let preview = try await stage.post("/v1/demands/preview", stage.keys.buyer, Bodies.with(now, window), 200)
        #expect(preview.object["reason"] as? String == "halted")
        #expect((preview.object["halts"] as? [String])?.contains("market") == true)
        let killed = try await stage.post("/v1/demands", stage.keys.buyer, Bodies.with(now, window))
        #expect(killed.object["reason"] as? String == "halted")
        try await stage.post("/v1/batches", stage.keys.operator, Bodies.with(Bodies.batch, window), 409, "halted")
        let listed = try await stage.get("/v1/halts?limit=500", stage.keys.provider)
        let items = listed.object["items"] as? [[String: Any]] ?? []
        #expect(items.count == before + 1)
        #expect(items.last?["scope"] as? String == "market" && items.last?["note"] as? String == "现场检查")
        #expect(items.last?["resumed_sequence"] == nil)
        try await resume("market")
        let after = try await stage.get("/v1/halts?limit=500", stage.keys.auditor)
        let last = (after.object["items"] as? [[String: Any]])?.last
        #expect(last?["resumed_sequence"] is Int && last?["resumed_note"] as? String == "现场检查")
    }
}
