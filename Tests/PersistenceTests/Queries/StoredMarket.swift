import Domain
import Persistence
import Postgres
import Records
import Simulation
import TestDatabases
import Testing
import TransparencyLog

@testable import Trading

/// An exchange on a market clock whose every record is in PostgreSQL, and the queries that read it there.
final class StoredMarket {
    let database: TestDatabase
    let queries: ExchangeQueries
    private let journal: PostgresJournal
    private(set) var exchange = Exchange()
    /// All that was written, in order.
    private(set) var entries: [JournalEntry] = []

    /// The first hour: 2026-01-01T00:00Z.
    static let start: Hour = 490_896
    static let provider = PartyID(1)
    static let buyer = PartyID(2)
    /// Buys and provides.
    static let both = PartyID(3)
    /// Registered only.
    static let stranger = PartyID(4)

    convenience init() throws { try self.init(try TestDatabase()) }

    init(_ database: TestDatabase) throws {
        self.database = database
        journal = try PostgresJournal(try database.source(.writer), EpochClaim(decisionVersion: 1))
        queries = try database.queries()
        try advance(hours: 0)
    }

    /// Applies a command and writes what it made. A refusal is written as well.
    @discardableResult
    func apply(_ command: Command, by actor: Actor, texts: [ErasableText] = []) throws -> Record {
        let made = try decide(command, by: actor, texts: texts)
        try journal.append(exchange.batch(made))
        entries += made
        return try #require(made.last).record
    }

    private func decide(_ command: Command, by actor: Actor, texts: [ErasableText] = []) throws -> [JournalEntry] {
        let seed = withUnsafeBytes(of: exchange.sequence.bigEndian) { [UInt8]($0) }
        let submission = Submission(
            actor: actor, command: command, nonce: try Nonce(bytes: Digest.sha256(of: seed).bytes), key: nil,
            texts: texts)
        return exchange.apply(submission, clock: exchange.time(wall: .epoch))
    }

    /// Applies commands that must be accepted, and writes what they made in one transaction.
    func acceptTogether(_ commands: [(Command, Actor)]) throws {
        let made = try commands.flatMap { command, actor in try decide(command, by: actor) }
        #expect(made.allSatisfy { $0.record.header.outcome == .accepted })
        try journal.append(exchange.batch(made))
        entries += made
    }

    /// Applies a command that must be accepted.
    @discardableResult
    func accept(_ command: Command, by actor: Actor, texts: [ErasableText] = []) throws -> Record {
        let record = try apply(command, by: actor, texts: texts)
        #expect(record.header.outcome == .accepted, "\(command.kind)")
        return record
    }

    /// Moves the market's clock; what fell due happens too.
    func advance(hours: Int64) throws {
        let now = exchange.marketTime ?? Stamp(hour: Self.start)
        let later = Stamp(microseconds: now.microseconds + hours * Stamp.microsecondsPerHour)
        for _ in 1...2 { try accept(.advanceClock(later), by: .operatorOne) }
    }

    func deposit(_ fen: Int64, to party: PartyID) throws {
        let reference = try Label("bank-\(exchange.sequence)")
        try accept(
            .recordDeposit(BankDeposit(party: party, amount: Money(fen: fen), reference: reference)), by: .operatorOne)
    }

    /// What the events of all records say of one thing, with the records' numbers.
    func told<Value>(_ pick: (Event) -> Value?) -> [(sequence: Int64, value: Value)] {
        entries.flatMap { entry in
            entry.record.events.compactMap { event in pick(event).map { (entry.sequence, $0) } }
        }
    }
}

extension TestDatabase {
    /// Queries on pools of their own, which close when the queries are gone.
    func queries() throws -> ExchangeQueries {
        ExchangeQueries(
            readers: ConnectionPool(try source(.reader), count: 2, waitingMax: 16),
            officers: ConnectionPool(try source(.auditor), count: 1, waitingMax: 16))
    }
}

extension Actor {
    static let operatorOne = SimulatedActors.operators[0]
    static let operatorTwo = SimulatedActors.operators[1]
    static let managerOne = SimulatedActors.managers[0]
    static let managerTwo = SimulatedActors.managers[1]

    static func buyer(_ party: PartyID) -> Actor { SimulatedActors.buyer(party) }
    static func provider(_ party: PartyID) -> Actor { SimulatedActors.provider(party) }
}
