import Foundation
import Synchronization

/// Holds every request and answer of the test run to the document, and notes what of it was met.
final class Contract: Sendable {
    let document: Document
    private let entries: [Document.Entry]
    private let notes: Mutex<Notes>

    private struct Notes: @unchecked Sendable {
        var check: SchemaCheck
        var met: Set<String> = []
        var faults: [String] = []
    }

    init() throws {
        document = try Document()
        entries = document.entries
        notes = Mutex(Notes(check: SchemaCheck(schemas: document.schemas)))
    }

    /// What did not keep to the document.
    var faults: [String] { notes.withLock { $0.faults + $0.check.faults } }

    /// Checks an exchange of messages. `isBad` says that the request breaks the document on purpose.
    func note(_ request: WireRequest, _ answer: WireAnswer, isBad: Bool) {
        guard let entry = entries.first(where: { $0.matches(request.method, request.path) }) else {
            return noteStray(request, answer)
        }
        notes.withLock { notes in
            let place = "\(entry.id) \(answer.status) \(answer.code ?? "")"
            notes.met.insert("\(entry.id) \(answer.status)")
            if let code = answer.code { notes.met.insert("\(entry.id) \(answer.status) \(code)") }
            if !isBad, answer.status < 400, let schema = entry.body, let body = request.body,
                let value = try? JSONSerialization.jsonObject(with: Data(body))
            {
                notes.check.check(value, schema, at: place + " request")
            }
            noteAnswer(answer, entry, place, &notes)
        }
    }

    private func noteAnswer(_ answer: WireAnswer, _ entry: Document.Entry, _ place: String, _ notes: inout Notes) {
        guard let response = entry.responses[String(answer.status)] else {
            return notes.faults.append("\(place): a status that the document does not have")
        }
        let content = response["content"] as? [String: [String: Any]] ?? [:]
        let type = answer.headers["content-type"] ?? ""
        guard let schema = content[type]?["schema"] as? [String: Any] else {
            return notes.faults.append("\(place): media type \(type)")
        }
        if response["headers"] != nil, answer.sequence == nil { notes.faults.append("\(place): no Suanli-Sequence") }
        if type.hasSuffix("json"), schema["properties"] != nil || schema["$ref"] != nil {
            notes.check.check(answer.json ?? NSNull(), schema, at: place)
        }
    }

    /// An answer of no operation: a problem all the same.
    private func noteStray(_ request: WireRequest, _ answer: WireAnswer) {
        guard answer.headers["content-type"] != "application/problem+json" else { return }
        notes.withLock { $0.faults.append("\(request.method) \(request.target): not a problem") }
    }

    /// What of the document was not met: operations with their statuses and codes, and properties.
    func gaps() -> [String] {
        notes.withLock { notes in
            let wanted = entries.flatMap { entry in
                entry.responses.keys.flatMap { status in
                    let codes = entry.codes(status)
                    return codes.isEmpty ? ["\(entry.id) \(status)"] : codes.map { "\(entry.id) \(status) \($0)" }
                }
            }
            let properties = document.schemas.flatMap { name, schema in
                ((schema as? [String: Any])?["properties"] as? [String: Any] ?? [:]).keys.map { "\(name).\($0)" }
            }
            return (wanted.filter { !notes.met.contains($0) } + properties.filter { !notes.check.met.contains($0) })
                .sorted()
        }
    }
}
