import HTTPTypes
import Identity

/// One route: a method and a path, and what answers there.
struct Endpoint: Sendable {
    typealias Handler = @Sendable (Call) async throws(ServiceFault) -> Answer

    let operation: ServiceOperation
    let method: HTTPRequest.Method
    /// As `/v1/offers/{id}`.
    let path: String
    /// The query parameters that it knows, beside `at_least` for what reads.
    let query: Set<String>
    /// Whether it answers page by page.
    let isList: Bool
    let takesBody: Bool
    /// Whether it moves money or orders, and so needs an Idempotency-Key.
    let needsKey: Bool
    let handler: Handler

    /// A route that reads.
    static func get(
        _ path: String, _ operation: ServiceOperation, query: Set<String> = [], _ handler: @escaping Handler
    ) -> Endpoint {
        Endpoint(
            operation: operation, method: .get, path: path, query: query.union(["at_least"]), isList: false,
            takesBody: false, needsKey: false, handler: handler)
    }

    /// A route that answers for the process, not from a state.
    static func plain(_ path: String, _ operation: ServiceOperation, _ handler: @escaping Handler) -> Endpoint {
        Endpoint(
            operation: operation, method: .get, path: path, query: [], isList: false, takesBody: false,
            needsKey: false, handler: handler)
    }

    /// A route that reads a list, page by page.
    static func list(
        _ path: String, _ operation: ServiceOperation, query: Set<String> = [], _ handler: @escaping Handler
    ) -> Endpoint {
        Endpoint(
            operation: operation, method: .get, path: path, query: query.union(["at_least", "cursor", "limit"]),
            isList: true, takesBody: false, needsKey: false, handler: handler)
    }

    /// A route that sends a command.
    static func post(
        _ path: String, _ operation: ServiceOperation, body: Bool = true, key: Bool = true, _ handler: @escaping Handler
    ) -> Endpoint {
        Endpoint(
            operation: operation, method: .post, path: path, query: [], isList: false, takesBody: body,
            needsKey: key, handler: handler)
    }

    /// The path's parts; nil stands for a parameter.
    var segments: [String?] {
        path.split(separator: "/").map { $0.hasPrefix("{") ? nil : String($0) }
    }
}
