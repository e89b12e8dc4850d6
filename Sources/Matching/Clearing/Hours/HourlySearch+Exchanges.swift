extension HourlySearch {
    /// Looks that are given to those who had to leave, in one exchange.
    private static let mostWaiting = 20
    private static let mostSweeps = 12
    /// Sweeps end where one gains less than welfare divided by this.
    private static let leastGain: Int128 = 10_000
    /// What the prices may see lost for a try to be worth while, as a part of what is gained: little where units only
    /// change places, more where a demand goes without.
    private static let (changing, lacking): (Int64, Int64) = (32, 8)

    /// The whole search.
    mutating func run() {
        begin()
        var idle = 0
        for number in 0..<Self.mostSweeps where idle < 2 && !isExhausted {
            let before = welfare
            sweep(number % 4 < 2 ? .leastNet : .leastLoss, whole: number % 2 == 0)
            idle = (welfare - before) * Self.leastGain > welfare ? 0 : idle + 1
        }
    }

    /// Gives each demand what there is room for, those first whom the prices chose.
    private mutating func begin() {
        for arc in order where !isExhausted {
            let demand = market.arcs[arc].demand
            guard rests[demand] > 0 else { continue }
            if isDivisible(demand) {
                let quantity = min(rests[demand], room(arc))
                if quantity > 0 { move(quantity, into: arc) }
            } else {
                let mark = journal.count
                fill(demand)
                if isShort(demand) { undo(to: mark) }
            }
        }
        (journal, touched) = ([], [])
        for demand in 0..<Int32(market.demandCount) where rests[demand] > 0 && !isExhausted {
            attempt { search in
                search.waiting.append(demand)
                return true
            }
        }
    }

    /// A demand's units that could be worth more: what it does not have, or what it has elsewhere.
    private struct Target {
        let arc: Int32
        /// -1 for what it does not have.
        let from: Int32
        /// What the prices say that it gains.
        let key: Int128
    }

    /// - Parameter whole: what a demand has elsewhere is moved whole, not a unit of it.
    private mutating func sweep(_ yielding: Yielding, whole: Bool) {
        for target in targets() where !isExhausted {
            let demand = market.arcs[target.arc].demand
            guard target.from < 0 ? rests[demand] > 0 : flows[target.from] > 0 else { continue }
            attempt { search in
                if target.from >= 0 {
                    search.touched.append(search.market.arcs[target.from].offer)
                    search.move(whole ? -search.flows[target.from] : -1, into: target.from)
                }
                guard search.insert(demand, target.arc, yielding) else { return false }
                while target.from >= 0, search.rests[demand] > 0, search.insert(demand, target.arc, yielding) {}
                if search.isShort(demand) { search.complete(demand, yielding) }
                search.waiting.append(demand)
                return true
            }
        }
    }

    /// Units that might be worth more elsewhere, those first that gain most at the prices. Where the prices see a little
    /// loss it may still gain, since free hours then serve somebody.
    private mutating func targets() -> [Target] {
        var found: [Target] = []
        for demand in 0..<Int32(market.demandCount) {
            let holding = market.arcs(of: demand).filter { flows[$0] > 0 }
            for arc in market.arcs(of: demand) {
                let net = market.net(arc)
                if rests[demand] > 0, net > -(market.arcs[arc].gain * market.scale / Self.lacking) {
                    found.append(Target(arc: arc, from: -1, key: Int128(net) * Int128(rests[demand])))
                }
                for other in holding where other != arc {
                    let more = net - market.net(other)
                    if more >= -(market.arcs[arc].gain * market.scale / Self.changing) {
                        found.append(Target(arc: arc, from: other, key: Int128(more) * Int128(flows[other])))
                    }
                }
            }
        }
        market.seen += found.count
        return found.sorted { ($0.key, $1.arc, $1.from) > ($1.key, $0.arc, $0.from) }
    }

    /// One exchange: it stands where it gains; a loss is taken back, and with it what follows from it.
    private mutating func attempt(_ change: (inout HourlySearch) -> Bool) {
        (journal, waiting, touched) = ([], [], [])
        let before = (welfare, subsidy)
        guard change(&self) else { return undo() }
        settle()
        if (welfare, subsidy) < before { undo() }
    }

    /// Brings a demand to its least fill, whoever must leave.
    private mutating func complete(_ demand: Int32, _ yielding: Yielding) {
        for arc in byNet(demand) where isShort(demand) {
            while isShort(demand), insert(demand, arc, yielding) {}
        }
    }

    /// Finds a place for those who had to leave, and gives what is free to who can take it.
    private mutating func settle() {
        var next = 0
        while next < waiting.count, next < Self.mostWaiting {
            let demand = waiting[next]
            next += 1
            fill(demand)
            for arc in rests[demand] > 0 ? byNet(demand) : [] {
                while rests[demand] > 0, insert(demand, arc, .gaining) {}
            }
        }
        for demand in waiting where isShort(demand) { drop(demand) }
        for offer in Set(touched).sorted() {
            for arc in columns[Int(offer)] {
                let demand = market.arcs[arc].demand
                guard rests[demand] > 0, isDivisible(demand) else { continue }
                let quantity = min(rests[demand], room(arc))
                if quantity > 0 { move(quantity, into: arc) }
            }
        }
    }

    private func byNet(_ demand: Int32) -> [Int32] {
        market.arcs(of: demand).sorted { (market.net($0), $1) > (market.net($1), $0) }
    }
}
