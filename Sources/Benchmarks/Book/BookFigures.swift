/// What a benchmark of the book found.
public struct BookFigures {
    let flow: OrderFlow
    public let tally: TradeTally
    public let ignored: Int
    /// Nanoseconds a command by processor time, a value for each run.
    let processor: Samples<Double>
    /// The same by elapsed time.
    let elapsed: Samples<Double>
    /// Nanoseconds of single commands, elapsed.
    let single: Samples<UInt32>
    let texts: BookTexts

    /// One line.
    public var json: String {
        let fields: [(name: String, value: String)] = [
            ("commands", "\(flow.commands.count)"), ("timed_commands", "\(flow.commands.count - flow.fillingCommands)"),
            ("instruments", "\(flow.instruments)"), ("trades", "\(tally.trades)"), ("traded_qty", "\(tally.quantity)"),
            ("trade_hash", "\"\(tally.hashText)\""), ("trades_sha256", "\"\(texts.tradeHash)\""),
            ("ignored", "\(ignored)"), ("resting_orders", "\(texts.restingOrders)"),
            ("final_book_sha256", "\"\(texts.bookHash)\""), ("ns_per_command", tenths(processor.median)),
            ("ns_per_command_least", tenths(processor.least)),
            ("ns_per_command_elapsed", tenths(elapsed.median)), ("p50_ns", "\(single.perMille(500))"),
            ("p99_ns", "\(single.perMille(990))"), ("p99_9_ns", "\(single.perMille(999))"),
            ("peak_memory_bytes", "\(PeakMemory.bytes)"), ("build", "\"\(BuildConfiguration.name)\""),
        ]
        return "{" + fields.map { "\"\($0.name)\":\($0.value)" }.joined(separator: ",") + "}"
    }

    private func tenths(_ value: Double) -> String { "\((value * 10).rounded() / 10)" }
}
