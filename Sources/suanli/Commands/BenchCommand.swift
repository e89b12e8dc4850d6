import ArgumentParser
import Foundation
import Matching
import TransparencyLog

/// `suanli bench`: measurements of single parts.
struct BenchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bench", abstract: "Measure single parts of the exchange.", subcommands: [Book.self, Import.self])

    /// `suanli bench book FILE`.
    struct Book: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Run order flow through the type that rests offers and demands in the market.",
            discussion: """
                FILE is CSV, plain or gzip, with the columns t_ns, cmd (ADD, IOC, CANCEL, REDUCE), order_id, side (B, S), \
                price_ticks, qty. One line of JSON is printed.
                """)
        @Argument(help: "The order flow.")
        var file: String

        func run() async throws {
            try await inOneLine { print(try OrderFlow(path: file).run().json) }
        }
    }
}

/// Commands for one plain book: one instance type, one zone, one window, price rule `resting`.
struct OrderFlow {
    struct Command {
        enum Kind: String {
            case add = "ADD"
            case immediateOrCancel = "IOC"
            case cancel = "CANCEL"
            case reduce = "REDUCE"
        }
        let kind: Kind
        let order: Int32
        let side: BookSide
        let price: Int64
        let quantity: Int64
    }

    let commands: [Command]
    /// The file's own identifiers by the dense number that the book uses.
    let names: [String]

    /// Throws `FileProblem`.
    init(path: String) throws {
        let table = try CSVTable(
            file: path, bytes: try Self.bytes(of: path), required: ["cmd", "order_id", "side", "price_ticks", "qty"])
        var numbers: [String: Int32] = [:]
        var names: [String] = []
        commands = try table.rows.map { row in
            guard let kind = Command.Kind(rawValue: table.field(row, "cmd")) else {
                throw table.problem(row, "cmd", "command_unknown", "is no command; write ADD, IOC, CANCEL or REDUCE")
            }
            let name = try table.requireText(row, "order_id")
            let number = numbers[name] ?? Int32(names.count)
            if numbers[name] == nil {
                numbers[name] = number
                names.append(name)
            }
            return Command(
                kind: kind, order: number, side: table.field(row, "side") == "S" ? .sell : .buy,
                price: try table.integer(row, "price_ticks") ?? 0, quantity: try table.integer(row, "qty") ?? 0)
        }
        self.names = names
    }

    private static func bytes(of path: String) throws -> [UInt8] {
        guard path.hasSuffix(".gz") else { return try plain(path) }
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/gzip")
        process.arguments = ["-dc", "--", path]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw SetUpProblem("\(path): gzip cannot read it; check the file") }
        return [UInt8](data)
    }

    private static func plain(_ path: String) throws -> [UInt8] {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw SetUpProblem("\(path): cannot be read; check the path")
        }
        return [UInt8](data)
    }

    /// Runs the flow through one book, timing the commands alone.
    func run() -> OrderFlowResult {
        var book = PlainBook(expectedOrders: names.count)
        var trades: [PlainTrade] = []
        var ignored = 0
        let clock = ContinuousClock()
        let begin = clock.now
        for command in commands {
            let taken: Bool
            switch command.kind {
            case .add:
                taken = book.add(
                    command.order, side: command.side, price: command.price, quantity: command.quantity
                ) { trades.append($0) }
            case .immediateOrCancel:
                book.immediateOrCancel(
                    command.order, side: command.side, price: command.price, quantity: command.quantity
                ) { trades.append($0) }
                taken = true
            case .cancel: taken = book.cancel(command.order)
            case .reduce: taken = book.reduce(command.order, by: command.quantity)
            }
            if !taken { ignored += 1 }
        }
        let seconds = (clock.now - begin).seconds
        return OrderFlowResult(
            flow: self, trades: trades, ignored: ignored, resting: book.restingOrders(),
            nanosecondsPerCommand: seconds * 1e9 / Double(max(1, commands.count)))
    }
}

/// What a flow led to, with the hashes that reference books print.
struct OrderFlowResult {
    let flow: OrderFlow
    let trades: [PlainTrade]
    let ignored: Int
    let resting: [PlainOrder]
    let nanosecondsPerCommand: Double

    /// SHA-256 over lines `i,taker,maker,price,quantity`.
    var tradeHash: String {
        var text = ""
        for (number, trade) in trades.enumerated() {
            text += "\(number),\(name(trade.taker)),\(name(trade.maker)),\(trade.price),\(trade.quantity)\n"
        }
        return Digest.sha256(of: Array(text.utf8)).hexadecimal
    }

    /// SHA-256 over lines `side,price,order,quantity`: bids from the best down, then asks from the best up.
    var bookHash: String {
        var text = ""
        for order in resting {
            text += "\(order.side == .buy ? "B" : "S"),\(order.price),\(name(order.order)),\(order.quantity)\n"
        }
        return Digest.sha256(of: Array(text.utf8)).hexadecimal
    }

    var json: String {
        let quantity = trades.reduce(Int64(0)) { $0 + $1.quantity }
        return """
            {"commands":\(flow.commands.count),"trades":\(trades.count),"traded_qty":\(quantity),"ignored":\(ignored),\
            "resting_orders":\(resting.count),"trades_sha256":"\(tradeHash)","final_book_sha256":"\(bookHash)",\
            "ns_per_command":\(Int64(nanosecondsPerCommand))}
            """
    }

    private func name(_ order: Int32) -> String { flow.names[Int(order)] }
}
