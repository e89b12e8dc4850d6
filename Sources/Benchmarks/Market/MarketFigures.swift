import Domain

/// What a benchmark of the market found.
public struct MarketFigures {
    /// One pass of the demands.
    struct Outcome {
        let times: Samples<Int64>
        /// Of the first 200 demands at rest, and how many remedies were found for them.
        let explanations: Samples<Int64>
        let remedies: Int
        let fills: Int64
        let filled: Quantity
        let resting: Int
    }

    let offers: Int
    let demands: Int
    let classes: ClassCounts
    /// The market by itself.
    let alone: Outcome
    /// The same among three times as many offers that no demand asks for.
    let among: Outcome
    let weight: OrderWeight

    /// Both passes must trade the same.
    public var areSame: Bool {
        alone.fills == among.fills && alone.remedies == among.remedies && alone.filled == among.filled
            && alone.resting == among.resting
    }

    /// One line. Times are nanoseconds of processor time a demand, weights bytes an order.
    public var json: String {
        let fields: [(name: String, value: String)] = [
            ("offers", "\(offers)"), ("demands", "\(demands)"), ("offer_classes", "\(classes.classes)"),
            ("compatible_classes_p50", "\(classes.compatible.median)"),
            ("compatible_classes_p99", "\(classes.compatible.perMille(990))"), ("fills", "\(alone.fills)"),
            ("filled_milli", "\(alone.filled.milli)"), ("demands_at_rest", "\(alone.resting)"),
            ("p50_ns", "\(alone.times.median)"), ("p99_ns", "\(alone.times.perMille(990))"),
            ("p99_9_ns", "\(alone.times.perMille(999))"), ("p50_ns_among_untouched", "\(among.times.median)"),
            ("p99_ns_among_untouched", "\(among.times.perMille(990))"), ("same_trades", "\(areSame)"),
            ("explanation_p50_ns", "\(alone.explanations.median)"),
            ("explanation_p99_ns", "\(alone.explanations.perMille(990))"), ("remedies", "\(alone.remedies)"),
            ("bytes_per_offer", "\(weight.offer)"), ("bytes_per_demand", "\(weight.demand)"),
            ("peak_memory_bytes", "\(PeakMemory.bytes)"), ("build", "\"\(BuildConfiguration.name)\""),
        ]
        return "{" + fields.map { "\"\($0.name)\":\($0.value)" }.joined(separator: ",") + "}"
    }
}
