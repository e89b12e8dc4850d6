import Matching

/// Order flow that a book with a weakness is slow at: the cost of a command must not grow with what is at rest.
public enum FlowShape: String, CaseIterable, Sendable {
    /// All orders at one price; some leave from anywhere, as many come.
    case oneLevel = "one_level"
    /// Each order at a price of its own; some leave from anywhere, and come back.
    case manyLevels = "many_levels"
    /// Orders at a thousand prices, of which one after the other is cancelled, from anywhere.
    case cancelStorm = "cancel_storm"
    /// Both sides at one price: what comes trades with the first at rest.
    case equalPrices = "equal_prices"

    private static let ticksApart: Int64 = 10_007

    /// - Parameters:
    ///   - orders: how many rest when the timed commands begin; at least one.
    ///   - commands: how many are timed; a storm has at most `orders`.
    public func flow(orders: Int, commands: Int) -> OrderFlow {
        let filling = (0..<Int32(orders)).map { add($0, orders) }
        var timed: [BookCommand] = []
        var order = Stride(over: orders)
        switch self {
        case .oneLevel, .manyLevels:
            while timed.count < commands {
                let number = order.next()
                timed.append(BookCommand(kind: .cancel, side: .sell, order: number))
                timed.append(add(number, orders))
            }
        case .cancelStorm:
            timed = (0..<min(commands, orders)).map { _ in
                BookCommand(kind: .cancel, side: .sell, order: order.next())
            }
        case .equalPrices:
            for number in 0..<Int32(commands / 2) {
                timed.append(
                    BookCommand(kind: .add, side: .buy, order: Int32(orders), price: Self.ticksApart, quantity: 1))
                timed.append(add(number % Int32(orders), orders))
            }
        }
        return OrderFlow(filling + timed, fillingCommands: orders)
    }

    private func add(_ order: Int32, _ orders: Int) -> BookCommand {
        let price: Int64 =
            switch self {
            case .oneLevel, .equalPrices: 1
            case .manyLevels: Int64(order)
            case .cancelStorm: Int64(order) % 1_000
            }
        return BookCommand(kind: .add, side: .sell, order: order, price: price * Self.ticksApart, quantity: 1)
    }
}

/// All numbers below a bound, again and again, each far from the one before.
private struct Stride {
    private let bound: Int
    private let step: Int
    private var number = 0

    init(over bound: Int) {
        self.bound = bound
        let far = max(1, bound * 618 / 1_000)
        step = (far...).first { Stride.greatestDivisor($0, bound) == 1 } ?? 1
    }

    mutating func next() -> Int32 {
        number = (number + step) % bound
        return Int32(number)
    }

    private static func greatestDivisor(_ left: Int, _ right: Int) -> Int {
        right == 0 ? left : greatestDivisor(right, left % right)
    }
}
