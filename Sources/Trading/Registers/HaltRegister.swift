import Domain

/// The halts in force.
struct HaltRegister {
    /// In order of their records.
    private(set) var inForce: [Halt] = []
    private(set) var isMarketHalted = false
    private var programmes: Set<ProgrammeID> = []

    func halt(of scope: HaltScope) -> Halt? { inForce.first { $0.scope == scope } }

    func covers(_ programme: ProgrammeID) -> Bool { programmes.contains(programme) }

    /// Whether a halt of a region or a provider stops this offer.
    ///
    /// - Complexity: O(halts × depth of the zone tree).
    func covers(_ offer: Offer, _ catalogue: Catalogue) -> Bool {
        inForce.contains { halt in
            switch halt.scope {
            case .market, .programme: false
            case .region(let zone): catalogue.contains(offer.terms.zone, within: zone)
            case .provider(let party): offer.provider == party
            }
        }
    }

    mutating func add(_ halt: Halt) {
        inForce.append(halt)
        index()
    }

    mutating func remove(_ scope: HaltScope) {
        inForce.removeAll { $0.scope == scope }
        index()
    }

    private mutating func index() {
        isMarketHalted = halt(of: .market) != nil
        programmes = Set(inForce.compactMap { if case .programme(let id) = $0.scope { id } else { nil } })
    }
}
