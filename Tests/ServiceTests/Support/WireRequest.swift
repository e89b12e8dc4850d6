import Foundation

/// A request as a test states it.
struct WireRequest: Sendable {
    var method: String
    /// With its query.
    var target: String
    var key: String?
    var idempotencyKey: String?
    var contentType: String?
    var body: [UInt8]?
    var headers: [(String, String)] = []

    init(_ method: String, _ target: String, key: String? = nil) {
        self.method = method
        self.target = target
        self.key = key
    }

    /// A command with a fresh Idempotency-Key and, if there is one, a JSON body.
    static func post(_ target: String, key: String?, _ body: [String: Any]? = nil) -> WireRequest {
        var request = WireRequest("POST", target, key: key)
        request.idempotencyKey = UUID().uuidString
        if let body { request.json(body) }
        return request
    }

    mutating func json(_ value: Any) {
        guard let data = try? JSONSerialization.data(withJSONObject: value, options: [.sortedKeys]) else {
            preconditionFailure("a test's body is JSON")
        }
        body = [UInt8](data)
        contentType = "application/json"
    }

    var bytes: [UInt8] { headBytes(length: body?.count) + (body ?? []) }

    /// The head alone, announcing a length.
    func headBytes(length: Int?) -> [UInt8] {
        var lines = ["\(method) \(target) HTTP/1.1", "Host: exchange"]
        if let key { lines.append("Authorization: Bearer \(key)") }
        if let idempotencyKey { lines.append("Idempotency-Key: \(idempotencyKey)") }
        if let contentType { lines.append("Content-Type: \(contentType)") }
        if let length { lines.append("Content-Length: \(length)") }
        lines += headers.map { "\($0.0): \($0.1)" }
        return Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8)
    }

    var path: String { String(target.split(separator: "?", omittingEmptySubsequences: false)[0]) }
}
