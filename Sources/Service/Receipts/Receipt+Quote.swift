import Domain
import ExchangeAPI
import Records
import Sequencer

extension Receipt {
    /// The answer to `quoteDemand`.
    var quoteReceipt: QuoteReceipt {
        let quote = event { event in if case .demandQuoted(let quote) = event { quote } else { nil } }
        let hold = event { event in
            if case .holdSet(let hold) = event, hold.demand == quote.id { hold } else { nil }
        }
        return QuoteReceipt(
            sequence: sequence, at: stamp, demand: quote.demand, until: quote.until, heldOwn: hold.own,
            heldLots: hold.lots.flatMap(\.amounts).reduce(.zero, +), fills: quote.fills)
    }
}
