/// A path that units take through the market.
struct AdmissionPath {
    /// What it loses against the best conceivable, at prices, per unit.
    let distance: Int64
    /// The offer that it ends at, or -1 where there is no path.
    let offer: Int32
    /// The arc that the last units leave, or come into; -1 where they were, or become, free.
    let arc: Int32
}

/// Units that a demand wants: the offers it suits best give theirs, and whoever held them takes the next best.
extension Admission {
    /// Prices beyond this are not followed.
    private static let dearest: Int64 = 1 << 58

    /// Gets a demand some units, at most so many, by the path that costs the others least. False where there is none that
    /// loses less than so much a unit.
    mutating func acquire(_ most: Int32, for demand: Int32, losing loss: Int64) -> Bool {
        let best = bestGain(of: demand)
        guard best > .min, best > -loss else { return false }
        let path = pathToUnits(
            for: demand, best, within: min(best + min(loss, PathSearch.farthest), PathSearch.farthest))
        guard path.offer >= 0 || loss == 0, raisePrices(to: path.distance), path.offer >= 0 else { return false }
        var amount = min(most, auction.free[path.offer])
        if path.arc >= 0 {
            let holder = owners[path.arc]
            amount = min(most, auction.arcs[path.arc].flow, held(by: holder) - floors[holder])
        }
        amount = narrowest(of: path, amount)
        if path.arc >= 0 { move(-amount, into: path.arc) }
        follow(path, amount)
        return true
    }

    func bestGain(of demand: Int32) -> Int64 { arcs(of: demand).reduce(Int64.min) { max($0, gain($1)) } }

    private mutating func pathToUnits(for demand: Int32, _ best: Int64, within limit: Int64) -> AdmissionPath {
        var path = AdmissionPath(distance: limit, offer: -1, arc: -1)
        search.begin()
        for arc in arcs(of: demand) {
            search.reach(auction.arcs[arc].offer, best - gain(arc), by: PathSearch.Step(from: -1, to: arc))
        }
        while !auction.isExhausted, let (offer, distance) = search.next(within: path.distance) {
            if auction.free[offer] > 0 { return AdmissionPath(distance: distance, offer: offer, arc: -1) }
            for lot in lots(of: offer) where auction.lots[lot].demand != demand {
                displace(auction.lots[lot], distance, &path)
            }
        }
        return path
    }

    /// Where the holder of a lot would go: it does without, or to its other offers.
    @inline(__always)
    private mutating func displace(_ lot: Auction.Lot, _ distance: Int64, _ path: inout AdmissionPath) {
        let (holder, kept) = (lot.demand, gain(lot.arc))
        if held(by: holder) > floors[holder], distance + max(0, kept) < path.distance {
            path = AdmissionPath(distance: distance + max(0, kept), offer: auction.arcs[lot.arc].offer, arc: lot.arc)
        }
        let range = arcs(of: holder)
        auction.arcsSeen &+= range.count
        for arc in range where arc != lot.arc {
            let next = distance + max(0, kept - gain(arc))
            guard next < path.distance else { continue }
            search.reach(auction.arcs[arc].offer, next, by: PathSearch.Step(from: lot.arc, to: arc))
        }
    }

    /// After a path of this distance, nobody gains by another one if the offers that are nearer cost the difference more.
    private mutating func raisePrices(to distance: Int64) -> Bool {
        let nearer = search.nearer(than: distance)
        guard nearer.allSatisfy({ auction.prices[$0.offer] + (distance - $0.distance) <= Self.dearest }) else {
            return false
        }
        for (offer, nearness) in nearer { setPrice(auction.prices[offer] + (distance - nearness), of: offer) }
        return true
    }

    /// The most units that can pass, at most so many.
    func narrowest(of path: AdmissionPath, _ most: Int32) -> Int32 {
        var (amount, offer) = (most, path.offer)
        while search.step(to: offer).from >= 0 {
            let step = search.step(to: offer)
            amount = min(amount, auction.arcs[step.from].flow)
            offer = otherEnd(of: step, offer)
        }
        return amount
    }

    /// Moves units along a path, from its end to where it began.
    mutating func follow(_ path: AdmissionPath, _ amount: Int32) {
        var offer = path.offer
        while true {
            let step = search.step(to: offer)
            if step.to >= 0 { move(amount, into: step.to) }
            guard step.from >= 0 else { return }
            move(-amount, into: step.from)
            offer = otherEnd(of: step, offer)
        }
    }

    private func otherEnd(of step: PathSearch.Step, _ offer: Int32) -> Int32 {
        let from = auction.arcs[step.from].offer
        return from == offer ? auction.arcs[step.to].offer : from
    }
}

/// Units that became free at a price: whom they suit best takes them, and leaves others, until somebody wanted more or
/// units stay free at price zero.
extension Admission {
    mutating func passOn(freeUnitsOf offer: Int32) {
        while auction.free[offer] > 0, auction.prices[offer] > 0, !auction.isExhausted {
            let path = pathToTaker(of: offer)
            for (near, nearness) in search.nearer(than: path.distance) {
                setPrice(max(0, auction.prices[near] - (path.distance - nearness)), of: near)
            }
            if path.offer == offer, path.arc < 0 { return }
            let wanted = path.arc < 0 ? Int32.max : auction.rests[owners[path.arc]]
            let amount = narrowest(of: path, min(auction.free[offer], wanted))
            if path.arc >= 0 { move(amount, into: path.arc) }
            follow(path, amount)
        }
    }

    private mutating func pathToTaker(of offer: Int32) -> AdmissionPath {
        var path = AdmissionPath(distance: auction.prices[offer], offer: offer, arc: -1)
        search.begin()
        search.reach(offer, 0, by: PathSearch.Step(from: -1, to: -1))
        while !auction.isExhausted, let (near, distance) = search.next(within: path.distance) {
            if distance + auction.prices[near] < path.distance {
                path = AdmissionPath(distance: distance + auction.prices[near], offer: near, arc: -1)
            }
            let (first, end) = (auction.lotStarts[near], auction.lotStarts[near + 1])
            auction.arcsSeen &+= Int(end - first)
            for column in first..<end { propose(auction.reverse.columns[column], distance, &path) }
        }
        return path
    }

    /// Whether a demand would take a unit: one more, or for one that it holds of another offer.
    @inline(__always)
    private mutating func propose(_ column: ReverseAuction.Column, _ distance: Int64, _ path: inout AdmissionPath) {
        let demand = column.demand
        guard !isOut[demand] else { return }
        let gain = gain(column.arc)
        if auction.rests[demand] > 0, distance + max(0, -gain) < path.distance {
            let offer = auction.arcs[column.arc].offer
            path = AdmissionPath(distance: distance + max(0, -gain), offer: offer, arc: column.arc)
        }
        let level = level(of: demand)
        guard level < Int64.max / 2, distance + max(0, level - gain) < path.distance else { return }
        let range = arcs(of: demand)
        auction.arcsSeen &+= range.count
        for arc in range where auction.arcs[arc].flow > 0 && arc != column.arc {
            let next = distance + max(0, self.gain(arc) - gain)
            guard next < path.distance else { continue }
            search.reach(auction.arcs[arc].offer, next, by: PathSearch.Step(from: arc, to: column.arc))
        }
    }
}
