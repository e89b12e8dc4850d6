import Domain

/// Who is let in.
extension Admission {
    /// Decides about every demand with a least fill, then tries to do better until it cannot, or has done enough.
    ///
    /// - Parameter gapMillionths: it is enough where the gap to the bound is not more than so many millionths of it.
    mutating func run(gapMillionths: Int64) {
        for demand in undecided() { decide(demand) }
        lastArcToSee = auction.arcsSeen + 1_000_000 + 20 * (owners.count + auction.demandCount)
        var before: Int128 = -1
        while welfare > before, !isSpent,
            !Valuation(welfare: welfare, bound: bound).isWithin(millionths: gapMillionths)
        {
            before = welfare
            for demand in rejected() where !isSpent { reconsider(demand) }
            for demand in reluctant(0..<Int32(auction.demandCount)) where !isSpent { tryToDismiss(demand) }
            journal.removeAll(keepingCapacity: true)
        }
    }

    /// Trying to do better has looked at as many arcs as it may; those who could gain most came first.
    private var isSpent: Bool { auction.isExhausted || auction.arcsSeen >= lastArcToSee }

    private static let rivalsMost = 8

    /// Settles the demands that hold nothing, or enough, and returns the others.
    private mutating func undecided() -> [Int32] {
        var undecided: [Int32] = []
        for demand in 0..<Int32(auction.demandCount) where minimums[demand] > 0 {
            if held(by: demand) == 0 {
                isOut[demand] = true
            } else if held(by: demand) >= minimums[demand] {
                floors[demand] = minimums[demand]
            } else {
                undecided.append(demand)
            }
        }
        return undecided
    }

    /// Lets a demand in or dismisses it, by what is better.
    private mutating func decide(_ demand: Int32) {
        journal.removeAll(keepingCapacity: true)
        dismiss(demand)
        let without = welfare
        takeBack(to: 0)
        if admit(demand, reaching: without) { return }
        takeBack(to: 0)
        dismiss(demand)
    }

    /// Gets a demand its least fill, and more as long as that gains. False where its least fill cannot be had, or only at
    /// a welfare below `least`.
    private mutating func admit(_ demand: Int32, reaching least: Int128) -> Bool {
        setOut(false, demand)
        while auction.rests[demand] > 0 {
            let lacking = minimums[demand] - held(by: demand)
            guard lacking > 0 else {
                if acquire(auction.rests[demand], for: demand, losing: 0) { continue }
                break
            }
            // A later unit costs no less than one before it.
            guard welfare >= least else { return false }
            let loss = (welfare - least) / Int128(lacking) + 1
            guard acquire(lacking, for: demand, losing: Int64(clamping: loss)) else { return false }
        }
        setFloor(minimums[demand], of: demand)
        return welfare >= least
    }

    /// Takes everything from a demand and passes it on.
    private mutating func dismiss(_ demand: Int32) {
        setOut(true, demand)
        setFloor(0, of: demand)
        let held = arcs(of: demand).filter { auction.arcs[$0].flow > 0 }
        for arc in held { move(-auction.arcs[arc].flow, into: arc) }
        for arc in held { passOn(freeUnitsOf: auction.arcs[arc].offer) }
    }

    /// Demands that are out and would gain at the prices: the most they could gain first.
    private func rejected() -> [Int32] {
        var found: [(demand: Int32, most: Int128)] = []
        for demand in 0..<Int32(auction.demandCount) where isOut[demand] {
            let gain = bestGain(of: demand)
            if gain > 0 { found.append((demand, Int128(gain) * Int128(auction.quantities[demand]))) }
        }
        return found.sorted { ($1.most, $0.demand) < ($0.most, $1.demand) }.map(\.demand)
    }

    /// Those of the demands that hold units at a loss, because of their least fill.
    private mutating func reluctant(_ demands: some Sequence<Int32>) -> [Int32] {
        var found: [Int32] = []
        for demand in demands where floors[demand] > 0 {
            if level(of: demand) < 0 { found.append(demand) }
        }
        return found
    }

    /// Lets a demand in, if that gains: for nobody, or for one of those that are in.
    private mutating func reconsider(_ demand: Int32) {
        guard bestGain(of: demand) > 0, !tryToAdmit(demand, for: nil) else { return }
        for other in rivals(of: demand) where !isSpent {
            if tryToAdmit(demand, for: other) { return }
        }
    }

    /// Lets a demand in, for another one, and dismisses whom that makes reluctant, where all in all that gains.
    private mutating func tryToAdmit(_ demand: Int32, for other: Int32?) -> Bool {
        let (mark, before) = (journal.count, welfare)
        // More than this nobody gains by coming in; as much is risked for what the dismissed may bring.
        let risk = Int128(bestGain(of: demand)) * Int128(auction.quantities[demand])
        if let other { dismiss(other) }
        if admit(demand, reaching: before - risk) {
            for held in reluctant(touched(since: mark)) where held != demand { tryToDismiss(held) }
            if welfare > before { return true }
        }
        takeBack(to: mark)
        return false
    }

    /// Demands that are in, hold units of offers that another one may take, and might gain less than it, at prices: the
    /// least first.
    private mutating func rivals(of demand: Int32) -> [Int32] {
        let most = Int128(bestGain(of: demand)) * Int128(auction.quantities[demand])
        var holders: Set<Int32> = []
        for arc in arcs(of: demand) {
            for lot in lots(of: auction.arcs[arc].offer) { holders.insert(auction.lots[lot].demand) }
        }
        var found: [(demand: Int32, gain: Int128)] = []
        for holder in holders.sorted() where floors[holder] > 0 {
            let gain = Int128(level(of: holder)) * Int128(held(by: holder))
            if gain < most { found.append((holder, gain)) }
        }
        return found.sorted { ($0.gain, $0.demand) < ($1.gain, $1.demand) }.prefix(Self.rivalsMost).map(\.demand)
    }

    private mutating func tryToDismiss(_ demand: Int32) {
        let (mark, before) = (journal.count, welfare)
        dismiss(demand)
        if welfare <= before { takeBack(to: mark) }
    }

    /// Demands that hold units of an offer whose price changed, by number.
    private func touched(since mark: Int) -> [Int32] {
        var demands: Set<Int32> = []
        for case .price(let offer, _) in journal[mark...] {
            for lot in lots(of: offer) { demands.insert(auction.lots[lot].demand) }
        }
        return demands.sorted()
    }
}

extension Admission {
    /// Prices over the asks in so many steps a micro-yuan, at which no fill is beyond its limit: those that a least fill
    /// forced above it come down to it. An offer without capacity has the greatest surplus, as without least fills.
    func postedPrices(scale steps: Int64) -> [Int64] {
        (0..<Int32(auction.offerCount)).map { offer in
            guard auction.capacities[offer] > 0 else { return auction.mostSurplus / (auction.scale / steps) }
            var price = auction.prices[offer]
            for lot in lots(of: offer) { price = min(price, auction.arcs[auction.lots[lot].arc].surplus) }
            return price / (auction.scale / steps)
        }
    }
}
