import ArgumentParser
import Benchmarks

/// `suanli bench`: measurements of single parts.
struct BenchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bench", abstract: "Measure single parts of the exchange.", subcommands: [Book.self, Import.self])

    /// `suanli bench book FILE`.
    struct Book: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Run order flow through the type that rests offers and demands in the market.",
            discussion: """
                FILE, plain or gzip, is CSV with the columns cmd (ADD, IOC, CANCEL, REDUCE, MODIFY), order_id, side (B, S), \
                price_ticks, qty; or binary, as scripts/bench-book generates it. One line of JSON is printed; times \
                are nanoseconds, ns_per_command is processor time, the median over the repetitions.
                """)
        @Argument(help: "The order flow.")
        var file: String
        @Option(help: "Runs that are timed as a whole.")
        var repetitions: Int = 9

        func run() async throws {
            try await inOneLine {
                print(BookBenchmark(try OrderFlow(path: file), repetitions: repetitions).run().json)
            }
        }
    }
}
