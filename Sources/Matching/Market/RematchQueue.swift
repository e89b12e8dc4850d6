import Domain

/// The demands at rest that must be decided again after a change of the offers, so that no book rests crossed.
///
/// First, in the order of priority, those that an arriving offer (or one that got capacity back) meets, each in its
/// turn and once, if it still meets it then. Then, always the one with the earliest place first, those that a smaller
/// supply may have made tradable: an all-or-none demand may pass over an offer that was taken meanwhile, and fill from
/// others.
///
///     var queue = RematchQueue(arriving: offer, in: book)
///     while let demand = queue.next(in: book) {
///         let decision = book.decide(demand, funds: funds)
///         book.commit(decision)
///         queue.append(decision, in: book)
///     }
public struct RematchQueue: Sendable {
    private var arriving: OfferID?
    private var waiting: [DemandID]
    private var position = 0
    /// The last that was gathered of those that the arriving offer meets, where there may be more; they are gathered as
    /// they are needed, since the first few may take all of it. Meanwhile there is only less of it, so that those found
    /// later are those that it met when it came and still meets.
    private var lastGathered: MetDemand?
    /// How many have been gathered.
    private(set) var gathered = 0
    private static let gatheredFirst = 8
    private var touched: [Touched] = []
    /// What `next` gave last, unless the arriving offer meets it.
    private var given: Touched?

    private struct Touched: Sendable {
        let demand: DemandID
        let place: Place
    }

    /// For an arriving demand, after its own decision was committed: append that decision.
    public init() { self.init(deciding: []) }

    /// After an offer was listed, or got capacity back.
    public init(arriving offer: OfferID, in book: borrowing MarketBook) {
        self.init()
        arrive(offer, in: book)
    }

    /// After facts changed that say who may trade: relations, money, a buyer's facts. The demands concerned, in order
    /// of place.
    public init(deciding demands: [DemandID]) {
        arriving = nil
        waiting = demands
    }

    /// Before offers are withdrawn, or there is less of them.
    public init(reducing offers: [OfferID], in book: borrowing MarketBook) {
        self.init(deciding: [])
        for offer in offers { touch(offer, in: book) }
    }

    /// After an offer that there was to be less of has taken a new place: first come the demands that it meets now.
    public mutating func arrive(_ offer: OfferID, in book: borrowing MarketBook) {
        arriving = offer
        (lastGathered, gathered) = (nil, 0)
        gather(offer, in: book)
    }

    /// As many again as have been gathered, so that all together cost no more than twice what the last time does.
    private mutating func gather(_ offer: OfferID, in book: borrowing MarketBook) {
        let most = max(Self.gatheredFirst, gathered)
        let met = book.demandsMet(by: offer, after: lastGathered, most: most)
        lastGathered = book.rule == .listed || met.count < most ? nil : met.last
        gathered += met.count
        (waiting, position) = (met.map(\.demand), 0)
    }

    /// Before a batch takes what it freezes.
    public init(freezing batch: Batch, in book: borrowing MarketBook) {
        self.init(deciding: [])
        for held in batch.offers { touch(held.offer, in: book) }
    }

    /// After a decision was committed: what its fills took may concern others.
    public mutating func append(_ decision: Decision, in book: borrowing MarketBook) {
        for fill in decision.fills { touch(fill.offer, in: book) }
    }

    /// The next demand to decide; nil when the book is settled. Those that no longer rest are left out.
    public mutating func next(in book: borrowing MarketBook) -> DemandID? {
        while true {
            if let arriving {
                guard book.standsInQueue(arriving) else {
                    (waiting, position, lastGathered) = ([], 0, nil)
                    break
                }
                if position == waiting.count, lastGathered != nil { gather(arriving, in: book) }
            }
            guard position < waiting.count else { break }
            position += 1
            given = nil
            if isConcerned(waiting[position - 1], book) { return waiting[position - 1] }
        }
        while let first = touched.popLast() {
            given = first
            if book.isResting(first.demand) { return first.demand }
        }
        return nil
    }

    /// After something went before the demand that `next` gave last: it comes again in its turn, if it still concerns.
    public mutating func putBack() {
        if let given { insert(given) } else { position -= 1 }
    }

    private func isConcerned(_ demand: DemandID, _ book: borrowing MarketBook) -> Bool {
        guard book.isResting(demand) else { return false }
        guard let arriving else { return true }
        return book.meets(demand, arriving)
    }

    private mutating func touch(_ offer: OfferID, in book: borrowing MarketBook) {
        for met in book.volatileDemands(crossing: offer) { insert(Touched(demand: met.demand, place: met.place)) }
    }

    private mutating func insert(_ met: Touched) {
        guard !touched.contains(where: { $0.demand == met.demand }) else { return }
        touched.insert(met, at: touched.firstIndex { $0.place < met.place } ?? touched.count)
    }
}
