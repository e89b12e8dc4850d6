import Domain

/// Tries changes of a demand's terms, the nearest first, and keeps those by which it would be filled whole.
///
/// It proposes; whether a proposal fills is for the engine to say: `rehearse` decides the changed demand as if it were
/// the next command. Of each kind of change every value is tried at which another offer is let in, so nothing is passed
/// over while the numbers below are not reached.
struct RemedySearch {
    typealias Rehearsal = (DemandTerms) -> Decision?

    /// Walks in all.
    static let mostWalks = 400
    /// Walks one after the other for one kind of change; beyond, the gap to the farthest value is halved.
    static let mostInTurn = 48
    /// Alternatives of one field of the requirements that are told.
    static let mostAlternatives = 8
    /// Walks for pairs of changes, and pairs that are told.
    static let mostPairs = (tried: 96, told: 3)

    let terms: DemandTerms
    let openings: Openings
    var found: [Remedy] = []
    private(set) var isExhaustive: Bool
    private var walks = 0

    init(_ terms: DemandTerms, _ openings: Openings) {
        self.terms = terms
        self.openings = openings
        // Which hours a limit lets in is not told by the cheapest of each offer alone.
        isExhaustive = terms.chosenHours == nil
    }

    /// The remedies in order of distance, then limit, window, latency, level, requirements, quantity.
    var remedies: Remedies {
        Remedies(
            found: found.enumerated().sorted {
                ($0.element.distance, rank($0.element), $0.offset) < ($1.element.distance, rank($1.element), $1.offset)
            }.map(\.element), isExhaustive: isExhaustive)
    }

    private func rank(_ remedy: Remedy) -> Int { remedy.changes[0].rank }

    /// The nearest of a list, where one fills.
    mutating func keepNearest(of list: [[TermChange]], _ rehearse: Rehearsal) {
        if let remedy = nearest(of: ordered(list), rehearse) { found.append(remedy) }
    }

    /// Those of a list that fill, as many as are told.
    mutating func keepAll(of list: [[TermChange]], _ rehearse: Rehearsal) {
        let (list, before) = (ordered(list), found.count)
        for changes in within(RemedySearch.mostInTurn, list) {
            guard found.count < before + RemedySearch.mostAlternatives else {
                isExhaustive = false
                return
            }
            if let remedy = attempt(changes, rehearse) { found.append(remedy) }
        }
    }

    private mutating func nearest(of list: [[TermChange]], _ rehearse: Rehearsal) -> Remedy? {
        if list.count > RemedySearch.mostInTurn, let last = attempt(list[list.count - 1], rehearse) {
            return nearest(of: list, before: last, rehearse)
        }
        for changes in within(RemedySearch.mostInTurn, list) {
            if let remedy = attempt(changes, rehearse) { return remedy }
        }
        return nil
    }

    /// Halves the gap between what does not fill and what does.
    private mutating func nearest(of list: [[TermChange]], before last: Remedy, _ rehearse: Rehearsal) -> Remedy {
        var (low, high, nearest) = (-1, list.count - 1, last)
        isExhaustive = false
        while high - low > 1 {
            let middle = low + (high - low) / 2
            if let remedy = attempt(list[middle], rehearse) { (high, nearest) = (middle, remedy) } else { low = middle }
        }
        return nearest
    }

    /// The remedy, if the demand so changed would be filled whole.
    mutating func attempt(_ changes: [TermChange], _ rehearse: Rehearsal) -> Remedy? {
        guard let changed = changed(by: changes), let decision = decide(changed, rehearse), decision.isWhole else {
            return nil
        }
        return Remedy(changes: changes, terms: changed, distance: distance(changes))
    }

    /// The largest quantity that is complete by what a walk would take of the demand so changed, whatever its fill policy.
    mutating func takeable(_ changes: [TermChange], _ rehearse: Rehearsal) -> Quantity {
        guard let changed = changed(by: changes),
            let plain = try? changed.with(policy: FillPolicy(.immediateOrCancel))
        else { return .zero }
        return plain.largestQuantity(completeBy: decide(plain, rehearse)?.grains ?? 0)
    }

    private mutating func decide(_ changed: DemandTerms, _ rehearse: Rehearsal) -> Decision? {
        guard walks < RemedySearch.mostWalks else {
            isExhaustive = false
            return nil
        }
        walks += 1
        return rehearse(changed)
    }

    private func changed(by changes: [TermChange]) -> DemandTerms? {
        try? changes.reduce(terms) { terms, change in try change.applied(to: terms) }
    }

    func distance(_ changes: [TermChange]) -> Int64 { changes.reduce(0) { $0 + $1.distance(from: terms) } }

    func ordered(_ list: [[TermChange]]) -> [[TermChange]] {
        list.enumerated().map { (distance: distance($0.element), step: step($0.element), offset: $0.offset) }
            .sorted { ($0.distance, $0.step, $0.offset) < ($1.distance, $1.step, $1.offset) }.map { list[$0.offset] }
    }

    private func step(_ changes: [TermChange]) -> Int64 { changes.map { $0.step(from: terms) }.max() ?? 0 }

    mutating func within(_ most: Int, _ list: [[TermChange]]) -> ArraySlice<[TermChange]> {
        if list.count > most { isExhaustive = false }
        return list.prefix(most)
    }
}

extension Decision {
    /// Of a demand that was refused: nothing, and nothing is passed by.
    public init(refused demand: DemandID) {
        self.init(
            demand: demand, fills: [], residual: .cancel(.unfilled), passedForMoney: false, grains: 0, firstZone: nil)
    }

    /// Whether it fills the demand whole.
    public var isWhole: Bool { !fills.isEmpty && residual == Residual.none }
}

extension DemandTerms {
    /// The largest quantity of which the demand is complete by so many grains.
    fileprivate func largestQuantity(completeBy grains: Int64) -> Quantity {
        guard let scu else { return quantity(ofGrains: grains, .down) }
        let bound = Int128(grains) * 10 / Int128(10_000 - scu.tolerance.value)
        // The tolerance is rounded down, so it may be one less.
        let largest = [bound, bound - 1].lazy.compactMap { try? with(quantity: Quantity(Int64($0))) }
            .first { $0.grains(of: $0.quantity) - $0.tolerance <= grains }
        return largest?.quantity ?? .zero
    }
}
