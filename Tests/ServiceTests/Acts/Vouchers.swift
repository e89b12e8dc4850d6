import Testing

/// A programme is proposed, approved by a second person, filled with money; a firm applies.
struct Vouchers {
    let stage: Stage

    func play() async throws {
        let (manager, second) = (stage.keys.manager, stage.keys.secondManager)
        let made = try await stage.post("/v1/programmes", manager, Bodies.programme)
        #expect(made.object["version"] as? Int == 1)
        try await stage.post(
            "/v1/programmes/programme-1/authorisations", manager, Bodies.amount, 409, "programme_not_live")
        try await stage.post(
            "/v1/programmes/programme-1/versions/1/approval", manager, nil, 403, "same_person")
        try await stage.post("/v1/programmes/programme-1/versions/1/approval", second, nil, 200)
        try await stage.post(
            "/v1/programmes/programme-1/authorisations", manager, ["amount_fen": 100_000_000])
        try await stage.post("/v1/programmes", manager, Bodies.elaborate)
        try await stage.post(
            "/v1/programmes", manager,
            Bodies.with(
                Bodies.programme,
                [
                    "code": "autumn", "validity": ["through": "2027-01-31"],
                    "eligibility": [["id": "in-shanghai", "region": ["shanghai"]]],
                ]))
        try await stage.post("/v1/programmes/programme-3/versions/1/approval", second, nil, 200)
        try await apply()
    }

    private func apply() async throws {
        let granted = try await stage.post(
            "/v1/programmes/programme-1/applications", stage.keys.buyer, Bodies.application)
        #expect(granted.object["granted_fen"] as? Int == 500_000)
        #expect(granted.headers["location"] == "/v1/lots/lot-1")
        try await stage.post("/v1/programmes/programme-1/applications", stage.keys.buyer, ["planned_spend_fen": 10_000])
        let denied = try await stage.post(
            "/v1/programmes/programme-3/applications", stage.keys.buyer, Bodies.application)
        #expect(denied.object["granted_fen"] as? Int == 0)
        try await stage.post(
            "/v1/programmes/programme-2/applications", stage.keys.buyer, Bodies.application, 409,
            "programme_not_live")
    }
}
