import Testing

/// The market opens: clock, catalogue, parties, money.
struct Opening {
    let stage: Stage

    func play() async throws {
        try await catalogue()
        try await parties()
        try await money()
    }

    private func catalogue() async throws {
        let boss = stage.keys.operator
        try await stage.post("/v1/clock", boss, Bodies.clock, 200)
        try await stage.post("/v1/zones", boss, Bodies.zone)
        let hub: [String: Any] = [
            "code": "north", "name": "北方枢纽", "name_english": "Northern hub", "level": "hub", "parent": "zone-1",
        ]
        try await stage.post("/v1/zones", boss, hub)
        try await stage.post("/v1/zones", boss, Bodies.with(hub, ["code": "west", "name": "西部枢纽"]))
        try await stage.post("/v1/conversion", boss, Bodies.conversion)
        try await stage.post("/v1/network", boss, Bodies.network)
        try await stage.post("/v1/policy", boss, Bodies.policy)
        let made = try await stage.post("/v1/instance-types", boss, Bodies.instanceType)
        #expect(made.headers["location"] == "/v1/instance-types/type-1")
        try await stage.post(
            "/v1/instance-types", stage.keys.operator,
            ["code": "cpu-1", "kind": "cpu", "architecture": "x86", "origin": "unstated", "vcpu_milli": 1_000])
    }

    private func parties() async throws {
        let (boss, second) = (stage.keys.operator, stage.keys.secondOperator)
        let made = try await stage.post("/v1/parties", boss, Bodies.firm(1, buys: true, provides: false))
        #expect(made.object["id"] as? String == "party-1")
        try await stage.post("/v1/parties", boss, Bodies.person)
        try await stage.post("/v1/parties", boss, Bodies.firm(3, buys: false, provides: true))
        try await stage.post("/v1/parties", boss, Bodies.firm(4, buys: true, provides: true))
        try await stage.post(
            "/v1/parties", boss,
            Bodies.with(Bodies.firm(5, buys: true, provides: true), ["form": "individual_business"]))
        for party in 1...4 { try await stage.post("/v1/parties/party-\(party)/approvals", boss, nil, 200) }
        for party in 3...4 { try await stage.post("/v1/parties/party-\(party)/approvals", second, nil, 200) }
        try await stage.post(
            "/v1/ownerships", boss, ["owner": "party-4", "owned": "party-5", "share_basis_points": 1_000])
        try await stage.post("/v1/relations", boss, ["kind": "joint_control", "first": "party-2", "second": "party-4"])
    }

    private func money() async throws {
        let boss = stage.keys.operator
        try await stage.post("/v1/deposits", boss, Bodies.deposit)
        try await stage.post(
            "/v1/deposits", boss, ["party": "party-2", "amount_fen": 50_000_000, "reference": "bank-2"])
    }
}
