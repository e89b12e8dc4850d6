import Domain
import Foundation
import Identity
import Logging
import Persistence
import Postgres
import Sequencer
import Service
import Synchronization
import TestDatabases
import TransparencyLog

/// An exchange as it runs in production: PostgreSQL, sequencer, service, on a free port of the loopback.
final class TestExchange: Sendable {
    let port: Int
    let keys: Keys
    let sequencer: Sequencer
    private let serving: Task<Void, any Error>
    private let pools: [ConnectionPool]
    private let folder: String
    private let database: TestDatabase

    /// One key a seat, and a second person where two are needed.
    struct Keys: Sendable {
        let `operator`: String
        let secondOperator: String
        let manager: String
        let secondManager: String
        let auditor: String
        /// Of party 1 and party 2.
        let buyer: String
        let secondBuyer: String
        /// Of party 3 and party 4.
        let provider: String
        let secondProvider: String
        /// Of a party that is not admitted, number 5.
        let outsider: String
        let outsideProvider: String
        /// The provider's seat for party 1, which does not provide.
        let pretender: String
    }

    static let repository = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../..")
        .standardizedFileURL.path

    static func openAPI() throws -> [UInt8] {
        [UInt8](try Data(contentsOf: URL(filePath: repository + "/openapi/openapi.json")))
    }

    static func start(
        clock: LedgerClock = .market, decorate: (any ExchangePort) -> any ExchangePort = { $0 },
        reader: ((any ExchangeReader) -> any ExchangeReader) = { $0 },
        configure: (inout ServiceConfiguration) -> Void = { _ in }
    ) async throws -> TestExchange {
        let database = try TestDatabase()
        let folder = NSTemporaryDirectory() + "suanli-service-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let sequencer = try await Sequencer.start(
            SequencerConfiguration(
                database: try database.source(.writer), clock: clock, headFile: HeadFile(path: folder + "/head"),
                markFile: folder + "/mark", signingKey: SigningKey.generate(name: try KeyName("test.example/log"))))
        let pools = try [DatabaseRole.reader, .auditor, .writer].map {
            ConnectionPool(try database.source($0), count: 2, waitingMax: 64)
        }
        let writing = PostgresKeyStore(StoredKeys(pools[2]))
        let keys = try await makeKeys(KeyMaker(writing, SystemRandomness()))
        var configuration = ServiceConfiguration(
            openAPI: try openAPI(), metrics: PrometheusRegistry(),
            secret: DoorSecret(bytes: [UInt8](repeating: 7, count: 32)))
        configuration.logger.logLevel = .error
        configure(&configuration)
        let queries = ExchangeQueries(readers: pools[0], officers: pools[1])
        let (ports, told) = AsyncStream.makeStream(of: Int.self)
        let (chosen, port, store) = (configuration, decorate(sequencer), PostgresKeyStore(StoredKeys(pools[0])))
        let reading = reader(PostgresReader(queries))
        let serving = Task {
            defer { told.finish() }
            try await ExchangeService.run(chosen, exchange: port, reader: reading, keys: store) {
                told.yield($0)
            }
        }
        guard let listening = await ports.first(where: { _ in true }) else {
            try await serving.value
            throw WireError.notConnected
        }
        return TestExchange(
            port: listening, keys: keys, sequencer: sequencer, serving: serving, pools: pools, folder: folder,
            database: database)
    }

    private init(
        port: Int, keys: Keys, sequencer: Sequencer, serving: Task<Void, any Error>, pools: [ConnectionPool],
        folder: String, database: TestDatabase
    ) {
        self.database = database
        self.port = port
        self.keys = keys
        self.sequencer = sequencer
        self.serving = serving
        self.pools = pools
        self.folder = folder
    }

    func stop() async {
        serving.cancel()
        _ = try? await serving.value
        await sequencer.stop()
        for pool in pools { await pool.shutdown() }
        try? FileManager.default.removeItem(atPath: folder)
    }

    func superuser() throws -> Connection { try database.superuser() }

    /// Takes the database away from those who read.
    func closePools() async { for pool in pools { await pool.shutdown() } }

    private static func makeKeys(_ maker: KeyMaker) async throws -> Keys {
        func key(_ seat: Seat, _ organisation: Int64? = nil) async throws -> String {
            let request = KeyRequest(seat: seat, organisation: organisation.map { PartyID($0) }, person: nil)
            return try await maker.make(request).text.description
        }
        return Keys(
            operator: try await key(.operator), secondOperator: try await key(.operator),
            manager: try await key(.manager), secondManager: try await key(.manager),
            auditor: try await key(.auditor), buyer: try await key(.buyer, 1), secondBuyer: try await key(.buyer, 2),
            provider: try await key(.provider, 3), secondProvider: try await key(.provider, 4),
            outsider: try await key(.buyer, 5), outsideProvider: try await key(.provider, 5),
            pretender: try await key(.provider, 1))
    }
}

extension TestExchange {
    /// Sends one request on a connection of its own.
    func send(_ request: WireRequest) async throws -> WireAnswer {
        let connection = try WireConnection(port: port)
        _ = await connection.send(request.bytes)
        return try await connection.answer(toHead: request.method == "HEAD")
    }

    func get(_ target: String, _ key: String?) async throws -> WireAnswer {
        try await send(WireRequest("GET", target, key: key))
    }

    func post(_ target: String, _ key: String?, _ body: [String: Any]? = nil) async throws -> WireAnswer {
        try await send(.post(target, key: key, body))
    }
}
