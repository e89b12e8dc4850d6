import Domain

/// The workspace of the auction that clears a batch.
///
/// The method is the auction for similar objects of Bertsekas and Castañon (“The auction algorithm for the transportation
/// problem”, 1989) with ε-scaling, and a reverse auction for what is left over (Bertsekas, Castañon and Tsaknakis 1993).
/// Demands bid for units of the offers they like best; a bid takes the cheapest units and leaves them dearer by at least
/// ε. The units of an offer are alike: what counts is the price of its cheapest, the offer's price here.
///
/// **What holds after a phase**: no unit that a demand holds is worse for it than its best offer, or nothing, by more
/// than ε; an offer with free units has price zero. So the allocation is at most ε a unit below the optimum. A better
/// one differs by a cycle that meets no offer twice; surpluses are multiples of `scale`, which is more than there are
/// offers, so with ε = 1 there is none.
struct Auction: ~Copyable {
    /// An arc with a positive surplus to an offer that has capacity. A demand with a least fill also has those without
    /// surplus: nobody bids for them, but they may complete it.
    struct Arc: BitwiseCopyable {
        /// Times `scale`.
        let surplus: Int64
        let offer: Int32
        /// Milli-units of the offer that the demand holds.
        var flow: Int32
    }

    /// Units of an offer that one demand holds.
    struct Lot {
        /// Times `scale`.
        var price: Int64
        var amount: Int32
        let demand: Int32
        let arc: Int32
    }

    let offerCount: Int
    let demandCount: Int
    /// One micro-yuan is so many steps of a price.
    let scale: Int64
    /// The greatest surplus of any arc, times `scale`.
    let mostSurplus: Int64
    let arcs: FlatArray<Arc>
    let arcStarts: FlatArray<Int32>
    let quantities: FlatArray<Int32>
    /// What each demand does not hold.
    let rests: FlatArray<Int32>
    let capacities: FlatArray<Int32>
    /// What each offer has free.
    let free: FlatArray<Int32>
    /// Price of the cheapest unit of each offer over its ask, times `scale`.
    let prices: FlatArray<Int64>
    /// The lots of offer `o` begin at `lotStarts[o]`: a heap while demands bid, a list while offers do. An offer has at
    /// most one a demand.
    let lots: FlatArray<Lot>
    let lotStarts: FlatArray<Int32>
    let lotCounts: FlatArray<Int32>
    /// Demands that have to bid, in a ring; each at most once.
    let queue: FlatArray<Int32>
    let isQueued: FlatArray<Bool>
    var queueHead = 0
    var queueTail = 0
    let reverse: ReverseAuction
    var columnsAreSorted = false
    /// Arcs looked at, and how many may be.
    var arcsSeen = 0
    let arcsMost: Int

    init(_ problem: ClearingProblem, arcsMost: Int) {
        (offerCount, demandCount) = (problem.offers.count, problem.demands.count)
        self.arcsMost = arcsMost
        scale = Int64(offerCount) + 2
        arcs = FlatArray(uninitialized: problem.arcs.count)
        arcStarts = FlatArray(uninitialized: demandCount + 1)
        lotStarts = FlatArray(repeating: 0, count: offerCount + 1)
        let arcCount: Int
        (arcCount, mostSurplus) = Self.copyArcs(of: problem, scale, arcs, arcStarts, lotStarts)
        quantities = FlatArray(problem.demands.lazy.map { Int32($0.quantity.milli) })
        capacities = FlatArray(problem.offers.lazy.map { Int32($0.capacity.milli) })
        rests = FlatArray(repeating: 0, count: demandCount)
        free = FlatArray(repeating: 0, count: offerCount)
        prices = FlatArray(repeating: 0, count: offerCount)
        lots = FlatArray(uninitialized: arcCount)
        lotCounts = FlatArray(repeating: 0, count: offerCount)
        queue = FlatArray(uninitialized: 1 << (Int.bitWidth - max(1, demandCount).leadingZeroBitCount))
        isQueued = FlatArray(repeating: false, count: demandCount)
        reverse = ReverseAuction(offers: offerCount, demands: demandCount, arcs: arcCount)
    }

    /// Copies the arcs that can gain, and adds up where each offer's lots begin. Returns how many
    /// they are and the greatest surplus.
    private static func copyArcs(
        of problem: ClearingProblem, _ scale: Int64, _ arcs: borrowing FlatArray<Arc>,
        _ arcStarts: borrowing FlatArray<Int32>, _ lotStarts: borrowing FlatArray<Int32>
    ) -> (count: Int, mostSurplus: Int64) {
        var (count, most): (Int, Int64) = (0, 0)
        for demand in problem.demands.indices {
            arcStarts[demand] = Int32(count)
            guard problem.demands[demand].quantity.milli > 0 else { continue }
            let least: Int64 = problem.demands[demand].minimum.milli > 0 ? 0 : 1
            for arc in problem.arcs(of: demand) {
                let offer = problem.arcs[arc].offer
                let surplus = problem.surplus(demand: demand, arc: arc)
                most = max(most, surplus)
                guard surplus >= least, problem.offers[Int(offer)].capacity.milli > 0 else { continue }
                arcs[count] = Arc(surplus: surplus * scale, offer: offer, flow: 0)
                lotStarts[offer + 1] += 1
                count += 1
            }
        }
        arcStarts[problem.demands.count] = Int32(count)
        for offer in problem.offers.indices { lotStarts[offer + 1] += lotStarts[offer] }
        return (count, most * scale)
    }

    /// All arcs that may be looked at have been.
    var isExhausted: Bool { arcsSeen >= arcsMost }
}

extension Auction.Lot: Prioritised {
    /// The cheaper first, of equal ones that of the later demand: who came first keeps its units.
    @inline(__always)
    func precedes(_ other: Auction.Lot) -> Bool {
        price < other.price || (price == other.price && arc > other.arc)
    }
}
