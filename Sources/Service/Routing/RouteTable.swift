import ExchangeAPI
import HTTPTypes

/// All routes, and the look-up of one by method and path.
struct RouteTable: Sendable {
    let endpoints: [Endpoint]
    /// By the number of segments.
    private let byLength: [Int: [Route]]

    private struct Route: Sendable {
        let segments: [String?]
        let endpoint: Endpoint
    }

    init(_ endpoints: [Endpoint]) {
        self.endpoints = endpoints
        let routes = endpoints.map { Route(segments: $0.segments, endpoint: $0) }
        byLength = Dictionary(grouping: routes) { $0.segments.count }
    }

    /// The endpoint and the values of its parameters, in order.
    ///
    /// A HEAD is answered as a GET without its body. Errors: `routeUnknown`, `methodNotAllowed`.
    /// - Complexity: O(routes of that length).
    func find(
        _ method: HTTPRequest.Method, _ path: Substring
    ) throws(ServiceFault) -> (endpoint: Endpoint, parameters: [String]) {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
        let segments = path == "/" ? [] : Array(parts)
        let matching = (byLength[segments.count] ?? []).filter { RouteTable.matches($0.segments, segments) }
        guard !matching.isEmpty else { throw ServiceFault(.routeUnknown) }
        let wanted: HTTPRequest.Method = method == .head ? .get : method
        guard let route = matching.first(where: { $0.endpoint.method == wanted }) else {
            throw ServiceFault(methodNotAllowed: RouteTable.allowed(matching.map(\.endpoint.method)))
        }
        let parameters = zip(route.segments, segments).filter { $0.0 == nil }.map { String($0.1) }
        return (route.endpoint, parameters)
    }

    private static func matches(_ pattern: [String?], _ segments: [Substring]) -> Bool {
        zip(pattern, segments).allSatisfy { $0 == nil ? !$1.isEmpty : $0! == $1 }
    }

    private static func allowed(_ methods: [HTTPRequest.Method]) -> [String] {
        (methods.contains(.get) ? ["GET", "HEAD"] : []) + (methods.contains(.post) ? ["POST"] : [])
    }
}
