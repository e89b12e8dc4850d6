import Matching
import TransparencyLog

/// The hashes that reference books print of their trades and of what rests at the end.
struct BookTexts {
    /// SHA-256 over lines `i,taker,maker,price,quantity`.
    let tradeHash: String
    /// SHA-256 over lines `side,price,order,quantity`, an instrument after the other: bids from the best down, then asks
    /// from the best up.
    let bookHash: String
    let restingOrders: Int

    init(flow: OrderFlow, trades: [PlainTrade], book: borrowing PlainBook) {
        var text = ""
        for (number, trade) in trades.enumerated() {
            text += "\(number),\(flow.name(trade.taker)),\(flow.name(trade.maker)),\(trade.price),\(trade.quantity)\n"
        }
        tradeHash = Digest.sha256(of: Array(text.utf8)).hexadecimal
        text = ""
        var count = 0
        for instrument in 0..<flow.instruments {
            for order in book.restingOrders(instrument: instrument) {
                count += 1
                let side = order.side == .buy ? "B" : "S"
                text += "\(side),\(order.price),\(flow.name(order.order)),\(order.quantity)\n"
            }
        }
        bookHash = Digest.sha256(of: Array(text.utf8)).hexadecimal
        restingOrders = count
    }
}
