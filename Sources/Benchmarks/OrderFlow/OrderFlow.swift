/// Commands for plain books: one instrument is one instance type, one zone, one window, price rule `resting`.
public struct OrderFlow: Sendable {
    /// The first ones fill the book; the others are timed.
    public let commands: [BookCommand]
    public let fillingCommands: Int
    public let instruments: Int
    /// One more than the largest order number.
    public let orders: Int
    /// The file's own identifiers by order number, where it does not name orders by number.
    public let names: [String]?

    public init(_ commands: [BookCommand], fillingCommands: Int = 0, names: [String]? = nil) {
        self.commands = commands
        self.fillingCommands = fillingCommands
        self.names = names
        instruments = commands.reduce(0) { max($0, Int($1.instrument) + 1) }
        orders = commands.reduce(0) { max($0, Int($1.order) + 1) }
    }

    public func name(_ order: Int32) -> String { names?[Int(order)] ?? String(order) }
}
