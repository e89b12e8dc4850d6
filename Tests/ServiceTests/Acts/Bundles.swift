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
        let made = try await stage.post("/v1/bundles", buyer, body)
        #expect(states(made.object) == ["filled", "filled"])
        let id = try #require(made.object["id"] as? String)
        let second = (made.object["lines"] as? [[String: Any]])?.last?["id"] as? String ?? ""
        let found = try await stage.get("/v1/demands/\(second)", buyer)
        #expect(found.object["bundle"] as? String == id && found.object["state"] as? String == "filled")
        let short = try await stage.post(
            "/v1/bundles", buyer, ["lines": [line(), line(["quantity_milli": 8_000])]])
        #expect(states(short.object) == ["closed bundle_unfilled", "closed not_all_fillable"])
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
    }
}
