import Metrics
import Synchronization

/// What a series is to Prometheus.
enum SeriesKind: String {
    case counter
    case gauge
    case histogram
}

/// A metric's name and its labels, both in the alphabet of Prometheus.
struct SeriesName: Hashable, Comparable, Sendable {
    let family: String
    /// As `operation="ready",status="200"`; empty without labels.
    let labels: String

    init(_ label: String, _ dimensions: [(String, String)]) {
        family = SeriesName.sanitised(label)
        labels = dimensions.map { "\(SeriesName.sanitised($0.0))=\"\(SeriesName.escaped($0.1))\"" }
            .joined(separator: ",")
    }

    func line(_ suffix: String = "", _ extra: String = "", _ value: String) -> String {
        let all = [labels, extra].filter { !$0.isEmpty }.joined(separator: ",")
        return "\(family)\(suffix)\(all.isEmpty ? "" : "{\(all)}") \(value)"
    }

    static func < (left: SeriesName, right: SeriesName) -> Bool {
        (left.family, left.labels) < (right.family, right.labels)
    }

    private static func sanitised(_ name: String) -> String {
        String(name.map { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") ? $0 : "_" })
    }

    private static func escaped(_ value: String) -> String {
        value.map { character in
            switch character {
            case "\\": "\\\\"
            case "\"": "\\\""
            case "\n": "\\n"
            default: String(character)
            }
        }.joined()
    }
}

/// The numbers of one series.
final class Series: CounterHandler, FloatingPointCounterHandler, RecorderHandler, MeterHandler, TimerHandler {
    /// Upper ends of the buckets in seconds, from 100 µs to 10 s.
    static let bounds = [0.0001, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

    let name: SeriesName
    let kind: SeriesKind
    private let numbers = Mutex(Numbers())

    private struct Numbers {
        var value = 0.0
        var count: Int64 = 0
        var buckets = [Int64](repeating: 0, count: Series.bounds.count)
    }

    init(_ name: SeriesName, _ kind: SeriesKind) {
        self.name = name
        self.kind = kind
    }

    func increment(by amount: Int64) { numbers.withLock { $0.value += Double(amount) } }
    func increment(by amount: Double) { numbers.withLock { $0.value += amount } }
    func decrement(by amount: Double) { numbers.withLock { $0.value -= amount } }
    func reset() { numbers.withLock { $0 = Numbers() } }
    func set(_ value: Int64) { numbers.withLock { $0.value = Double(value) } }
    func set(_ value: Double) { numbers.withLock { $0.value = value } }
    func record(_ value: Int64) { record(Double(value)) }
    func recordNanoseconds(_ duration: Int64) { observe(Double(duration) / 1e9) }

    func record(_ value: Double) {
        if kind == .gauge { set(value) } else { observe(value) }
    }

    private func observe(_ value: Double) {
        numbers.withLock { numbers in
            numbers.value += value
            numbers.count += 1
            if let bucket = Series.bounds.firstIndex(where: { value <= $0 }) { numbers.buckets[bucket] += 1 }
        }
    }

    func lines() -> [String] {
        let numbers = self.numbers.withLock { $0 }
        guard kind == .histogram else { return [name.line("", "", "\(numbers.value)")] }
        var cumulated: Int64 = 0
        let buckets = zip(Series.bounds, numbers.buckets).map { bound, count in
            cumulated += count
            return name.line("_bucket", "le=\"\(bound)\"", "\(cumulated)")
        }
        return buckets + [
            name.line("_bucket", "le=\"+Inf\"", "\(numbers.count)"), name.line("_sum", "", "\(numbers.value)"),
            name.line("_count", "", "\(numbers.count)"),
        ]
    }
}
