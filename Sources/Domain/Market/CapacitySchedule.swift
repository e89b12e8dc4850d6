/// A quantity over some hours.
public struct CapacityStep: Hashable, Sendable {
    public let window: Window
    public let quantity: Quantity

    public init(window: Window, quantity: Quantity) {
        self.window = window
        self.quantity = quantity
    }
}

/// Capacity over time: a step function. What no step covers is a blackout.
public struct CapacitySchedule: Hashable, Sendable {
    /// In order of time, not overlapping, 1 ... 1,000.
    public let steps: [CapacityStep]
    public static let mostSteps = 1_000

    /// Errors: `scheduleEmpty`, `scheduleTooLong`, `scheduleDisordered`.
    public init(steps: [CapacityStep]) throws(Reason) {
        guard !steps.isEmpty else { throw .scheduleEmpty }
        guard steps.count <= CapacitySchedule.mostSteps else { throw .scheduleTooLong }
        guard zip(steps, steps.dropFirst()).allSatisfy({ $0.window.end <= $1.window.start }) else {
            throw .scheduleDisordered
        }
        self.steps = steps
    }

    /// From the first step's start to the last step's end.
    public var span: Window { Window(unchecked: steps[0].window.start, steps[steps.count - 1].window.end) }

    /// The smallest quantity over `window`; zero where a blackout touches it.
    public func least(over window: Window) -> Quantity {
        var reached = window.start
        var least: Quantity?
        for step in steps where step.window.overlaps(window) {
            guard step.window.start <= reached else { return .zero }
            reached = step.window.end
            least = min(least ?? step.quantity, step.quantity)
        }
        return reached >= window.end ? least ?? .zero : .zero
    }
}

/// Price of a unit-hour.
public enum PriceSchedule: Hashable, Sendable {
    case flat(UnitPrice)
    /// 168 prices, from Monday 00:00 in the market's time zone.
    case hourOfWeek([UnitPrice])

    /// Errors: `scheduleDisordered` (prices by the hour of the week that are not 168).
    func check() throws(Reason) {
        if case .hourOfWeek(let prices) = self, prices.count != 168 { throw .scheduleDisordered }
    }

    /// Sum of the hourly prices (micro-yuan) over `window`, at most 10¹⁰ × 87,600.
    ///
    /// - Complexity: O(1) for a flat price, else O(168).
    public func sum(over window: Window, clock: ZoneClock = .shanghai) -> Int64 {
        switch self {
        case .flat(let price): return price.microYuan * window.hours
        case .hourOfWeek(let prices):
            let week = prices.reduce(0) { $0 + $1.microYuan }
            let first = clock.hourOfWeek(window.start)
            let rest = (0..<Int(window.hours % 168)).reduce(Int64(0)) { $0 + prices[(first + $1) % 168].microYuan }
            return window.hours / 168 * week + rest
        }
    }
}
