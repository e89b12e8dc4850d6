import Domain
import Foundation
import Logging
import Persistence
import Postgres
import Sequencer
import TestDatabases
import Trading
import TransparencyLog

/// What a sequencer needs around it: a database, a folder for its files, a key; and how to start one on it.
struct Stand {
    let database: TestDatabase
    let folder: String
    let signingKey: SigningKey

    init(_ database: TestDatabase? = nil) throws {
        self.database = try database ?? TestDatabase()
        folder = NSTemporaryDirectory() + "suanli-sequencer-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        signingKey = SigningKey.generate(name: try KeyName("test.example/log"))
    }

    private init(_ database: TestDatabase, _ folder: String, _ signingKey: SigningKey) {
        self.database = database
        self.folder = folder
        self.signingKey = signingKey
    }

    /// The same files beside another database.
    func with(_ database: TestDatabase) -> Stand { Stand(database, folder, signingKey) }

    var headFile: HeadFile { HeadFile(path: folder + "/head") }

    /// On a market clock unless changed; the state is hashed with every batch, so that every restart compares.
    /// At rest it does not look after its session unless changed, so that a test can end it and be the first to know.
    func configuration(_ change: (inout SequencerConfiguration) -> Void = { _ in }) throws -> SequencerConfiguration {
        var configuration = SequencerConfiguration(
            database: try database.source(.writer), clock: .market, headFile: headFile, markFile: folder + "/mark",
            signingKey: signingKey)
        configuration.hashInterval = 1
        configuration.sessionCheckInterval = .seconds(3_600)
        configuration.logger.logLevel = .critical
        change(&configuration)
        return configuration
    }

    func start(_ change: (inout SequencerConfiguration) -> Void = { _ in }) async throws -> Sequencer {
        try await Sequencer.start(try configuration(change))
    }

    func remove() { try? FileManager.default.removeItem(atPath: folder) }
}

/// What of a state must survive.
struct Picture: Hashable, Sendable {
    let head: LogHead
    let stateHash: UInt64
}

extension Sequencer {
    func picture() async throws -> Picture {
        try await inspect { Picture(head: $0.head, stateHash: $0.stateHash()) }
    }

    /// Submits one after another; each must get a receipt, refused or not.
    @discardableResult
    func submit(all submissions: [Submission]) async throws -> [Receipt] {
        var receipts: [Receipt] = []
        for submission in submissions { receipts.append(try await submit(submission).get()) }
        return receipts
    }

    /// Submits all at once, in order, and waits for all answers, in that order.
    func submit(together submissions: [Submission]) async -> [Result<Receipt, SubmitError>] {
        await enqueue(all: submissions).all()
    }

    /// Puts all into the inbox at once, in order.
    func enqueue(all submissions: [Submission]) -> AnswerSheet {
        let answers = AnswerSheet(count: submissions.count)
        for (place, submission) in submissions.enumerated() { enqueue(submission) { answers.set($0, at: place) } }
        return answers
    }

    /// Asks until there is a receipt, as a client does that is told `unavailable`.
    func submit(untilAnswered submission: Submission) async throws -> Receipt {
        while true {
            switch await submit(submission) {
            case .success(let receipt): return receipt
            case .failure(.unavailable): try await Task.sleep(for: .milliseconds(1))
            case .failure(let error): throw error
            }
        }
    }
}
