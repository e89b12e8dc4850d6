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

    /// Nanoseconds of processor time to explain each of the first demands that rest (of all, where none does), and the
    /// remedies found.
    func explain(_ demands: [MarketDemand], most: Int) -> (times: [Int64], remedies: Int) {
        var (times, remedies) = ([Int64](), 0)
        let resting = demands.indices.filter { book.isResting(demands[$0].demand.id) }
        for index in (resting.isEmpty ? Array(demands.indices) : resting).prefix(most) {
            let begin = Clocks.thread()
            remedies += explanation(of: demands[index]).found.count
            times.append(Clocks.thread() - begin)
        }
        return (times, remedies)
    }

    private func explanation(of entry: MarketDemand) -> Remedies {
        book.explanation(
            of: book.trial(of: entry), entry.demand.terms, from: RichMarket.start, funds: { _ in true },
            rehearse: { terms in
                let demand = Demand(
                    id: entry.demand.id, buyer: entry.demand.buyer, terms: terms, place: entry.demand.place)
                let changed = MarketDemand(
                    demand: demand, buyer: entry.buyer, subsidyClass: entry.subsidyClass, network: entry.network)
                return book.decide(book.trial(of: changed)) { _ in true }
            }
        ).remedies
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
        filled = filled + Quantity(unchecked: decision.grains)
        queue.append(decision, in: book)
    }
}
