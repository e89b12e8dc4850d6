import Testing

/// What the door refuses, at every operation: no such request reaches the sequencer.
struct DoorAct {
    let stage: Stage
    let entry: Document.Entry
    private let sample: Sample

    init(_ stage: Stage, _ entry: Document.Entry) {
        self.stage = stage
        self.entry = entry
        sample = Sample(entry: entry, keys: stage.keys)
    }

    func play() async throws {
        try await keys()
        try await queries()
        try await headers()
        try await bodies()
    }

    private func refuse(_ status: Int, _ code: String, _ change: (inout WireRequest) -> Void) async throws {
        guard entry.has(code) else { return }
        var request = sample.request
        change(&request)
        try await stage.send(request, status, code, isBad: true)
    }

    private func keys() async throws {
        try await refuse(401, "key_missing") { $0.key = nil }
        try await refuse(401, "key_invalid") { $0.key = "sk_1_" + String(repeating: "0", count: 64) }
        try await refuse(401, "key_invalid") { $0.key = "nonsense" }
        for seat in ["buyer", "provider", "manager", "auditor", "operator"]
        where !entry.seats.isEmpty && !entry.seats.contains(seat) {
            try await refuse(403, "seat_forbidden") { $0.key = sample.key(of: seat) }
        }
    }

    private func queries() async throws {
        let joint = sample.target.contains("?") ? "&" : "?"
        for bad in ["surprise=1", "at_least", "at_least=x", "limit=0", "limit=501", "at_least=1&at_least=1"] {
            if entry.method == "POST" || entry.seats.isEmpty, bad != "surprise=1" { continue }
            if bad.hasPrefix("limit"), !entry.has("cursor_invalid") { continue }
            try await refuse(400, "query_invalid") { $0.target += joint + bad }
        }
        for bad in ["x", "listZones.1.0.1", "other.1.0", "\(entry.id).x.0", "\(entry.id).-1.0"] {
            try await refuse(400, "cursor_invalid") { $0.target += "\(joint)cursor=\(bad)" }
        }
        try await refuse(503, "sequence_not_reached") { $0.target += "\(joint)at_least=99999999" }
        if entry.path.contains("{id}") {
            try await refuse(422, "identifier_invalid") { $0.target = $0.target.replacing("-99999", with: "-0") }
        }
    }

    private func headers() async throws {
        try await refuse(400, "idempotency_key_missing") { $0.idempotencyKey = nil }
        try await refuse(400, "idempotency_key_invalid") {
            $0.idempotencyKey = String(repeating: "k", count: 129)
        }
        try await refuse(400, "idempotency_key_invalid") { $0.idempotencyKey = "two words" }
        try await refuse(415, "media_type_unsupported") { $0.contentType = nil }
        try await refuse(415, "media_type_unsupported") { $0.contentType = "text/plain" }
        try await refuse(400, "body_unexpected") { $0.json([String: Any]()) }
        try await announced()
    }

    /// A body that is announced and too large is refused before it is sent.
    private func announced() async throws {
        let request = sample.request
        let connection = try WireConnection(port: stage.exchange.port)
        _ = await connection.send(request.headBytes(length: 100_000_000))
        let answer = try await connection.answer()
        stage.contract.note(request, answer, isBad: true)
        #expect(answer.status == 413 && answer.code == "body_too_large", "\(entry.id)")
    }

    private func bodies() async throws {
        for (status, code, text) in BadBody.all {
            try await refuse(status, code) { $0.body = Array(text.utf8) }
        }
        try await refuse(400, "invalid_utf8") { $0.body = Array("{\"a\":\"".utf8) + [0xC3, 0x28] + Array("\"}".utf8) }
        try await refuse(422, "unknown_member") { $0.json(Bodies.with(sample.body ?? [:], ["surprise": 1])) }
        try await refuse(422, "missing_member") { $0.json([String: Any]()) }
        for (name, _) in sample.body ?? [:] {
            try await refuse(422, "wrong_type") {
                $0.json(Bodies.with(sample.body ?? [:], [name: [[[1]]]]))
            }
        }
    }
}

/// Bodies that are no JSON value of ours, whatever is expected.
enum BadBody {
    static let all: [(status: Int, code: String, text: String)] = [
        (400, "malformed_json", ""), (400, "malformed_json", "{"), (400, "malformed_json", "{\"a\":1,}"),
        (400, "malformed_json", "{\"a\":01}"), (400, "malformed_json", "{} {}"), (400, "malformed_json", "{'a':1}"),
        (400, "malformed_json", "{\"a\":\"\t\"}"), (400, "malformed_json", "{\"a\":\"\\x\"}"),
        (400, "malformed_json", "{\"a\":NaN}"), (400, "invalid_utf8", "{\"a\":\"\\ud800\"}"),
        (400, "nul_in_string", "{\"a\":\"\\u0000\"}"), (400, "nul_in_string", "{\"a\":\"\0\"}"),
        (400, "duplicate_member", "{\"a\":1,\"a\":1}"), (400, "duplicate_member", "{\"a\":1,\"\\u0061\":1}"),
        (400, "nested_too_deeply", String(repeating: "[", count: 17)),
        (400, "nested_too_deeply", String(repeating: "{\"a\":", count: 1_000)),
        (400, "too_many_members", "{" + (0...64).map { "\"m\($0)\":1" }.joined(separator: ",") + "}"),
        (422, "number_not_integer", "{\"a\":1.5}"), (422, "number_not_integer", "{\"a\":1e400}"),
        (422, "number_out_of_range", "{\"a\":9223372036854775808}"),
        (422, "number_out_of_range", "{\"a\":-9223372036854775809}"), (422, "wrong_type", "[]"),
        (422, "wrong_type", "null"),
    ]
}
