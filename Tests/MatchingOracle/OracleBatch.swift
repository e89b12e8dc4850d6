import Domain

/// What a batch froze, by the naive market.
struct OracleBatch {
    let scope: BatchScope
    var members: [DemandID]
    /// By offer and run of hours.
    var held: [(offer: OfferID, window: Window, milli: Int64)]
}

/// A member of a batch and the offers it may take, by place.
public struct OracleMember: Hashable, Sendable {
    public let demand: DemandID
    public let milli: Int64
    public let minimum: Int64
    public let arcs: [Arc]

    public struct Arc: Hashable, Sendable {
        public let offer: OfferID
        public let tariff: Int64
        /// The hours that a unit may have.
        public let window: Window
        /// Nominal subsidy in basis points of the ask.
        public let rate: Int64

        public init(offer: OfferID, tariff: Int64, window: Window, rate: Int64) {
            self.rate = rate
            self.offer = offer
            self.tariff = tariff
            self.window = window
        }
    }

    public init(demand: DemandID, milli: Int64, minimum: Int64, arcs: [Arc]) {
        self.demand = demand
        self.milli = milli
        self.minimum = minimum
        self.arcs = arcs
    }
}

/// What a close gives a member of one offer.
public struct OracleAward: Hashable, Sendable {
    public let demand: DemandID
    public let offer: OfferID
    public let milli: Int64
    /// Micro-yuan per unit, over all hours, on top of the ask, where the price rule takes it.
    public let shadow: Int64
    public let window: Window

    public init(demand: DemandID, offer: OfferID, window: Window, milli: Int64, shadow: Int64) {
        self.demand = demand
        self.offer = offer
        self.window = window
        self.milli = milli
        self.shadow = shadow
    }
}

extension OracleMarket {
    public func isFrozen(_ demand: DemandID) -> Bool { batches.contains { $0.members.contains(demand) } }

    public func isFrozen(_ offer: OfferID) -> Bool { batches.contains { $0.held.contains { $0.offer == offer } } }

    /// Every demand against every offer.
    func call(_ scope: BatchScope, _ events: inout [OracleEvent]) {
        if isHalted { return }
        var members: [OracleMember] = []
        for rest in demands.sorted(by: earlier) {
            if let member = member(rest, scope), !member.arcs.isEmpty { members.append(member) }
        }
        guard !members.isEmpty else { return }
        var batch = OracleBatch(scope: scope, members: members.map(\.demand), held: [])
        for offer in offers.sorted(by: { isEarlier($0.offer.place, $1.offer.place) }) {
            let able = members.filter { $0.arcs.contains { $0.offer == offer.offer.id } }
            for window in runs(scope.window, able, offer.offer.id) {
                let wanted = able.filter { member in
                    member.arcs.contains { $0.offer == offer.offer.id && $0.window.overlaps(window) }
                }.map(\.milli).reduce(0, +)
                let milli = min(wanted, whole(least(offer, window), scope))
                batch.held.append((offer.offer.id, window, milli))
                let asked = hourlyPrices(offer.offer, window).reduce(0, +)
                events.append(.froze(offer.offer.id, window, milli: milli, askSum: asked))
            }
        }
        batches.append(batch)
        for held in batch.held { take(held.milli, of: held.offer, over: held.window) }
        events.append(.called(members))
    }

    /// Hour by hour: those that follow one another and are wanted for the same placements are a run.
    private func runs(_ span: Window, _ members: [OracleMember], _ offer: OfferID) -> [Window] {
        var runs: [Window] = []
        var last: [[Int64]] = []
        for hour in span.start..<span.end {
            let wanting = members.flatMap { member in
                member.arcs.filter { $0.offer == offer && $0.window.start <= hour && hour < $0.window.end }
                    .map { [member.demand.number, $0.window.start] }
            }
            if !wanting.isEmpty {
                if wanting == last, let run = runs.popLast() {
                    runs.append(Window(unchecked: run.start, hour + 1))
                } else {
                    runs.append(Window(unchecked: hour, hour + 1))
                }
            }
            last = wanting
        }
        return runs
    }

    private func member(_ rest: OracleRest, _ scope: BatchScope) -> OracleMember? {
        let terms = rest.terms
        let starts = starts(rest, scope.window)
        guard !starts.isEmpty, terms.scu == nil, !isFrozen(rest.entry.demand.id), path(terms.home).contains(scope.zone)
        else { return nil }
        let isFirst = rest.open == terms.quantity.milli
        let least = terms.policy.allOrNone ? rest.open : isFirst ? terms.policy.minimum.milli : 0
        let minimum = least > 1 ? (least + scope.lot.milli - 1) / scope.lot.milli * scope.lot.milli : 0
        let milli = whole(rest.open, scope)
        guard milli > 0, minimum <= milli else { return nil }
        var able = offers.filter { offer in
            couldTake(rest, offer) && !isBlocked(rest, offer) && !suspended.contains(offer.offer.id)
                && path(offer.offer.terms.zone).contains(scope.zone)
                && scope.lot.milli % lot(offer) == 0
        }.flatMap { placements(rest, $0, starts, scope) }
        if terms.singleProvider, rest.provider == nil, let best = able.min(by: { goesBefore($0, $1, rest) }) {
            able = able.filter { $0.offer.offer.provider == best.offer.offer.provider }
        }
        let arcs = able.sorted {
            $0.offer.offer.id == $1.offer.offer.id
                ? $0.window.start < $1.window.start : isEarlier($0.offer.offer.place, $1.offer.offer.place)
        }.map {
            OracleMember.Arc(
                offer: $0.offer.offer.id, tariff: tariff(rest, $0.offer), window: $0.window, rate: rate($0.offer, rest))
        }
        return OracleMember(demand: rest.entry.demand.id, milli: milli, minimum: minimum, arcs: arcs)
    }

    /// When a unit may begin within a span: a fixed window at its begin alone.
    private func starts(_ rest: OracleRest, _ span: Window) -> [Hour] {
        (rest.terms.window.start..<rest.terms.window.end).filter { hour in
            hour >= span.start && hour + hours(rest) <= min(span.end, rest.terms.window.end)
                && (hour >= firstHour || rest.terms.chosenHours == nil)
        }
    }

    /// Of up to 32 starts all; of more those at multiples of 2, 4, 8 … hours, and the cheapest that is free.
    private func placements(
        _ rest: OracleRest, _ offer: OracleOffer, _ starts: [Hour], _ scope: BatchScope
    ) -> [OracleFill] {
        let runs = starts.map { start in
            let window = Window(unchecked: start, start + hours(rest))
            return OracleFill(offer: offer, window: window, milli: whole(least(offer, window), scope))
        }.filter { $0.milli > 0 }
        let asked = { (run: OracleFill) in self.hourlyPrices(offer.offer, run.window).reduce(0, +) }
        let cheapest = runs.map(asked).min()
        var step: Int64 = 1
        while Int64(starts.count) > 32 * step { step += step }
        let first = runs.first { asked($0) == cheapest }?.window.start
        return runs.filter {
            ($0.window.start % step == 0 || $0.window.start == first)
                && asked($0) <= (rest.terms.limit.microYuan - tariff(rest, offer)) * hours(rest)
        }
    }

    /// Ends the batch that was called first: its members get this, then those that waited go first.
    func close(_ awards: [OracleAward], _ events: inout [OracleEvent]) {
        guard !batches.isEmpty else { return }
        let batch = batches.removeFirst()
        for held in batch.held { take(-held.milli, of: held.offer, over: held.window) }
        for award in awards { give(award, &events) }
        for member in batch.members where awards.contains(where: { $0.demand == member }) {
            guard let position = demands.firstIndex(where: { $0.entry.demand.id == member }) else { continue }
            conclude(position, [], changed: true, lifting: false, &events)
        }
        let waiting = demands.filter { rest in
            !batch.members.contains(rest.entry.demand.id) && batch.held.contains { meets(rest, $0.offer) }
        }
        for rest in waiting.sorted(by: earlier) { decide(rest.entry.demand.id, arriving: false, &events) }
        for member in batch.members { decide(member, arriving: false, &events) }
    }

    private func give(_ award: OracleAward, _ events: inout [OracleEvent]) {
        guard let position = demands.firstIndex(where: { $0.entry.demand.id == award.demand }),
            let offer = offers.first(where: { $0.offer.id == award.offer })
        else { return }
        let rest = demands[position]
        let fill = OracleFill(offer: offer, window: award.window, milli: award.milli, amount: award.milli)
        events.append(event(fill, rest, shadow: award.shadow))
        take(award.milli, of: award.offer, over: award.window)
        demands[position].open -= award.milli
        if rest.terms.singleProvider { demands[position].provider = offer.offer.provider }
    }

    /// Whether a demand that has what it walked leaves frozen capacity aside that it could have had a lot of.
    func passesFrozen(_ left: OracleRest) -> Bool {
        offers.contains { offer in
            let holds = batches.flatMap(\.held).filter {
                $0.offer == offer.offer.id && $0.window.overlaps(left.terms.window)
            }
            guard !holds.isEmpty, !isBlocked(left, offer) else { return false }
            var thawed = offer
            for held in holds { thawed.taken.append((held.window, -held.milli)) }
            return couldTakeNow(left, thawed)
        }
    }

    private func whole(_ milli: Int64, _ scope: BatchScope) -> Int64 { milli / scope.lot.milli * scope.lot.milli }

    private func tariff(_ rest: OracleRest, _ offer: OracleOffer) -> Int64 {
        let tariff = tariffs(rest, offer)
        return tariff.charge + tariff.policy
    }

    func take(_ milli: Int64, of id: OfferID, over window: Window) {
        for position in offers.indices where offers[position].offer.id == id {
            offers[position].taken.append((window, milli))
        }
    }
}

extension Window {
    fileprivate func overlaps(_ other: Window) -> Bool {
        (start..<end).contains { (other.start..<other.end).contains($0) }
    }
}
