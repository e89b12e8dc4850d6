import Domain

/// Every voucher lot and what became of it.
///
/// It keeps amounts only; the ledger posts them. A lot that it is asked about exists: whoever names one has looked
/// it up before.
public struct LotBook: Hashable, Sendable {
    private var balances: [LotID: LotBalance] = [:]
    /// Lots of a party in the order of issue.
    private var owned: [PartyID: [LotID]] = [:]

    public init() {}

    public subscript(lot: LotID) -> LotBalance? { balances[lot] }

    /// Every lot, by number.
    public var all: [LotBalance] { balances.keys.sorted().map { known($0) } }

    public mutating func issue(_ lot: Lot, definition: ProgrammeDefinition) {
        precondition(balances[lot.id] == nil, "a lot is issued once")
        restore(LotBalance(lot, definition: definition))
    }

    /// Takes in a lot as it was left; in the order of issue.
    public mutating func restore(_ balance: LotBalance) {
        balances[balance.lot.id] = balance
        owned[balance.lot.holder, default: []].append(balance.lot.id)
    }

    /// Whether no lot was ever issued.
    public var isEmpty: Bool { balances.isEmpty }

    /// Whether a party was ever issued a lot. Complexity: O(1).
    public func hasLots(_ party: PartyID) -> Bool { owned[party] != nil }

    /// The lots of a party that a demand may draw on, first expiring first, then by number.
    ///
    /// - Parameter funding: `ownMoney` gives none.
    public func lots(of party: PartyID, funding: Funding, payingFor window: Window, at stamp: Stamp) -> [LotBalance] {
        lots(of: party).filter { $0.pays(for: window, at: stamp) && funding.admits($0.lot.programme) }
    }

    /// The wallet of a party, first expiring first, then by number.
    public func lots(of party: PartyID) -> [LotBalance] {
        (owned[party] ?? []).map { known($0) }
            .sorted { ($0.usableUntil, $0.lot.id) < ($1.usableUntil, $1.lot.id) }
    }

    /// What a demand holds, by lot in ascending order of number, among the lots of its buyer.
    public func held(by demand: DemandID, of party: PartyID) -> [LotPart] {
        (owned[party] ?? []).sorted().compactMap { lot in
            let amounts = known(lot).held(by: demand)
            return amounts.total > .zero ? LotPart(lot: lot, amounts: amounts) : nil
        }
    }

    /// Sets what a demand holds of a lot, in place of what it held; zeros release it.
    public mutating func setHold(_ part: LotPart, demand: DemandID) {
        balances[part.lot]!.setHold(part.amounts, demand: demand)
    }

    /// Releases what a demand holds, whole.
    public mutating func release(demand: DemandID, of party: PartyID) {
        for part in held(by: demand, of: party) {
            setHold(LotPart(lot: part.lot, amounts: .zeros(part.amounts.count)), demand: demand)
        }
    }

    /// Moves a part of a demand's hold into escrow.
    public mutating func capture(_ part: LotPart, demand: DemandID) {
        balances[part.lot]!.capture(part.amounts, demand: demand)
    }

    /// Draws free value without a hold: a point-of-sale subsidy.
    public mutating func draw(_ part: LotPart) { balances[part.lot]!.draw(part.amounts) }

    private func known(_ lot: LotID) -> LotBalance { balances[lot]! }

    mutating func change<Result>(_ lot: LotID, _ body: (inout LotBalance) -> Result) -> Result {
        body(&balances[lot]!)
    }
}

extension Funding {
    /// Whether lots of this programme may pay.
    public func admits(_ programme: ProgrammeID) -> Bool {
        switch self {
        case .automatic: true
        case .programmes(let named): named.contains(programme)
        case .ownMoney: false
        }
    }
}
