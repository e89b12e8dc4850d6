import Domain
import Records

/// What a total is about.
enum AuditSubject: Hashable, Sendable {
    case balance(Account)
    case belowZero(Account)
    case sum(Asset)
    case standing(Asset)
    case lotParts(LotPartKey)
    case lotBelowZero(LotPartKey)
    case held(PartyID)
    case lotHeld(LotPartKey)
}

extension Auditor {
    /// The totals of all that the record touched, in a fixed order.
    mutating func totalFaults() -> [AuditFault] {
        let accounts = (transfers.book.touched + market.book.touched).withoutRepetition
        let assets = (transfers.touchedAssets + accounts.map(\.asset)).withoutRepetition
        let lots = (transfers.touchedLots + market.touchedLots).withoutRepetition
        let holders = (market.touchedHolders + accounts.compactMap(\.holder)).withoutRepetition
        transfers.forgetTouched()
        market.forgetTouched()
        return accounts.flatMap { accountFaults($0) } + assets.flatMap { assetFaults($0) }
            + lots.flatMap { lotFaults($0) } + holders.compactMap { holderFault($0) }
    }

    private mutating func accountFaults(_ account: Account) -> [AuditFault] {
        let (moved, said) = (transfers.book[account], market.book[account])
        var faults: [AuditFault] = []
        if !account.role.isSource, isNew(.belowZero(account), min(0, moved)) {
            faults.append(.belowZero(account, moved))
        }
        if isNew(.balance(account), moved - said) {
            faults.append(.balanceDiffers(account, byEvents: said, byTransfers: moved))
        }
        return faults
    }

    private mutating func assetFaults(_ asset: Asset) -> [AuditFault] {
        let sum = transfers.sums[asset] ?? 0
        let (putIn, standing) = (market.putIn[asset] ?? 0, transfers.standing[asset] ?? 0)
        var faults: [AuditFault] = []
        if isNew(.sum(asset), sum) { faults.append(.unbalanced(asset, sum)) }
        guard isNew(.standing(asset), standing - putIn) else { return faults }
        switch asset {
        case .cny: faults.append(.moneyNotConserved(putIn: putIn, standing: standing))
        case .programme(let programme, let funder):
            faults.append(.poolIdentityBroken(programme, funder: funder, authorised: putIn, standing: standing))
        case .quota(let lease): faults.append(.quotaNotConserved(lease, granted: putIn, standing: standing))
        }
        return faults
    }

    private mutating func lotFaults(_ key: LotPartKey) -> [AuditFault] {
        let lot = transfers.lot(key)
        let (face, held) = (market.lotFaces[key] ?? 0, market.lotsHeldByDemands[key] ?? 0)
        var faults: [AuditFault] = []
        if isNew(.lotParts(key), lot.parts - face) {
            faults.append(.lotDoesNotAddUp(key.lot, funder: key.funder, face: face, parts: lot.parts))
        }
        if isNew(.lotBelowZero(key), lot.isBelowZero ? 1 : 0) {
            faults.append(.lotBelowZero(key.lot, funder: key.funder))
        }
        if isNew(.lotHeld(key), lot.held - held) {
            faults.append(.lotHeldDiffers(key.lot, funder: key.funder, byDemands: held, held: lot.held))
        }
        return faults
    }

    private mutating func holderFault(_ party: PartyID) -> AuditFault? {
        let (byDemands, held) = (market.heldByDemands[party] ?? 0, transfers.book[.money(.held, party)])
        guard isNew(.held(party), held - byDemands) else { return nil }
        return .heldDiffers(party, byDemands: byDemands, held: held)
    }

    /// Whether a difference is there and was not told in this size before.
    private mutating func isNew(_ subject: AuditSubject, _ difference: Int128) -> Bool {
        guard difference != told[subject] ?? 0 else { return false }
        told[subject] = difference == 0 ? nil : difference
        return difference != 0
    }
}

extension Account {
    /// The party whose held money it is.
    fileprivate var holder: PartyID? {
        guard asset == .cny, role == .held, case .party(let party) = owner else { return nil }
        return party
    }
}

extension AuditedTransfers {
    mutating func forgetTouched() {
        book.forgetTouched()
        touchedAssets.removeAll(keepingCapacity: true)
        touchedLots.removeAll(keepingCapacity: true)
    }
}

extension AuditedMarket {
    mutating func forgetTouched() {
        book.forgetTouched()
        touchedLots.removeAll(keepingCapacity: true)
        touchedHolders.removeAll(keepingCapacity: true)
    }
}

extension Array where Element: Hashable {
    /// The elements in order of their first place.
    fileprivate var withoutRepetition: [Element] {
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}
