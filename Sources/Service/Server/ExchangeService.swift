import Hummingbird
import Identity
import Logging
import NIOCore
import ServiceLifecycle
import UnixSignals

/// The REST service, from its parts to its end.
public enum ExchangeService {
    /// Serves until the task is cancelled, or SIGINT or SIGTERM arrives; requests in progress are answered first.
    ///
    /// Loads the keys before it listens. Errors: those of the key store; a port that cannot be bound.
    ///
    /// - Parameter onListening: told the port once connections are taken.
    public static func run(
        _ configuration: ServiceConfiguration, exchange: any ExchangePort, reader: any ExchangeReader,
        keys: any KeyStore, onListening: @escaping @Sendable (Int) async -> Void = { _ in }
    ) async throws {
        let ring = KeyRing(keys)
        try await ring.reload()
        let door = Door(
            routes: .all,
            parts: ServiceParts(
                exchange: exchange, reader: reader, keys: ring, secret: configuration.secret,
                asking: AskMeter(most: configuration.asksPerMinute), rounds: RoundsBoard(exchange),
                randomness: configuration.randomness, openAPI: configuration.openAPI, metrics: configuration.metrics,
                patience: configuration.patience),
            limits: BodyLimits(bytesMost: configuration.bodyBytesMost, time: configuration.bodyTime),
            meter: RequestMeter())
        let keeping = Task { await keep(ring, configuration) }
        let solver = BatchSolver(exchange, randomness: configuration.randomness, logger: configuration.logger)
        let solving = Task(priority: .low) { await solver.run(every: configuration.batchInterval) }
        defer {
            keeping.cancel()
            solving.cancel()
        }
        try await serve(door, configuration, onListening)
    }

    private static func serve(
        _ door: Door, _ configuration: ServiceConfiguration, _ onListening: @escaping @Sendable (Int) async -> Void
    ) async throws {
        let application = Application(
            responder: door, server: .http1(configuration: .init(idleTimeout: TimeAmount(configuration.idleTime))),
            configuration: ApplicationConfiguration(
                address: .hostname(configuration.host, port: configuration.port), backlog: 1024),
            onServerRunning: { await onListening($0.localAddress?.port ?? 0) }, logger: configuration.logger)
        let group = ServiceGroup(
            services: [application], gracefulShutdownSignals: [.sigterm, .sigint], logger: configuration.logger)
        // Cancelled outright, it would cut requests off; a task of its own ends in its own time.
        let serving = Task { try await group.run() }
        try await withTaskCancellationHandler {
            try await serving.value
        } onCancel: {
            Task { await group.triggerGracefulShutdown() }
        }
    }

    /// Loads the keys again and again; a store that is away leaves those that are known.
    private static func keep(_ ring: KeyRing, _ configuration: ServiceConfiguration) async {
        while (try? await Task.sleep(for: configuration.keyInterval)) != nil {
            do { try await ring.reload() } catch {
                configuration.logger.warning("keys not loaded", metadata: ["detail": "\(error)"])
            }
        }
    }
}
