import Domain
import Records
import Trading
import TransparencyLog

/// Commands as the door hands them in: the nonce follows from the key, so that two runs give the same log.
enum Desk {
    /// 2026-01-01T00:00Z.
    static let start: Hour = 490_896

    static let `operator` = Actor(organisation: nil, person: PersonID(1), key: KeyID(1), seat: .operator)
    static let secondOperator = Actor(organisation: nil, person: PersonID(2), key: KeyID(2), seat: .operator)
    static let buyer = Actor(organisation: PartyID(1), person: PersonID(3), key: KeyID(3), seat: .buyer)
    static let provider = Actor(organisation: PartyID(2), person: PersonID(4), key: KeyID(4), seat: .provider)

    static func submission(_ key: String, _ command: Command, by actor: Actor = Desk.operator) throws -> Submission {
        Submission(
            actor: actor, command: command, nonce: try Nonce(bytes: hash("nonce \(key)")),
            key: IdempotencyKey(organisation: actor.organisation, operation: command.kind, text: key),
            bodyHash: hash("\(command)"))
    }

    private static func hash(_ text: String) -> [UInt8] { Digest.sha256(of: Array(text.utf8)).bytes }

    /// A line of the bank's statement in favour of the buyer.
    static func deposit(_ key: String, fen: Int64 = 100, to party: Int64 = 1) throws -> Submission {
        let deposit = BankDeposit(party: PartyID(party), amount: Money(fen: fen), reference: try Label(key))
        return try submission(key, .recordDeposit(deposit))
    }

    static func deposits(_ name: String, _ count: Int) throws -> [Submission] {
        try (0..<count).map { try deposit("\(name)-\($0)", fen: 100 + Int64($0)) }
    }

    static func advance(toHour hour: Hour) throws -> Submission {
        try submission("clock-\(hour)", .advanceClock(Stamp(hour: start + hour)))
    }
}
