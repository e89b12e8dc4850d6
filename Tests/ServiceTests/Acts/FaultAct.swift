import Persistence
import Postgres
import Sequencer
import Service
import Testing

/// What is answered when the exchange itself cannot: faults that are not the asker's.
enum FaultAct {
    /// The sequencer answers every command with a fault.
    static func sequencer(_ contract: Contract) async throws {
        for (error, status, code) in [
            (SubmitError.busy, 503, "busy"), (.unavailable, 503, "unavailable"), (.stopped, 503, "unavailable"),
            (.intakeStopped, 503, "intake_stopped"), (.internalFault, 500, "internal_fault"),
        ] {
            let exchange = try await TestExchange.start(decorate: { _ in FaultyPort(error: error) })
            let stage = Stage(exchange: exchange, contract: contract)
            for entry in contract.document.entries where entry.method == "POST" && entry.has(code) {
                let request = Sample(entry: entry, keys: exchange.keys).request
                let answer = try await stage.send(request, status, code)
                #expect((answer.headers["retry-after"] != nil) == (status == 503))
            }
            if error == .unavailable { try await looks(stage) }
            await exchange.stop()
        }
    }

    /// Operations that read the state itself, not the database.
    private static let inMemory = [
        "getDepth", "getStatement", "getClock", "getBatchPolicy", "getBatchIndication", "getSafetyPolicy",
        "getQuotePolicy", "firstPage", "batchPage",
    ]

    /// What is read from the state itself.
    private static func looks(_ stage: Stage) async throws {
        for id in inMemory {
            guard let entry = stage.contract.document.entries.first(where: { $0.id == id }) else { continue }
            try await stage.send(Sample(entry: entry, keys: stage.keys).request, 503, "unavailable")
        }
        try await stage.get("/v1/ready", nil, 503, "not_ready")
        try await stage.get("/v1/log/checkpoint", nil, 404, "unknown_record")
    }

    /// The database is gone, or does not hold what it should.
    static func database(_ contract: Contract) async throws {
        let exchange = try await TestExchange.start()
        let stage = Stage(exchange: exchange, contract: contract)
        try exchange.superuser().execute("DELETE FROM exchange.log_head")
        try await reads(stage, 500, "internal_fault")
        await exchange.closePools()
        try await reads(stage, 503, "unavailable")
        await exchange.stop()
    }

    private static func reads(_ stage: Stage, _ status: Int, _ code: String) async throws {
        for entry in stage.contract.document.entries
        where entry.method == "GET" && entry.has(code) && !inMemory.contains(entry.id) {
            try await stage.send(Sample(entry: entry, keys: stage.keys).request, status, code)
        }
    }

    /// On the wall's clock nobody moves it.
    static func wallClock(_ contract: Contract) async throws {
        let exchange = try await TestExchange.start(clock: .wall)
        let stage = Stage(exchange: exchange, contract: contract)
        try await stage.post("/v1/zones", stage.keys.operator, Bodies.zone)
        try await stage.post("/v1/clock", stage.keys.operator, Bodies.clock, 409, "clock_not_manual")
        #expect(try await stage.get("/v1/clock", stage.keys.buyer).object["mode"] as? String == "wall")
        await exchange.stop()
    }

    /// A body that does not come.
    static func slowBodies(_ contract: Contract) async throws {
        let exchange = try await TestExchange.start(configure: { $0.bodyTime = .milliseconds(100) })
        for entry in contract.document.entries {
            let request = Sample(entry: entry, keys: exchange.keys).request
            let connection = try WireConnection(port: exchange.port)
            _ = await connection.send(request.headBytes(length: 1_000) + Array("{".utf8))
            let answer = try await connection.answer()
            contract.note(request, answer, isBad: true)
            #expect(answer.status == 408 && answer.code == "body_timeout", "\(entry.id)")
            #expect(await connection.isClosed())
        }
        await exchange.stop()
    }
}
