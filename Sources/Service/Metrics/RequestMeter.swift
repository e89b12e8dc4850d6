import Identity
import Metrics
import Synchronization

/// Counts requests and how long they took, by operation and status.
final class RequestMeter: Sendable {
    private struct Place: Hashable {
        let operation: ServiceOperation?
        let status: Int
    }

    private struct Meters: Sendable {
        let count: Counter
        let time: Timer
    }

    private let meters = Mutex<[Place: Meters]>([:])

    func count(_ operation: ServiceOperation?, status: Int, took: Duration) {
        let found = meters.withLock { meters in
            let place = Place(operation: operation, status: status)
            if let known = meters[place] { return known }
            let made = RequestMeter.make(place)
            meters[place] = made
            return made
        }
        found.count.increment()
        let (seconds, attoseconds) = took.components
        found.time.recordNanoseconds(seconds * 1_000_000_000 + attoseconds / 1_000_000_000)
    }

    private static func make(_ place: Place) -> Meters {
        let operation = ("operation", place.operation?.rawValue ?? "none")
        return Meters(
            count: Counter(
                label: "suanli_http_requests_total", dimensions: [operation, ("status", String(place.status))]),
            time: Timer(label: "suanli_http_request_seconds", dimensions: [operation]))
    }
}
