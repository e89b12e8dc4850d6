import Domain
import Matching

/// Works a generated market through the engine, demand by demand, as the exchange does.
struct MarketRun: ~Copyable {
    private var book: MarketBook
    /// Nanoseconds of processor time, a value for each demand: admitted, decided, committed, what it sets free settled.
    private(set) var times: [Int64] = []
    private(set) var fills: Int64 = 0
    private(set) var filled = Quantity.zero

    init(_ market: RichMarket) { book = market.emptyBook() }

    mutating func list(_ offers: [RichMarket.Listing]) {
        for listing in offers { book.list(listing.offer, admissionClass: listing.admissionClass) }
    }

    mutating func submit(_ demands: [MarketDemand]) {
        times.reserveCapacity(demands.count)
        for demand in demands {
            let begin = Clocks.thread()
            submit(demand)
            times.append(Clocks.thread() - begin)
        }
    }

    var restingDemands: Int { book.demandCount }

    private mutating func submit(_ entry: MarketDemand) {
        book.admit(entry)
        var queue = RematchQueue()
        decide(entry.demand.id, &queue)
        while let demand = queue.next(in: book) { decide(demand, &queue) }
    }

    private mutating func decide(_ demand: DemandID, _ queue: inout RematchQueue) {
        let decision = book.decide(demand) { _ in true }
        book.commit(decision)
        fills += Int64(decision.fills.count)
        filled = filled + decision.filled
        queue.append(decision, in: book)
    }
}
