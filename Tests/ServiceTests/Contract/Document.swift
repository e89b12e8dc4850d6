import Foundation

/// The description of the interface, as it is committed.
struct Document: @unchecked Sendable {
    let root: [String: Any]

    init() throws {
        let data = Data(try TestExchange.openAPI())
        root = try JSONSerialization.jsonObject(with: data) as? [String: Any] ?? [:]
    }

    var schemas: [String: Any] { (root["components"] as? [String: Any])?["schemas"] as? [String: Any] ?? [:] }
    var statusOfCode: [String: Int] { root["x-status-of-code"] as? [String: Int] ?? [:] }

    struct Entry: @unchecked Sendable {
        let id: String
        let method: String
        let path: String
        let item: [String: Any]

        var seats: Set<String> { Set(item["x-seats"] as? [String] ?? []) }
        var responses: [String: [String: Any]] { item["responses"] as? [String: [String: Any]] ?? [:] }
        var body: [String: Any]? {
            let content = (item["requestBody"] as? [String: Any])?["content"] as? [String: [String: Any]]
            return content?["application/json"]?["schema"] as? [String: Any]
        }

        /// The codes of a status.
        func codes(_ status: String) -> [String] {
            guard let content = responses[status]?["content"] as? [String: [String: Any]],
                let schema = content["application/problem+json"]?["schema"] as? [String: Any],
                let properties = schema["properties"] as? [String: [String: Any]]
            else { return [] }
            return properties["code"]?["enum"] as? [String] ?? []
        }

        func has(_ code: String) -> Bool { responses.keys.contains { codes($0).contains(code) } }

        func matches(_ method: String, _ path: String) -> Bool {
            let own = self.path.split(separator: "/", omittingEmptySubsequences: false)
            let asked = path.split(separator: "/", omittingEmptySubsequences: false)
            return self.method == (method == "HEAD" ? "GET" : method) && own.count == asked.count
                && zip(own, asked).allSatisfy { $0.hasPrefix("{") || $0 == $1 }
        }
    }

    var entries: [Entry] {
        let paths = root["paths"] as? [String: [String: [String: Any]]] ?? [:]
        return paths.flatMap { path, methods in
            methods.map { Entry(id: $1["operationId"] as? String ?? "", method: $0.uppercased(), path: path, item: $1) }
        }.sorted { $0.id < $1.id }
    }
}
