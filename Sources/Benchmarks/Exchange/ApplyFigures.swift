/// What a benchmark of the state machine found, beside the book alone on the same flow in the same run.
public struct ApplyFigures {
    let flow: OrderFlow
    public let tally: TradeTally
    public let ignored: Int
    /// Nanoseconds of processor time a command, a value for each run.
    let processor: Samples<Double>
    /// Nanoseconds of single commands, elapsed.
    let single: Samples<UInt32>
    let book: BookFigures

    /// Whether the book alone trades the same and ignores as many.
    public var isSameAsBook: Bool { tally == book.tally && ignored == book.ignored }

    /// One line.
    public var json: String {
        let fields: [(name: String, value: String)] = [
            ("commands", "\(flow.commands.count)"), ("timed_commands", "\(flow.commands.count - flow.fillingCommands)"),
            ("instruments", "\(flow.instruments)"), ("trades", "\(tally.trades)"), ("traded_qty", "\(tally.quantity)"),
            ("trade_hash", "\"\(tally.hashText)\""), ("ignored", "\(ignored)"), ("same_as_book", "\(isSameAsBook)"),
            ("ns_per_command", tenths(processor.median)), ("ns_per_command_least", tenths(processor.least)),
            ("p50_ns", "\(single.perMille(500))"), ("p99_ns", "\(single.perMille(990))"),
            ("p99_9_ns", "\(single.perMille(999))"), ("book_ns_per_command", tenths(book.processor.median)),
            ("times_book", tenths(processor.median / max(book.processor.median, 0.1))),
            ("peak_memory_bytes", "\(PeakMemory.bytes)"), ("build", "\"\(BuildConfiguration.name)\""),
        ]
        return "{" + fields.map { "\"\($0.name)\":\($0.value)" }.joined(separator: ",") + "}"
    }

    private func tenths(_ value: Double) -> String { "\((value * 10).rounded() / 10)" }
}
