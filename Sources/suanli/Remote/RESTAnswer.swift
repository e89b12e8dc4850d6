import ExchangeAPI

/// What the exchange answered, read as JSON.
struct RESTAnswer: Sendable {
    let status: Int
    private let members: [JSONMember]

    /// nil where the body is no JSON object, as of a proxy on the way.
    init?(status: Int, body: [UInt8]) {
        guard let value = try? JSONScanner.value(of: body), case .object(let members) = value else { return nil }
        self.status = status
        self.members = members
    }

    func text(_ name: String) -> String? {
        if case .string(let text) = value(name) { text } else { nil }
    }

    func number(_ name: String) -> Int64? {
        if case .integer(let number) = value(name) { number } else { nil }
    }

    private func value(_ name: String) -> JSONValue? { members.first { $0.name == name }?.value }
}

extension RESTAnswer {
    /// What a receipt or a refusal says of a command.
    var command: CommandAnswer {
        let isRefused = !(200..<300).contains(status)
        return CommandAnswer(
            fate: isRefused ? .refused(code: text("code") ?? "") : .accepted, sequence: number("sequence"),
            made: isRefused ? nil : text("id"), version: number("version"))
    }

    /// Whether it speaks about the command at all, and not about the sender or the way.
    var isAboutCommand: Bool {
        if (200..<300).contains(status) { return true }
        guard let code = text("code") else { return false }
        return (status == 403 && code != "seat_forbidden") || status == 404 && code != "route_unknown"
            || (status == 409 && code != "idempotency_conflict") || status == 422
    }
}
