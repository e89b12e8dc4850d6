import Domain
import Foundation
import Identity
import Logging
import Metrics
import Persistence
import Postgres
import Service

extension ExchangeHost {
    /// Serves REST and the first page until SIGINT or SIGTERM, or the task's end.
    ///
    /// - Parameter onListening: told the port once connections are taken.
    func serve(
        home: String, address: ListenAddress, metrics: PrometheusRegistry, randomness: any DoorRandomness,
        onListening: @escaping @Sendable (Int) async -> Void
    ) async throws {
        guard let openAPI = FileManager.default.contents(atPath: home + "/openapi/openapi.json") else {
            throw SetUpProblem("\(home)/openapi/openapi.json: cannot be read; name the project's folder with --home")
        }
        var configuration = ServiceConfiguration(
            openAPI: [UInt8](openAPI), metrics: metrics, secret: try folder.doorSecret())
        configuration.host = address.host
        configuration.port = address.port
        configuration.randomness = randomness
        let pools = try ServicePools(database)
        try await ExchangeService.run(
            configuration, exchange: sequencer, reader: PostgresReader(pools.queries),
            keys: PostgresKeyStore(pools.keys), onListening: onListening)
        await pools.shutdown()
    }
}

extension ExchangeDatabase {
    /// Makes an API key; its text is shown once.
    func makeKey(_ request: KeyRequest, _ randomness: any DoorRandomness) async throws -> KeyText {
        let writers = ConnectionPool(try source(.writer), count: 1, waitingMax: 1)
        let made = try await KeyMaker(PostgresKeyStore(StoredKeys(writers)), randomness).make(request)
        await writers.shutdown()
        return made.text
    }
}

/// Where the service listens.
struct ListenAddress {
    let host: String
    /// 0 takes a free one.
    let port: Int
}

/// The connections of the service: readers under row security, and officers.
struct ServicePools {
    private let readers: ConnectionPool
    private let officers: ConnectionPool

    init(_ database: ExchangeDatabase) throws {
        readers = ConnectionPool(try database.source(.reader), count: 4, waitingMax: 512)
        officers = ConnectionPool(try database.source(.auditor), count: 2, waitingMax: 128)
    }

    var queries: ExchangeQueries { ExchangeQueries(readers: readers, officers: officers) }
    var keys: StoredKeys { StoredKeys(readers) }

    func shutdown() async {
        await readers.shutdown()
        await officers.shutdown()
    }
}

extension DataFolder {
    /// The door's own secret, outside the database; made on first use.
    func doorSecret() throws -> DoorSecret {
        let file = path + "/door-secret"
        if let data = FileManager.default.contents(atPath: file), data.count == 32 {
            return DoorSecret(bytes: [UInt8](data))
        }
        let bytes = SystemRandomness().bytes(.keySecret, for: .key(KeyID(0)))
        let made = FileManager.default.createFile(
            atPath: file, contents: Data(bytes), attributes: [.posixPermissions: 0o600])
        guard made else { throw SetUpProblem("\(file): cannot be written; check the folder's rights") }
        return DoorSecret(bytes: bytes)
    }
}
