import Service
import Testing

/// The service solves what is called, by itself, beside the writer.
@Suite(.serialized)
struct BatchSolverTests {
    @Test func aCalledBatchIsClosedSoon() async throws {
        let exchange = try await TestExchange.start(configure: { $0.batchInterval = .milliseconds(10) })
        let stage = Stage(exchange: exchange, contract: try Contract())
        try await Opening(stage: stage).play()
        try await stage.post("/v1/offers", stage.keys.provider, Bodies.offer)
        let demand = Bodies.with(Bodies.demand, ["lane": "batch"])
        try await stage.post("/v1/demands", stage.keys.buyer, demand)
        let body: [String: Any] = [
            "zone": "zone-1", "from": "2026-11-26T00:00:00Z", "until": "2026-11-26T02:00:00Z",
        ]
        try await stage.post("/v1/batches", stage.keys.operator, body)
        var state: String?
        for _ in 0..<500 where state != "cleared" {
            try await Task.sleep(for: .milliseconds(20))
            let found = try await stage.get("/v1/batches/batch-1", stage.keys.buyer)
            state = (found.object["batch"] as? [String: Any])?["state"] as? String
        }
        #expect(state == "cleared")
        let filled = try await stage.get("/v1/demands/demand-1", stage.keys.buyer)
        #expect(filled.object["state"] as? String == "filled")
        #expect(stage.contract.faults == [])
        await exchange.stop()
    }
}
