import Domain
import Records

extension AuditedMarket {
    mutating func fold(_ event: Event) {
        checkLeaving(event)
        switch event {
        case .depositRecorded(let deposit): put(deposit.amount.wide, from: .bank, to: .money(.free, deposit.party))
        case .payoutRequested(let id, let party, let amount, _): payouts[id] = (party, amount)
        case .payoutApproved(let id, _, _): payOut(id)
        case .programmeProposed(let id, let version, let definition, _):
            modes[ProgrammeVersionKey(programme: id, version: version)] = definition.mode
        case .poolAuthorised(let id, let amounts): authorise(id, amounts)
        case .lotIssued(let lot): issue(lot)
        case .lotExpired(let id, let amounts, let breakage): expire(id, amounts, breakage)
        case .offerListed(let offer):
            offers[offer.id] = AuditedOffer(offer: offer)
            checkComing(offer)
        case .offerClosed(let id, _):
            guard let offer = offers[id]?.offer else { return faults.append(.unknownSubject(.offerClosed)) }
            offers[id]?.isOpen = false
            bounds.close(offer)
        case .batchPolicySet(_, let policy): rounds = policy.rounds.map { AuditedRound($0, after: stamp) }
        case .batchRoundAwaits(let round, let ids, let next): waits(for: ids, round: round, next: next)
        case .batchRoundHeld(let round, let next): hold(round: round, next: next)
        case .demandAccepted(let demand, let versions):
            demands[demand.id] = AuditedDemand(demand, conversion: versions.conversion)
            checkSought(demand)
            checkComing(demand, .demandAccepted)
        case .instanceTypeDefined(let type): types[type.id] = type.terms
        case .conversionPublished(let version, let chips): conversions[version] = chips
        case .holdSet(let hold): set(hold)
        case .filled(let fill): take(fill)
        case .demandClosed(let id, _): close(id)
        case .delivered(let delivery): deliver(delivery)
        case .earningMatured(let id, let amount): mature(id, amount)
        case .claimed(let id, let claims): claim(id, claims)
        case .demandAmended(let demand, let versions, let open): amend(demand, versions, open: open.milli)
        case .offerAmended(let offer): amend(offer)
        case .batchCalled(let batch): freeze(batch)
        case .batchClosed(let id, let outcome): end(id, outcome)
        case .demandQuoted(let quote): promise(quote)
        case .quoteTaken(let demand, let open): keep(demand, open: open.milli)
        case .leaseCut(let cut): self.cut(cut)
        case .halted(let halt): halts.insert(halt.scope)
        case .verified(let verification, _): verifications[verification.subject] = .some(verification.tier)
        case .verificationFailed(let subject, _, _), .verificationLapsed(let subject):
            verifications[subject] = .some(nil)
        case .resumed(let halt): halts.remove(halt.scope)
        case .zoneDefined(let zone): (parents[zone.id], levels[zone.id]) = (zone.parent, zone.level)
        case .demandRested(let id, _): if let demand = demands[id]?.demand { bounds.rest(demand) }
        case .safetyPolicySet(_, let policy): bounds.set(policy)
        case .referencesPublished(_, let prices): bounds.publish(prices)
        case .bundleAccepted(let bundle): for line in bundle.lines { bundles[line] = bundle }
        case .networkPublished(let version, let published): links[version] = published
        case .policySet, .partyRegistered, .partyApproved, .partyAdmitted, .ownershipRecorded,
            .relationRecorded, .accountOpened, .programmeApproved,
            .voucherEvaluated, .fillEvaluated, .leaseEnded, .clockAdvanced, .quotePolicySet:
            break
        }
    }

    private mutating func payOut(_ id: PayoutID) {
        guard let payout = payouts[id] else { return faults.append(.unknownSubject(.payoutApproved)) }
        put(-payout.amount.wide, from: .bank, to: .money(.free, payout.party))
    }

    private mutating func authorise(_ id: ProgrammeID, _ amounts: [Money]) {
        for (funder, amount) in amounts.enumerated() {
            let asset = Asset.programme(id, funder: Int64(funder))
            put(amount.wide, from: Account(asset: asset, role: .authority), to: Account(asset: asset, role: .available))
        }
    }

    private mutating func issue(_ lot: Lot) {
        let key = ProgrammeVersionKey(programme: lot.programme, version: lot.programmeVersion)
        lots[lot.id] = AuditedLot(programme: lot.programme, holder: lot.holder, mode: modes[key])
        for (funder, face) in lot.faces.enumerated() {
            let asset = Asset.programme(lot.programme, funder: Int64(funder))
            lotFaces[LotPartKey(lot: lot.id, funder: Int64(funder))] = face.wide
            book.move(
                face.wide, from: Account(asset: asset, role: .available), to: .voucher(asset, .lotsFree, lot.holder))
        }
    }

    private mutating func expire(_ id: LotID, _ amounts: [Money], _ breakage: BreakageTo) {
        guard let lot = lots[id] else { return faults.append(.unknownSubject(.lotExpired)) }
        for (funder, amount) in amounts.enumerated() {
            let asset = Asset.programme(lot.programme, funder: Int64(funder))
            let pool = Account(asset: asset, role: breakage == .available ? .available : .lapsed)
            lotFaces[LotPartKey(lot: id, funder: Int64(funder)), default: 0] -= amount.wide
            book.move(amount.wide, from: .voucher(asset, .lotsFree, lot.holder), to: pool)
        }
    }
}

extension Money {
    /// The amount in fen, where sums cannot overflow.
    var wide: Int128 { Int128(fen) }
}

// The accounts that events move money between: `rules.md`, "Money, step by step".
extension Account {
    static let bank = Account(asset: .cny, role: .bank)
    static func money(_ role: AccountRole, _ party: PartyID) -> Account { voucher(.cny, role, party) }
    static func voucher(_ asset: Asset, _ role: AccountRole, _ party: PartyID) -> Account {
        Account(asset: asset, role: role, owner: .party(party))
    }
}
