import Domain
import ExchangeAPI
import Foundation
import Identity

/// The parameters behind the question mark, each at most once and each known to its route.
struct Query: Sendable {
    private let values: [String: String]

    /// Errors: `queryInvalid`.
    init(_ text: Substring?, known: Set<String>) throws(ServiceFault) {
        var values: [String: String] = [:]
        for pair in text?.split(separator: "&") ?? [] {
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard parts.count == 2, known.contains(String(parts[0])), parts[1].utf8.count <= 200,
                let value = String(parts[1]).removingPercentEncoding,
                values.updateValue(value, forKey: String(parts[0])) == nil
            else { throw ServiceFault(.queryInvalid) }
        }
        self.values = values
    }

    subscript(name: String) -> String? { values[name] }

    /// Errors: `queryInvalid`.
    func number(_ name: String, in bounds: ClosedRange<Int64>) throws(ServiceFault) -> Int64? {
        guard let text = values[name] else { return nil }
        guard text.utf8.count <= 19, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int64(text),
            bounds.contains(number)
        else { throw ServiceFault(.queryInvalid) }
        return number
    }

    /// Errors: `queryInvalid`.
    func identifier<Kind>(_ name: String) throws(ServiceFault) -> Identifier<Kind>? {
        guard let text = values[name] else { return nil }
        do throws(Reason) { return try Identifier<Kind>(text) } catch { throw ServiceFault(.queryInvalid) }
    }

    /// Errors: `queryInvalid`.
    func named<Value: CaseIterable & Hashable & Sendable>(_ name: String) throws(ServiceFault) -> Value? {
        guard let text = values[name] else { return nil }
        do throws(DoorFault) { return try Named<Value>(wire: text).value } catch { throw ServiceFault(.queryInvalid) }
    }

    /// A window from `from` and `until`, both or neither. Errors: `queryInvalid`.
    func window() throws(ServiceFault) -> Window? {
        guard let from = try hour("from"), let until = try hour("until") else {
            guard values["from"] == nil, values["until"] == nil else { throw ServiceFault(.queryInvalid) }
            return nil
        }
        do throws(Reason) { return try Window(from, until) } catch { throw ServiceFault(.queryInvalid) }
    }

    private func hour(_ name: String) throws(ServiceFault) -> Hour? {
        guard let text = values[name] else { return nil }
        do throws(DoorFault) {
            let stamp = try Instant.stamp(of: text)
            guard stamp == Stamp(hour: stamp.hour) else { throw DoorFault(.timeInvalid) }
            return stamp.hour
        } catch { throw ServiceFault(.queryInvalid) }
    }

    /// Errors: `queryInvalid`, `cursorInvalid`.
    func page(of operation: ServiceOperation) throws(ServiceFault) -> PageRequest {
        let limit = try number("limit", in: 1...500) ?? 100
        guard let text = values["cursor"] else { return PageRequest(after: .start, limit: Int(limit)) }
        guard let position = Cursor(text, of: operation)?.position else { throw ServiceFault(.cursorInvalid) }
        return PageRequest(after: position, limit: Int(limit))
    }
}

/// Where the next page begins, as a client holds it. It names its list, so that another list refuses it.
struct Cursor {
    let position: PagePosition
    private let operation: ServiceOperation

    init(_ position: PagePosition, of operation: ServiceOperation) {
        self.position = position
        self.operation = operation
    }

    init?(_ text: String, of operation: ServiceOperation) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0] == operation.rawValue, let first = Int64(parts[1]),
            let second = Int64(parts[2]), first >= 0, second >= 0
        else { return nil }
        self.init(PagePosition(first, second), of: operation)
    }

    var text: String { "\(operation.rawValue).\(position.first).\(position.second)" }
}
