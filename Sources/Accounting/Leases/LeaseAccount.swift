import Domain
import Records

/// The money of one lease over time: what each source put in, what was earned, refunded, matured and claimed.
///
/// It is the fold of `filled`, `delivered`, `leaseCut`, `earningMatured` and `claimed` events, and says what to post; it
/// posts nothing itself.
public struct LeaseAccount: Hashable, Sendable {
    public let lease: LeaseID
    public let demand: DemandID
    public let buyer: PartyID
    public let provider: PartyID
    /// The link whose network account takes the transfer line.
    public let home: ZoneID
    public let zone: ZoneID
    /// Quantity × seconds, in milli-unit-seconds.
    public let whole: Int64
    public let feeRate: BasisPoints
    /// Own money, the transfer line, then lots as the fill names them; sources of zero are left out.
    public internal(set) var shares: [LeaseShare]
    public internal(set) var used: Int64 = 0
    public internal(set) var idle: Int64 = 0
    public internal(set) var missed: Int64 = 0
    /// Milli-unit-seconds at its end that are no longer owed.
    public internal(set) var cut: Int64 = 0
    /// Taken so far.
    public internal(set) var fee: Money = .zero
    /// In order of their instants.
    var pending: [PendingEarning] = []

    /// A lease as its fill begins it.
    ///
    /// Errors, in order: `shareInvalid` (a lot's part named twice, not positive, or of mode `postUse`),
    /// `sharesDoNotSum` (own money and `deduct` shares against the capacity line).
    public init(_ fill: Fill, lots: LotLookup) throws(AccountingFault) {
        lease = fill.lease
        (demand, buyer, provider) = (fill.demand, fill.buyer, fill.provider)
        (home, zone) = (fill.home, fill.zone)
        whole = fill.quotaWhole
        feeRate = fill.fee
        let own = fill.ownMoney - fill.transfer
        let lotShares = try LeaseAccount.lotShares(of: fill, lots)
        let deducted = lotShares.reduce(Money.zero) { $1.replacesOwnMoney ? $0 + $1.amount : $0 }
        guard own + deducted == fill.capacity else { throw .sharesDoNotSum(fill.lease) }
        let money = [LeaseShare(source: .own, amount: own), LeaseShare(source: .transfer, amount: fill.transfer)]
        shares = money.filter { $0.amount > .zero } + lotShares
    }

    /// Milli-unit-seconds that have come to an end.
    public var done: Int64 { used + idle + missed }
    /// Milli-unit-seconds still owed.
    public var undelivered: Int64 { whole - cut - done }

    /// Who claims a lot's share: the provider where it replaced own money, the buyer where it reimburses.
    public func claimant(of share: LotShare) -> PartyID {
        share.terms.mode == .reimburse ? buyer : provider
    }

    /// The part of a lot in this lease; nil where it has none.
    public func lotShare(_ lot: LotID, funder: Int64) -> LotShare? {
        position(of: lot, funder).flatMap { shares[$0].lotShare }
    }

    func position(of lot: LotID, _ funder: Int64) -> Int? {
        shares.firstIndex { $0.lotShare?.lot == lot && $0.lotShare?.funder == funder }
    }

    private static func lotShares(of fill: Fill, _ lots: LotLookup) throws(AccountingFault) -> [LeaseShare] {
        var shares: [LeaseShare] = []
        for share in fill.shares {
            guard case .lot(let lot, let funder) = share.source else { continue }
            let named = LotShare(lot: lot, funder: funder, terms: lots(lot))
            let twice = shares.contains { $0.lotShare == named }
            guard share.amount >= .zero, funder >= 0, named.terms.mode != .postUse, !twice else {
                throw .shareInvalid(fill.lease, share.source)
            }
            if share.amount > .zero { shares.append(LeaseShare(source: .lot(named), amount: share.amount)) }
        }
        return shares
    }
}

extension LeaseShare {
    /// The part of a lot; nil for own money.
    var lotShare: LotShare? {
        guard case .lot(let share) = source else { return nil }
        return share
    }

    /// Whether it pays in place of own money, as a `deduct` share does.
    fileprivate var replacesOwnMoney: Bool { lotShare?.terms.mode == .deduct }
}
