import Persistence
import Sequencer
import TransparencyLog

/// An exchange that runs in this process.
struct ExchangeHost {
    let folder: DataFolder
    let database: ExchangeDatabase
    let sequencer: Sequencer
    let key: SigningKey

    static let origin = "suanli.example/exchange"

    static func start(
        _ folder: DataFolder, migrations: String, clock: LedgerClock
    ) async throws -> ExchangeHost {
        let database = try ExchangeDatabase(folder, migrations: migrations)
        let key = try folder.signingKey(origin: origin)
        var configuration = SequencerConfiguration(
            database: try database.source(.writer), clock: clock, headFile: HeadFile(path: folder.headFile),
            markFile: folder.markFile, signingKey: key)
        configuration.snapshotFile = SnapshotFile(path: folder.snapshotFile)
        let sequencer = try await Sequencer.start(configuration)
        return ExchangeHost(folder: folder, database: database, sequencer: sequencer, key: key)
    }

    func stop() async throws {
        await sequencer.stop()
        try database.stop()
    }
}
