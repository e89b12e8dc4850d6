import Domain

extension TermChange {
    /// How far the changed terms are from these, in basis points, rounded up: the order in which remedies are told.
    ///
    /// Limit and quantity: the difference over what was asked. Window: the shift of its start, or of its end where that
    /// is more, over a week. Latency: the difference over the old bound, at most 99,999, and 100,000 where nothing is asked any more. Level: 2,500 each. Requirements:
    /// a tier 2,500 each, another chip, architecture, type or service 5,000, one field dropped 10,000; a smaller unit the
    /// largest difference over what was asked. Another precision 5,000, tolerance the difference. Bounded by 10¹⁵.
    func distance(from terms: DemandTerms) -> Int64 {
        switch self {
        case .limit(let limit): TermChange.ratio(limit.microYuan - terms.limit.microYuan, terms.limit.microYuan)
        case .window(let window): TermChange.ratio(TermChange.shift(window, terms.window), 168)
        case .latency(let most):
            terms.reach.latencyMicrosecondsMost.map { old in
                most.map { min(99_999, TermChange.ratio($0 - old, old)) } ?? 100_000
            } ?? 0
        case .level(let level): 2_500 * (Int64(terms.reach.level.rawValue) - Int64(level.rawValue))
        case .requirements(let requirements, let relaxed):
            TermChange.distance(from: terms.requirements, to: requirements, relaxed)
        case .quantity(let quantity): TermChange.ratio(quantity.milli - terms.quantity.milli, terms.quantity.milli)
        case .precision: 5_000
        case .tolerance(let tolerance): tolerance.value - (terms.scu?.tolerance.value ?? 0)
        }
    }

    private static func distance(from old: Requirements, to new: Requirements, _ relaxed: Dimension) -> Int64 {
        switch relaxed {
        case .tier: 2_500 * (Int64(old.leastTier.rawValue) - Int64(new.leastTier.rawValue))
        case .chip where !new.chips.isEmpty: 5_000
        case .architecture where !new.architectures.isEmpty: 5_000
        case .instanceType where !new.instanceTypes.isEmpty: 5_000
        case .service where !new.services.isEmpty: 5_000
        case .unitSize:
            max(
                ratio(new.chipsMilli - old.chipsMilli, old.chipsMilli),
                ratio(new.chipMemoryBytes - old.chipMemoryBytes, old.chipMemoryBytes),
                ratio(new.vcpuMilli - old.vcpuMilli, old.vcpuMilli),
                ratio(new.memoryBytes - old.memoryBytes, old.memoryBytes))
        default: 10_000
        }
    }

    /// What tells changes of one kind and distance apart: the smaller step first, an earlier window before a later one.
    func step(from terms: DemandTerms) -> Int64 {
        switch self {
        case .limit(let limit): limit.microYuan - terms.limit.microYuan
        case .window(let window):
            2 * TermChange.shift(window, terms.window) - (window.start < terms.window.start ? 1 : 0)
        case .latency(let most): most ?? Int64.max
        case .level, .requirements, .precision, .tolerance: 0
        case .quantity(let quantity): abs(quantity.milli - terms.quantity.milli)
        }
    }

    private static func shift(_ window: Window, _ other: Window) -> Int64 {
        max(abs(window.start - other.start), abs(window.end - other.end))
    }

    /// |difference| × 10,000 / whole, rounded up; of nothing as of one.
    private static func ratio(_ difference: Int64, _ whole: Int64) -> Int64 {
        let exact = Rounding.up.quotient(Int128(difference.magnitude) * 10_000, Int128(max(1, whole)))
        return Int64(min(exact, 1_000_000_000_000_000))
    }
}
