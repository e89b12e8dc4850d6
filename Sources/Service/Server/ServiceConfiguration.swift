import Identity
import Logging

/// What the service is given by the composition root.
public struct ServiceConfiguration: Sendable {
    /// Where it listens; port 0 takes a free one.
    public var host = "127.0.0.1"
    public var port = 0
    /// A body larger is refused with 413.
    public var bodyBytesMost = 2 << 20
    /// For a body to arrive whole.
    public var bodyTime = Duration.seconds(10)
    /// For a request's head to arrive, and for a connection to stay unused.
    public var idleTime = Duration.seconds(15)
    /// For a read to wait for the record that `at_least` names.
    public var patience = Duration.seconds(5)
    /// Between two loadings of the keys, after which a new key is known and a revoked one is refused.
    public var keyInterval = Duration.seconds(2)
    /// Previews and explanations that a firm may ask for in a minute.
    public var asksPerMinute = 300
    /// Between two looks for batches to solve.
    public var batchInterval = Duration.milliseconds(200)
    /// The bytes of openapi/openapi.json.
    public var openAPI: [UInt8]
    /// Given to `MetricsSystem.bootstrap` too.
    public var metrics: PrometheusRegistry
    public var secret: DoorSecret
    public var randomness: any DoorRandomness = SystemRandomness()
    public var logger = Logger(label: "suanli.service")

    public init(openAPI: [UInt8], metrics: PrometheusRegistry, secret: DoorSecret) {
        self.openAPI = openAPI
        self.metrics = metrics
        self.secret = secret
    }
}
