import ArgumentParser
import Benchmarks
import Domain

/// `suanli bench`: measurements of single parts.
struct BenchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bench", abstract: "Measure single parts of the exchange.",
        subcommands: [
            Book.self, Shapes.self, Apply.self, Replay.self, Market.self, Clear.self, Import.self,
        ])

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

    /// `suanli bench shapes`.
    struct Shapes: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Time the book on shapes of order flow that a book with a weakness is slow at.",
            discussion: """
                One level, many levels, a storm of cancels, equal prices: a line of JSON each, with the nanoseconds of \
                processor time a command for each number of orders at rest.
                """)
        @Option(help: "Orders at rest; may be given several times.")
        var orders: [Int] = [1_000, 1_000_000]
        @Option(help: "Timed commands of each run.")
        var commands: Int = 200_000

        func validate() throws {
            guard commands > 0, orders.allSatisfy({ $0 > 0 && $0 <= 100_000_000 }) else {
                throw ValidationError("--orders and --commands take positive numbers, --orders at most 100000000")
            }
        }

        func run() async throws {
            for shape in FlowShape.allCases {
                print(ShapeBenchmark(shape, sizes: orders).json(commands: commands))
            }
        }
    }
}

extension BenchCommand {
    /// `suanli bench market`.
    struct Market: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Time demands one by one in a generated market of many classes.",
            discussion: """
                50 cities, 192 instance types, windows over 60 days, every fill policy. One line of JSON is printed: how \
                many offer classes there are and a demand could meet; nanoseconds of processor time a demand, in the \
                market alone and among three times as many offers that nobody asks for; bytes an order at rest.
                """)
        @Option(help: "Offers at rest before the first demand.")
        var offers: Int = 100_000
        @Option(help: "Demands.")
        var demands: Int = 20_000
        @Option(help: "The seed of the market.")
        var seed: UInt64 = 1

        func validate() throws {
            guard [offers, demands].allSatisfy({ (1...10_000_000).contains($0) }) else {
                throw ValidationError("--offers and --demands take numbers from 1 to 10000000")
            }
        }

        func run() async throws {
            try await inOneLine {
                print(try MarketBenchmark(seed: seed, offers: offers, demands: demands).run().json)
            }
        }
    }
}

extension BenchCommand {
    /// `suanli bench clear FILE`.
    struct Clear: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Clear a generated batch and check its certificate.",
            discussion: """
                FILE is binary, as scripts/bench-clear generates it. One line of JSON is printed; seconds are processor \
                time, the median over the repetitions.
                """)
        @Argument(help: "The batch.")
        var file: String
        @Option(help: "Runs that are timed.")
        var repetitions: Int = 3
        @Option(help: "The certified gap that is enough, in millionths; 0 asks for the optimum.")
        var gapMillionths: Int64 = 0
        @Option(help: "About so many of a hundred demands are filled whole or not at all.")
        var allOrNonePercent: Int = 0
        @Option(help: "Hours over which the demands' windows are spread; without it all have one window.")
        var hours: Int64?

        func validate() throws {
            guard (1...Window.mostHours).contains(hours ?? 1) else {
                throw ValidationError("--hours takes a number from 1 to \(Window.mostHours)")
            }
            guard (0...100).contains(allOrNonePercent) else {
                throw ValidationError("--all-or-none-percent takes a number from 0 to 100")
            }
        }

        private func benchmark() throws -> ClearingBenchmark {
            guard let hours else {
                return ClearingBenchmark(
                    try ClearingFile.problem(path: file, allOrNonePercent: allOrNonePercent),
                    gapMillionths: gapMillionths, repetitions: repetitions)
            }
            return ClearingBenchmark(
                try ClearingFile.hourlyProblem(path: file, hours: hours, allOrNonePercent: allOrNonePercent),
                repetitions: repetitions)
        }

        func run() async throws {
            try await inOneLine {
                print(try benchmark().run().json)
            }
        }
    }
}
