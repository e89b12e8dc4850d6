import Domain
import ExchangeAPI
import Foundation

/// API keys by who uses them, from one JSON object: `operator`, `operator-2`, `manager`, `manager-2`,
/// `provider:party-1`, `buyer:party-9` → `sk_…`.
struct KeyFile {
    private let path: String
    private var keys: [String: String]

    /// Throws `SetUpProblem`.
    init(path: String) throws {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw SetUpProblem("\(path): the key file cannot be read; suanli key file makes one")
        }
        do {
            keys = try JSONDecoder().decode([String: String].self, from: data)
        } catch {
            throw SetUpProblem("\(path): is not a JSON object of texts, as {\"operator\": \"sk_…\"}")
        }
        self.path = path
    }

    /// The key of an actor. Throws `SetUpProblem`.
    func key(of actor: Actor) throws -> String { try key(named: Self.name(of: actor)) }

    /// The same by the name in the file.
    func key(named name: String) throws -> String {
        guard let key = keys[name] else { throw SetUpProblem("\(path): names no key of \(name); add it") }
        return key
    }

    func holds(_ actor: Actor) -> Bool { keys[Self.name(of: actor)] != nil }

    /// What an actor is called in the file.
    static func name(of actor: Actor) -> String {
        if let party = actor.organisation { return "\(actor.seat):\(party)" }
        let isSecond = actor == Staff.secondClerk || actor == Staff.secondManager
        return "\(actor.seat)\(isSecond ? "-2" : "")"
    }

    /// Writes a file that only its user reads. Throws `SetUpProblem` where there is one already.
    static func write(_ keys: [String: String], to path: String) throws {
        guard !FileManager.default.fileExists(atPath: path) else {
            throw SetUpProblem("\(path): exists already; name another file")
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        let made = FileManager.default.createFile(
            atPath: path, contents: try encoder.encode(keys) + Data("\n".utf8),
            attributes: [.posixPermissions: 0o600])
        guard made else { throw SetUpProblem("\(path): cannot be written; check the folder's rights") }
    }
}
