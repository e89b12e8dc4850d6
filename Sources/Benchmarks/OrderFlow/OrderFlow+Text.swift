import Matching

extension OrderFlow {
    /// The columns that are read; others may stand beside them.
    private static let columns = ["cmd", "order_id", "side", "price_ticks", "qty"]

    /// Lines of fields between commas, without quotes, below a header line. Orders get dense numbers as they appear.
    public init(file: String, text bytes: [UInt8]) throws(OrderFlowProblem) {
        var lines = bytes.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }).map {
            String(decoding: $0, as: UTF8.self)
        }
        guard !lines.isEmpty else {
            throw OrderFlowProblem(file: file, row: nil, text: "is empty; write a header line")
        }
        let positions = try Self.positions(file, header: lines.removeFirst())
        var register = NameRegister()
        var commands: [BookCommand] = []
        commands.reserveCapacity(lines.count)
        for (number, line) in lines.enumerated() {
            let row = FlowLine(file: file, row: number + 2, line: line, positions: positions)
            commands.append(try row.command(&register))
        }
        self.init(commands, names: register.names)
    }

    private static func positions(_ file: String, header: String) throws(OrderFlowProblem) -> [Int] {
        let found = FlowLine.fields(of: header)
        var positions: [Int] = []
        for column in columns {
            guard let position = found.firstIndex(of: column) else {
                throw OrderFlowProblem(file: file, row: 1, text: "lacks the column \(column); add it")
            }
            positions.append(position)
        }
        return positions
    }
}

/// Dense numbers for names, in the order of their appearance.
private struct NameRegister {
    private var numbers: [String: Int32] = [:]
    private(set) var names: [String] = []

    mutating func number(of name: String) -> Int32 {
        if let number = numbers[name] { return number }
        let number = Int32(names.count)
        numbers[name] = number
        names.append(name)
        return number
    }
}

/// One line below the header.
private struct FlowLine {
    let file: String
    let row: Int
    private let fields: [String]

    init(file: String, row: Int, line: String, positions: [Int]) {
        self.file = file
        self.row = row
        let found = Self.fields(of: line)
        fields = positions.map { $0 < found.count ? found[$0] : "" }
    }

    static func fields(of line: String) -> [String] {
        line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }

    func command(_ register: inout NameRegister) throws(OrderFlowProblem) -> BookCommand {
        let kind = try kind()
        guard !fields[1].isEmpty else { throw problem("has no order_id; fill it in") }
        let needsPrice = kind == .add || kind == .immediateOrCancel || kind == .replace
        let needsSide = needsPrice
        guard !needsSide || fields[2] == "B" || fields[2] == "S" else { throw problem("has no side; write B or S") }
        return BookCommand(
            kind: kind, side: fields[2] == "S" ? .sell : .buy, order: register.number(of: fields[1]),
            price: needsPrice ? try number(3, "price_ticks", least: 0) : 0,
            quantity: kind == .cancel ? 0 : try number(4, "qty", least: 1))
    }

    private func kind() throws(OrderFlowProblem) -> BookCommand.Kind {
        switch fields[0] {
        case "ADD": .add
        case "IOC": .immediateOrCancel
        case "CANCEL": .cancel
        case "REDUCE": .reduce
        case "MODIFY": .replace
        default: throw problem("“\(fields[0].prefix(40))” is no command; write ADD, IOC, CANCEL, REDUCE or MODIFY")
        }
    }

    private func number(_ field: Int, _ column: String, least: Int64) throws(OrderFlowProblem) -> Int64 {
        guard let number = Int64(fields[field]), number >= least else {
            throw problem("“\(fields[field].prefix(40))” is no \(column); write a whole number of at least \(least)")
        }
        return number
    }

    private func problem(_ text: String) -> OrderFlowProblem { OrderFlowProblem(file: file, row: row, text: text) }
}
