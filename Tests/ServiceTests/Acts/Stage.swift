import Testing

/// An exchange under test, each of whose answers is held to the contract.
struct Stage: Sendable {
    let exchange: TestExchange
    let contract: Contract

    var keys: TestExchange.Keys { exchange.keys }

    /// Sends a request and expects a status, and for a problem its code.
    @discardableResult
    func send(
        _ request: WireRequest, _ status: Int, _ code: String? = nil, isBad: Bool? = nil,
        at place: SourceLocation = #_sourceLocation
    ) async throws -> WireAnswer {
        let answer = try await exchange.send(request)
        contract.note(request, answer, isBad: isBad ?? (status >= 400))
        #expect(answer.status == status, "\(request.method) \(request.target): \(answer.text)", sourceLocation: place)
        #expect(answer.code == code, "\(request.method) \(request.target): \(answer.text)", sourceLocation: place)
        return answer
    }

    @discardableResult
    func get(
        _ target: String, _ key: String?, _ status: Int = 200, _ code: String? = nil,
        at place: SourceLocation = #_sourceLocation
    ) async throws -> WireAnswer {
        try await send(WireRequest("GET", target, key: key), status, code, at: place)
    }

    /// Sends a command that is carried out.
    @discardableResult
    func post(
        _ target: String, _ key: String?, _ body: [String: Any]? = nil, _ status: Int = 201, _ code: String? = nil,
        at place: SourceLocation = #_sourceLocation
    ) async throws -> WireAnswer {
        try await send(.post(target, key: key, body), status, code, at: place)
    }
}
