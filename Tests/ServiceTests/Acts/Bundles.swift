import Foundation
import Testing

/// Bundles are filled whole or not at all, and are cancelled whole.
struct Bundles {
    let stage: Stage
    private var buyer: String { stage.keys.secondBuyer }

    func play() async throws {
        let step: [String: Any] = [
            "from": "2026-12-23T04:00:00Z", "until": "2026-12-23T08:00:00Z", "quantity_milli": 4_000,
        ]
        try await stage.post(
            "/v1/offers", stage.keys.provider,
            Bodies.with(Bodies.offer, ["schedule": [step], "price": ["flat_micro_yuan": 4_000_000]]))
        try await filled()
        try await resting()
        try await refused()
    }

    private func line(_ changes: [String: Any] = [:]) -> [String: Any] {
        let terms: [String: Any] = [
            "from": "2026-12-23T04:00:00Z", "until": "2026-12-23T06:00:00Z", "limit_micro_yuan": 5_000_000,
            "quantity_milli": 1_000, "policy": ["time_in_force": "fill_or_kill"],
        ]
        return Bodies.with(Bodies.demand, Bodies.with(terms, changes))
    }

    private func states(_ answer: [String: Any]) -> [String] {
        (answer["lines"] as? [[String: Any]] ?? []).map {
            "\($0["state"] ?? "") \($0["reason"] ?? "")".trimmingCharacters(in: .whitespaces)
        }
    }

    private func filled() async throws {
        let body: [String: Any] = [
            "lines": [line(), line()], "common_start": true, "latency_microseconds_most": 20_000,
        ]
        let preview = try await stage.post("/v1/bundles/preview", buyer, body, 200)
        #expect(states(preview.object) == ["filled", "filled"] && preview.object["short"] == nil)
        let made = try await stage.post("/v1/bundles", buyer, body)
        #expect(states(made.object) == ["filled", "filled"])
        #expect(amounts(preview.object) == amounts(made.object) && amounts(made.object).count == 2)
        let id = try #require(made.object["id"] as? String)
        let second = (made.object["lines"] as? [[String: Any]])?.last?["id"] as? String ?? ""
        let found = try await stage.get("/v1/demands/\(second)", buyer)
        #expect(found.object["bundle"] as? String == id && found.object["state"] as? String == "filled")
        let tooMuch: [String: Any] = ["lines": [line(), line(["quantity_milli": 8_000])]]
        try await told(tooMuch)
        let short = try await stage.post("/v1/bundles", buyer, tooMuch)
        #expect(states(short.object) == ["closed bundle_unfilled", "closed not_all_fillable"])
    }

    /// What the fills of all lines cost.
    private func amounts(_ answer: [String: Any]) -> [Int] {
        (answer["lines"] as? [[String: Any]] ?? []).flatMap { $0["fills"] as? [[String: Any]] ?? [] }
            .compactMap { $0["capacity_fen"] as? Int }
    }

    /// The second line is short, and less of it fills; what is offered is previewed as filled.
    private func told(_ body: [String: Any]) async throws {
        let preview = try await stage.post("/v1/bundles/preview", buyer, body, 200)
        #expect(states(preview.object) == ["closed bundle_unfilled", "closed not_all_fillable"])
        #expect(preview.object["text"] as? String == "Line 2 of the bundle would not be filled, so none would")
        let short = try #require(preview.object["short"] as? [String: Any], "\(preview.text)")
        #expect(short["line"] as? Int == 1)
        let remedies = short["remedies"] as? [[String: Any]] ?? []
        let less = try #require(remedies.first { $0["changes"] as? [String] == ["quantity"] }, "\(preview.text)")
        let again: [String: Any] = ["lines": [line(), less["demand"] as? [String: Any] ?? [:]]]
        let filled = try await stage.post("/v1/bundles/preview", buyer, again, 200)
        #expect(states(filled.object) == ["filled", "filled"])
        let together: [String: Any] = ["lines": [line(), line(["quantity_milli": 8_000])], "common_start": true]
        let started = try await stage.post("/v1/bundles/preview", buyer, together, 200)
        #expect((started.object["short"] as? [String: Any])?["start"] as? String == "2026-12-23T04:00:00Z")
    }

    private func resting() async throws {
        let rest = line(["policy": ["all_or_none": true], "quantity_milli": 8_000])
        let made = try await stage.post("/v1/bundles", buyer, ["lines": [rest, rest]])
        #expect(states(made.object) == ["open", "open"])
        let id = made.object["id"] as? String ?? ""
        try await stage.post("/v1/demands/\(id)/amendments", buyer, ["limit_micro_yuan": 6_000_000], 409, "bundled")
        try await stage.post("/v1/demands/\(id)/cancellation", buyer, nil, 200)
        let second = (made.object["lines"] as? [[String: Any]])?.last?["id"] as? String ?? ""
        #expect(try await stage.get("/v1/demands/\(second)", buyer).object["state"] as? String == "closed")
    }

    private func refused() async throws {
        try await stage.post(
            "/v1/bundles", buyer, ["lines": [line(), line(["policy": ["all_or_none": true]])]], 422, "bundle_invalid")
        let later = line(["from": "2026-12-23T05:00:00Z"])
        try await stage.post(
            "/v1/bundles", buyer, ["lines": [line(), later], "common_start": true], 422, "starts_differ")
        try await stage.post(
            "/v1/bundles/preview", buyer, ["lines": [line()]], 422, "bundle_invalid")
        try await stage.post(
            "/v1/bundles/preview", buyer, ["lines": [line(), later], "common_start": true], 422, "starts_differ")
        let dear = line(["quantity_milli": 1_000_000_000, "limit_micro_yuan": 10_000_000_000])
        let unpaid = try await stage.post("/v1/bundles/preview", buyer, ["lines": [line(), dear]], 200)
        #expect(states(unpaid.object) == ["closed funds_insufficient", "closed funds_insufficient"])
    }
}
