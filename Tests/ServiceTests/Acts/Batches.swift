import Domain
import Identity
import Logging
import Records
import Sequencer
import Service
import Testing
import Trading

/// Batches are called, refuse those who would leave, and are closed or released; their certificates are read.
struct Batches {
    let stage: Stage
    private var boss: String { stage.keys.operator }

    func play() async throws {
        try await refusals()
        try await policy()
        try await cleared()
        try await released()
        try await chosenHours()
    }

    /// Two hours of a day two weeks on.
    private static func body(_ changes: [String: Any] = [:]) -> [String: Any] {
        Bodies.with(
            Bodies.batch, Bodies.with(["from": "2026-12-12T00:00:00Z", "until": "2026-12-12T02:00:00Z"], changes))
    }

    private func demand(_ quantity: Int, _ changes: [String: Any] = [:]) async throws -> String {
        let hours: [String: Any] = [
            "from": "2026-12-12T00:00:00Z", "until": "2026-12-12T02:00:00Z", "lane": "batch",
            "quantity_milli": quantity,
        ]
        let terms = Bodies.with(Bodies.demand, Bodies.with(hours, changes))
        let answer = try await stage.post("/v1/demands", stage.keys.buyer, terms)
        #expect(answer.object["state"] as? String == "open")
        return try #require(answer.object["id"] as? String)
    }

    private func refusals() async throws {
        let refusals: [(Int, String, [String: Any])] = [
            (422, "time_invalid", ["from": "2026-12-12T00:30:00Z"]), (422, "identifier_invalid", ["zone": "zone"]),
            (422, "window_inverted", ["until": "2026-12-11T00:00:00Z"]),
            (422, "window_too_long", ["until": "2046-12-11T00:00:00Z"]),
            (422, "quantity_not_positive", ["lot_milli": 0]),
            (422, "quantity_too_large", ["lot_milli": 2_000_000_000]),
            (404, "unknown_zone", ["zone": "zone-999"]),
            (409, "window_past", ["from": "2026-12-01T00:00:00Z", "until": "2026-12-01T02:00:00Z"]),
            (409, "nothing_to_clear", [:]),
        ]
        for (status, code, changes) in refusals {
            try await stage.post("/v1/batches", boss, Self.body(changes), status, code)
        }
        let city = Bodies.with(
            Bodies.zone, ["code": "batch-city", "level": "city", "parent": "zone-2", "name": "城市"])
        let made = try await stage.post("/v1/zones", boss, city)
        let id = made.object["id"] ?? ""
        try await stage.post("/v1/batches", boss, Self.body(["zone": id]), 422, "batch_policy_invalid")
        try await stage.get("/v1/batches/batch-1", stage.keys.buyer, 404, "unknown_batch")
        try await stage.get("/v1/batch-indication?zone=zone-999", stage.keys.buyer, 404, "unknown_zone")
        try await stage.get("/v1/batch-indication?zone=\(id)", stage.keys.buyer, 422, "batch_policy_invalid")
    }

    private func policy() async throws {
        let round: [String: Any] = ["zone": "zone-2", "lot_milli": 1_000, "every_minutes": 15, "offset_minutes": 1]
        func body(_ changes: [String: Any], minutes: Int = 5) -> [String: Any] {
            ["minutes_most": minutes, "rounds": [Bodies.with(round, changes)]]
        }
        let refusals: [(Int, String, [String: Any])] = [
            (422, "identifier_invalid", body(["zone": "zone"])),
            (422, "quantity_not_positive", body(["lot_milli": 0])),
            (422, "quantity_too_large", body(["lot_milli": 2_000_000_000])),
            (422, "batch_policy_invalid", body([:], minutes: 61)), (404, "unknown_zone", body(["zone": "zone-999"])),
            (
                422, "value_out_of_range",
                ["minutes_most": 5, "rounds": [[String: Any]](repeating: round, count: 1_001)]
            ),
        ]
        for (status, code, refused) in refusals {
            try await stage.post("/v1/batch-policy", boss, refused, status, code)
        }
        try await stage.post("/v1/batch-policy", boss, body([:]))
        let found = try await stage.get("/v1/batch-policy", stage.keys.provider)
        #expect((found.object["policy"] as? [String: Any])?["minutes_most"] as? Int == 5)
        try await noCancelPhase()
        try await stage.post("/v1/batch-policy", boss, ["minutes_most": 5, "rounds": [Any]()])
    }

    /// A round in which nobody may leave from the beginning on.
    private func noCancelPhase() async throws {
        let demand = try await demand(1_000)
        let round: [String: Any] = [
            "zone": "zone-1", "lot_milli": 1_000, "every_minutes": 1_440, "offset_minutes": 0,
            "clears_residual": true, "no_cancel_seconds": 86_399,
        ]
        try await stage.post("/v1/batch-policy", boss, ["minutes_most": 5, "rounds": [round]])
        let found = try await stage.get("/v1/batch-policy", stage.keys.buyer)
        let times = try #require((found.object["rounds"] as? [[String: Any]])?.first)
        let indication = try await stage.get("/v1/batch-indication?zone=zone-1", stage.keys.auditor)
        #expect((indication.object["round"] as? [String: Any])?["next"] as? String == times["next"] as? String)
        try await page(at: indication.sequence)
        #expect(times["no_cancel_until"] as? String == times["next"] as? String && times["no_cancel_from"] is String)
        try await stage.post(
            "/v1/demands/\(demand)/cancellation", stage.keys.buyer, nil, 409, "no_cancel_phase")
        try await stage.post(
            "/v1/demands/\(demand)/amendments", stage.keys.buyer, ["quantity_milli": 2_000], 409, "no_cancel_phase")
        try await stage.post("/v1/offers/offer-1/withdrawal", stage.keys.provider, nil, 409, "no_cancel_phase")
        try await stage.post(
            "/v1/offers/offer-1/planned-withdrawals", stage.keys.provider, Withdrawals.plan("10", until: "14"), 409,
            "no_cancel_phase")
        try await stage.post(
            "/v1/offers/offer-1/amendments", stage.keys.provider, ["price": ["flat_micro_yuan": 1_000_000]], 409,
            "no_cancel_phase")
        try await stage.post("/v1/batch-policy", boss, ["minutes_most": 5, "rounds": [Any]()])
        try await stage.post("/v1/demands/\(demand)/cancellation", stage.keys.buyer, nil, 200)
    }

    /// What a person with a browser sees of the same record.
    private func page(at sequence: Int64?) async throws {
        let path = "/batches?at_least=\(sequence ?? 0)"
        let english = try await stage.get(path, nil)
        #expect(english.text.contains("Indicative prices of the next batches") && english.text.contains("to be called"))
        #expect(english.text.contains("offer-1") && english.sequence ?? 0 >= sequence ?? 1)
        let chinese = try await stage.get("/batches?lang=zh", nil)
        #expect(chinese.text.contains("下一批次的指示价格") && chinese.headers["content-language"] == "zh")
        try await stage.get("/batches?lang=fr", nil, 400, "query_invalid")
        #expect(try await stage.get("/?lang=zh", nil).text.contains("/batches?lang=zh"))
    }

    private func cleared() async throws {
        // The buyer's earlier vouchers are over by now.
        let application = Bodies.with(Bodies.application, ["planned_spend_fen": 10_000])
        try await stage.post("/v1/programmes/programme-1/applications", stage.keys.buyer, application)
        let demand = try await demand(2_000)
        let indicated = try await indication(isCalled: false)
        let called = try await stage.post("/v1/batches", boss, Self.body())
        #expect(called.headers["location"] == "/v1/batches/batch-1")
        let open = try await stage.get("/v1/batches/batch-1", stage.keys.provider)
        #expect((open.object["batch"] as? [String: Any])?["state"] as? String == "called")
        try await stage.post("/v1/demands/\(demand)/cancellation", stage.keys.buyer, nil, 409, "frozen")
        try await stage.post("/v1/offers/offer-1/withdrawal", stage.keys.provider, nil, 409, "frozen")
        #expect(try await indication(isCalled: true) == indicated)
        try await stage.post(
            "/v1/offers/offer-1/planned-withdrawals", stage.keys.provider, Withdrawals.plan("10", until: "14"), 409,
            "frozen")
        try await solve()
        let closed = try await stage.get("/v1/batches/batch-1", stage.keys.buyer)
        let batch = try #require(closed.object["batch"] as? [String: Any])
        #expect(batch["state"] as? String == "cleared")
        let certificate = try #require(batch["certificate"] as? [String: Any])
        #expect(certificate["gap"] as? String == "0" && certificate["primal"] as? String == indicated)
        #expect(indicated != "0")
        // Of the buyer's programme: a tie-break, proven too.
        let subsidy = try #require(certificate["nominal_subsidy"] as? String)
        #expect(subsidy != "0" && certificate["nominal_subsidy_bound"] as? String == subsidy)
        let offers = closed.object["offers"] as? [[String: Any]] ?? []
        #expect(!offers.isEmpty && offers.allSatisfy { $0["shadow_price"] is Int && $0["until"] is String })
        #expect(offers.allSatisfy { $0["subsidy_price"] is String })
        #expect(
            try await stage.get("/v1/demands/\(demand)", stage.keys.buyer).object["state"] as? String == "filled")
    }

    /// The welfare of the one batch that the whole demand is in, before it is closed.
    private func indication(isCalled: Bool) async throws -> String {
        let path = "/v1/batch-indication?zone=\(Bodies.batch["zone"] ?? "")&lot_milli=1000"
        let found = try await stage.get(path, stage.keys.buyer)
        let batches = found.object["batches"] as? [[String: Any]] ?? []
        let batch = try #require(batches.first { $0["from"] as? String == "2026-12-12T00:00:00Z" }, "\(found.text)")
        #expect(batch["called"] as? Bool == isCalled && batch["finished"] as? Bool == true)
        #expect(batch["filled_milli"] as? Int == 2_000 && batch["unfilled_milli"] as? Int == 0)
        let offers = batch["offers"] as? [[String: Any]] ?? []
        #expect(offers.reduce(0) { $0 + ($1["volume_milli"] as? Int ?? 0) } == 2_000)
        return (batch["certificate"] as? [String: Any])?["primal"] as? String ?? ""
    }

    private func solve() async throws {
        let solver = BatchSolver(
            stage.exchange.sequencer, randomness: SystemRandomness(), logger: Logger(label: "test"))
        await solver.solveOpen()
    }

    private func released() async throws {
        _ = try await demand(1_000)
        try await stage.post("/v1/batches", boss, Self.body())
        let failure = Submission(
            actor: .exchange, command: .closeBatch(BatchID(2), .failure(.solverFailed)),
            nonce: try Nonce(bytes: [UInt8](repeating: 9, count: 32)), key: nil)
        _ = try await stage.exchange.sequencer.submit(failure).get()
        let closed = try await stage.get("/v1/batches/batch-2", stage.keys.auditor)
        let batch = try #require(closed.object["batch"] as? [String: Any])
        #expect(batch["state"] as? String == "released" && batch["reason"] as? String == "solver_failed")
    }

    /// One of the two hours, whichever, beside the demand that the release left.
    private func chosenHours() async throws {
        let demand = try await demand(1_000, ["hours": 1])
        try await stage.post("/v1/batches", boss, Self.body())
        try await solve()
        let closed = try await stage.get("/v1/batches/batch-3", stage.keys.buyer)
        #expect((closed.object["batch"] as? [String: Any])?["members"] as? Int == 2)
        let found = try await stage.get("/v1/demands/\(demand)", stage.keys.buyer)
        #expect(found.object["state"] as? String == "filled" && found.object["filled_milli"] as? Int == 1_000)
    }
}
