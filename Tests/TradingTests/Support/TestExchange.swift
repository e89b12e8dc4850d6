import Accounting
import Domain
import Records
import Simulation
import Testing
import TransparencyLog

@testable import Trading

/// An exchange on a market clock, a journal beside it, and a second one that only folds.
///
/// After every command the ledger is audited, and the folded twin has the same content.
final class TestExchange {
    private(set) var exchange = Exchange()
    private var twin = Exchange()
    private(set) var journal: [JournalEntry] = []
    private var nonces: UInt64 = 0

    /// The first hour of the tests: 2026-01-01T00:00Z.
    static let start: Hour = 490_896

    static let operatorOne = SimulatedActors.operators[0]
    static let operatorTwo = SimulatedActors.operators[1]
    static let managerOne = SimulatedActors.managers[0]
    static let managerTwo = SimulatedActors.managers[1]

    static func buyer(_ party: PartyID) -> Actor { SimulatedActors.buyer(party) }
    static func provider(_ party: PartyID) -> Actor { SimulatedActors.provider(party) }

    init() throws {
        try accept(.advanceClock(Stamp(hour: Self.start)), by: Self.operatorOne)
    }

    /// With an opening of its own, which must be accepted; it begins with the clock.
    init(opening: [GeneratedCommand]) throws {
        for command in opening { try accept(command.command, by: command.actor) }
    }

    /// Applies a command and returns its own record.
    @discardableResult
    func apply(_ command: Command, by actor: Actor) throws -> Record {
        try #require(try applyAll(command, by: actor).last)
    }

    /// Applies a command and returns the records of what fell due before it, then its own.
    func applyAll(_ command: Command, by actor: Actor) throws -> [Record] {
        nonces += 1
        let seed = withUnsafeBytes(of: nonces.bigEndian) { [UInt8]($0) }
        let submission = Submission(
            actor: actor, command: command, nonce: try Nonce(bytes: Digest.sha256(of: seed).bytes), key: nil)
        let entries = exchange.apply(submission, clock: exchange.time(wall: .epoch))
        journal += entries
        for entry in entries { try twin.fold(entry) }
        try audit()
        return entries.map(\.record)
    }

    /// Applies a command that must be accepted.
    @discardableResult
    func accept(_ command: Command, by actor: Actor) throws -> Record {
        let record = try apply(command, by: actor)
        #expect(record.header.outcome == .accepted, "\(command.kind)")
        return record
    }

    /// Applies a command that must be refused, and change nothing but the journal.
    func refuse(_ command: Command, by actor: Actor, _ reason: Reason) throws {
        let record = try apply(command, by: actor)
        #expect(record.header.outcome == .refused(reason), "\(command.kind)")
        #expect(record.events.isEmpty && record.transfers.isEmpty)
    }

    /// What a preview of a bundle says; it leaves everything as it was.
    func preview(_ terms: BundleTerms, for buyer: PartyID) throws -> BundlePreview {
        let before = exchange.stateHash()
        defer {
            let after = exchange.stateHash()
            #expect(before == after, "a preview changes nothing")
        }
        return try exchange.preview(terms, for: buyer)
    }

    var time: Stamp { exchange.time(wall: .epoch) }
    var leaseCount: Int64 { Int64(exchange.leases.entries.count) }
    func lease(_ id: LeaseID) -> LeaseEntry? { exchange.leases.entry(id) }
    var head: LogHead { exchange.head }

    func advance(hours: Int64) throws {
        let now = time
        let later = Stamp(microseconds: now.microseconds + hours * Stamp.microsecondsPerHour)
        try accept(.advanceClock(later), by: Self.operatorOne)
        // What fell due happens before the next command.
        try accept(.advanceClock(later), by: Self.operatorOne)
    }

    private func audit() throws {
        let violations = exchange.ledger.violations()
        #expect(violations.isEmpty, "after record \(exchange.sequence): \(violations)")
        let (own, folded) = (exchange.stateHash(), twin.stateHash())
        #expect(own == folded, "the folded state after record \(exchange.sequence)")
        let (head, foldedHead) = (exchange.head, twin.head)
        #expect(head == foldedHead)
    }

    /// Decides the whole journal again: every record must come out the same.
    func replay() throws {
        var again = Exchange()
        for entry in journal { try again.replay(entry) }
        let (head, hash) = (again.head, again.stateHash())
        #expect(head == self.head)
        let own = exchange.stateHash()
        #expect(hash == own)
    }

    func free(_ party: PartyID) -> Int64 { exchange.ledger.balance(of: .free(party)) }
    func held(_ party: PartyID) -> Int64 { exchange.ledger.balance(of: .held(party)) }
    func balance(_ account: Account) -> Int64 { exchange.ledger.balance(of: account) }
}
