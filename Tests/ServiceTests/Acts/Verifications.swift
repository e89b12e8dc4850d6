import Testing

/// What was verified fails and lapses, and is verified anew.
struct Verifications {
    let stage: Stage

    static let evidence = String(repeating: "0a", count: 32)

    static func body(_ subject: String, until: String = "2027-01-01T00:00:00Z") -> [String: Any] {
        ["subject": subject, "tier": "measured", "evidence": evidence, "valid_until": until]
    }

    private func attest(
        _ body: [String: Any], _ status: Int = 201, _ code: String? = nil, by key: String? = nil
    ) async throws {
        try await stage.post("/v1/verifications", key ?? stage.keys.operator, body, status, code)
    }

    private func fail(_ subject: String, _ status: Int = 201, _ code: String? = nil) async throws {
        try await stage.post(
            "/v1/verification-failures", stage.keys.operator, ["subject": subject, "evidence": Self.evidence], status,
            code)
    }

    func play() async throws {
        let listed = try await stage.post("/v1/offers", stage.keys.provider, Bodies.with(Bodies.offer, Self.later))
        let offer = try #require(listed.object["id"] as? String)
        try await refusals(offer)
        try await attest(Self.body(offer))
        try await fail(offer)
        try await fail(offer, 409, "nothing_changed")
        let asked = Bodies.with(Bodies.demand, ["from": "2026-12-27T00:00:00Z", "until": "2026-12-27T02:00:00Z"])
        let now = Bodies.with(asked, ["policy": ["time_in_force": "immediate_or_cancel"]])
        let killed = try await stage.post("/v1/demands", stage.keys.buyer, now)
        #expect(killed.object["reason"] as? String == "halted")
        try await attest(Self.body(offer), 403, "same_person")
        try await attest(Self.body(offer, until: "2026-12-20T10:00:00Z"), by: stage.keys.secondOperator)
        let filled = try await stage.post("/v1/demands", stage.keys.buyer, now)
        #expect(filled.object["state"] as? String == "filled")
        try await stage.post("/v1/clock", stage.keys.operator, ["to": "2026-12-20T10:00:00Z"], 200)
        let found = try await stage.get("/v1/verifications?limit=500", stage.keys.buyer)
        let items = found.object["items"] as? [[String: Any]] ?? []
        #expect(items.map { $0["state"] as? String } == ["valid", "failed", "valid", "lapsed"])
        #expect(items.map { $0["current"] as? Bool } == [false, false, false, true])
        #expect(items.first?["evidence"] as? String == Self.evidence)
        let page = try await stage.get("/v1/verifications?limit=1", stage.keys.provider)
        #expect(page.object["next"] is String)
    }

    private static var later: [String: Any] {
        let step: [String: Any] = [
            "from": "2026-12-27T00:00:00Z", "until": "2026-12-27T02:00:00Z", "quantity_milli": 4_000,
        ]
        return ["schedule": [step]]
    }

    private func refusals(_ offer: String) async throws {
        let refusals: [(Int, String, [String: Any])] = [
            (422, "identifier_invalid", ["subject": "zone-1"]), (422, "commitment_invalid", ["evidence": "0a"]),
            (422, "unknown_value", ["tier": "praised"]), (422, "time_invalid", ["valid_until": "tomorrow"]),
            (404, "unknown_offer", ["subject": "offer-99999"]), (404, "unknown_party", ["subject": "party-99999"]),
            (409, "already_closed", ["subject": "offer-3"]),
            (409, "expiry_past", ["valid_until": "2026-12-01T00:00:00Z"]),
        ]
        for (status, code, changes) in refusals {
            try await attest(Bodies.with(Self.body(offer), changes), status, code)
        }
        try await fail("zone-1", 422, "identifier_invalid")
        try await fail("offer-99999", 404, "unknown_offer")
        try await fail("party-99999", 404, "unknown_party")
        try await fail("offer-3", 409, "already_closed")
        try await stage.post(
            "/v1/verification-failures", stage.keys.operator, ["subject": offer, "evidence": "0A"], 422,
            "commitment_invalid")
    }
}
