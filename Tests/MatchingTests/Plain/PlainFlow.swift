import Foundation
import Matching

/// Order flow under the venue's own order numbers, through a plain book.
struct PlainFlow: ~Copyable {
    var book = PlainBook()
    private(set) var trades: [PlainTrade] = []
    private(set) var commands = 0
    private(set) var ignored = 0
    /// The venue's number of each dense one.
    private var names: [Int64] = []
    private var numbers: [Int64: Int32] = [:]

    /// `t_ns,cmd,order_id,side,price_ticks,qty`.
    mutating func apply(csv line: Data) {
        let fields = line.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
            .map { String(decoding: $0, as: UTF8.self).trimmingCharacters(in: .whitespaces) }
        let order = number(of: Int64(fields[2]) ?? -1)
        let side = fields[3] == "B" ? BookSide.buy : .sell
        apply(fields[1], order, side, Int64(fields[4]) ?? 0, Int64(fields[5]) ?? 0)
    }

    mutating func apply(_ command: String, _ order: Int32, _ side: BookSide, _ price: Int64, _ quantity: Int64) {
        commands += 1
        var made: [PlainTrade] = []
        let done: Bool
        switch command {
        case "ADD": done = book.add(order, side: side, price: price, quantity: quantity) { made.append($0) }
        case "CANCEL": done = book.cancel(order)
        case "REDUCE": done = book.reduce(order, by: quantity)
        default:
            book.immediateOrCancel(order, side: side, price: price, quantity: quantity) { made.append($0) }
            done = true
        }
        if !done { ignored += 1 }
        trades += made
    }

    private mutating func number(of name: Int64) -> Int32 {
        if let number = numbers[name] { return number }
        numbers[name] = Int32(names.count)
        names.append(name)
        return Int32(names.count - 1)
    }

    /// `i,taker_id,maker_id,price_ticks,qty`.
    var tradeLines: String {
        trades.enumerated().map { number, trade in
            "\(number),\(names[Int(trade.taker)]),\(names[Int(trade.maker)]),\(trade.price),\(trade.quantity)\n"
        }.joined()
    }

    /// `side,price_ticks,order_id,qty`.
    var bookLines: String {
        book.restingOrders().map {
            "\($0.side == .buy ? "B" : "S"),\($0.price),\(names[Int($0.order)]),\($0.quantity)\n"
        }.joined()
    }
}
