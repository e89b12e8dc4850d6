import Domain
import ExchangeAPI
import Identity
import Metrics
import Sequencer

/// What a machine asks of the process itself.
enum SystemEndpoints {
    static let all: [Endpoint] = [
        .plain("/openapi.json", .openAPI) { call in
            Answer(mediaType: "application/json", body: call.parts.openAPI)
        },
        .plain("/v1/health", .health) { _ in .json(HealthResource(status: "ok"), sequence: nil) },
        .get("/v1/ready", .ready, ready),
        .plain("/v1/metrics", .metrics) { call in
            Gauge(label: "suanli_inbox_depth").record(call.parts.exchange.inboxDepth)
            return Answer(mediaType: PrometheusRegistry.mediaType, body: call.parts.metrics.text())
        },
    ]

    /// Ready to take commands and to answer reads.
    @Sendable private static func ready(_ call: Call) async throws(ServiceFault) -> Answer {
        guard case .serving = call.parts.exchange.status else {
            throw ServiceFault(.notReady, detail: "\(call.parts.exchange.status)")
        }
        let sequence = try await call.read { () async throws(ReadFault) in try await call.parts.reader.sequence() }
        return .json(ReadyResource(status: "ready", sequence: sequence), sequence: sequence)
    }
}
