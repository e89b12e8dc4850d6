import Metrics
import Synchronization

/// A metrics backend that keeps numbers in memory and writes them in the text format of Prometheus.
///
/// Given to `MetricsSystem.bootstrap` once, by the composition root. Everything measured anywhere in the process
/// ends here.
public final class PrometheusRegistry: MetricsFactory {
    public static let mediaType = "text/plain; version=0.0.4; charset=utf-8"

    private let series = Mutex<[SeriesName: Series]>([:])

    public init() {}

    public func makeCounter(label: String, dimensions: [(String, String)]) -> any CounterHandler {
        find(label, dimensions, .counter)
    }

    public func makeFloatingPointCounter(
        label: String, dimensions: [(String, String)]
    ) -> any FloatingPointCounterHandler {
        find(label, dimensions, .counter)
    }

    public func makeRecorder(
        label: String, dimensions: [(String, String)], aggregate: Bool
    ) -> any RecorderHandler {
        find(label, dimensions, aggregate ? .histogram : .gauge)
    }

    public func makeMeter(label: String, dimensions: [(String, String)]) -> any MeterHandler {
        find(label, dimensions, .gauge)
    }

    public func makeTimer(label: String, dimensions: [(String, String)]) -> any TimerHandler {
        find(label, dimensions, .histogram)
    }

    public func destroyCounter(_ handler: any CounterHandler) { drop(handler) }
    public func destroyFloatingPointCounter(_ handler: any FloatingPointCounterHandler) { drop(handler) }
    public func destroyRecorder(_ handler: any RecorderHandler) { drop(handler) }
    public func destroyMeter(_ handler: any MeterHandler) { drop(handler) }
    public func destroyTimer(_ handler: any TimerHandler) { drop(handler) }

    private func find(_ label: String, _ dimensions: [(String, String)], _ kind: SeriesKind) -> Series {
        let name = SeriesName(label, dimensions)
        return series.withLock { series in
            if let known = series[name] { return known }
            let made = Series(name, kind)
            series[name] = made
            return made
        }
    }

    private func drop(_ handler: AnyObject) {
        guard let dropped = handler as? Series else { return }
        series.withLock { $0[dropped.name] = nil }
    }

    /// All series, by name, then by labels.
    func text() -> [UInt8] {
        let all = series.withLock { Array($0.values) }.sorted { $0.name < $1.name }
        var lines: [String] = []
        var family = ""
        for one in all {
            if one.name.family != family {
                family = one.name.family
                lines.append("# TYPE \(family) \(one.kind.rawValue)")
            }
            lines += one.lines()
        }
        return Array((lines.joined(separator: "\n") + "\n").utf8)
    }
}
