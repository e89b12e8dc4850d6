/// Measured values, in order of size.
struct Samples<Value: Comparable> {
    private let sorted: [Value]

    /// - Precondition: there is at least one value.
    init(_ values: [Value]) {
        precondition(!values.isEmpty, "samples have a value")
        sorted = values.sorted()
    }

    var least: Value { sorted[0] }
    var median: Value { perMille(500) }

    /// The value that so many thousandths of all lie below.
    func perMille(_ share: Int) -> Value { sorted[min(sorted.count - 1, sorted.count * share / 1_000)] }
}
