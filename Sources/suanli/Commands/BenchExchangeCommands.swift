import ArgumentParser
import Benchmarks

extension BenchCommand {
    /// `suanli bench apply FILE`.
    struct Apply: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Run order flow through the whole state machine, ledger and log in memory.",
            discussion: """
                FILE is what `suanli bench book` reads: what buys is a demand, what sells an offer, each with its holds, its \
                transfers and its leaf of the log. One line of JSON is printed, with the book alone in the same run \
                beside it; times are nanoseconds, ns_per_command is processor time, the median over the repetitions. \
                The command ends with status 1 where the two trade differently.
                """)
        @Argument(help: "The order flow.")
        var file: String
        @Option(help: "Runs that are timed as a whole.")
        var repetitions: Int = 3

        func run() async throws {
            try await inOneLine {
                let figures = try ApplyBenchmark(try OrderFlow(path: file), repetitions: repetitions).run()
                print(figures.json)
                guard figures.isSameAsBook else { throw ExitCode.failure }
            }
        }
    }

    /// `suanli bench replay [FILE]`.
    struct Replay: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Time a journal in memory, folded as at a start and decided again as in an audit.",
            discussion: """
                A line of JSON for the journal of FILE, which is what `suanli bench book` reads, if one is named; then one \
                for that of a generated market of many classes. Records a second of processor time, every leaf checked.
                """)
        @Argument(help: "An order flow.")
        var file: String?
        @Option(help: "Offers of the generated market.")
        var offers: Int = 100_000
        @Option(help: "Its demands.")
        var demands: Int = 20_000
        @Option(help: "Its seed.")
        var seed: UInt64 = 1

        func validate() throws {
            guard [offers, demands].allSatisfy({ (1...10_000_000).contains($0) }) else {
                throw ValidationError("--offers and --demands take numbers from 1 to 10000000")
            }
        }

        func run() async throws {
            try await inOneLine {
                if let file { print(try ReplayBenchmark(plain: try OrderFlow(path: file)).run().json) }
                print(try ReplayBenchmark(richMarket: seed, offers: offers, demands: demands).run().json)
            }
        }
    }
}
