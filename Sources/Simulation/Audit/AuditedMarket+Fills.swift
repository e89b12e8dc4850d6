import Domain
import Records

extension AuditedMarket {
    /// A part of a demand meets a part of an offer: capacity is sold, held money goes to escrow, quota is granted.
    mutating func take(_ fill: Fill) {
        guard leases[fill.lease] == nil else { return faults.append(.leaseRepeated(fill.lease)) }
        guard var demand = demands[fill.demand], let funding = funding(of: fill) else {
            return faults.append(.unknownSubject(.filled))
        }
        check(fill, &demand)
        if bundles[fill.demand] != nil { bundleFills[fill.demand, default: []].append(fill) }
        if quotes[fill.demand] == nil { sell(fill) } else { make(fill) }
        cleared?.count(fill)
        capture(fill, funding, &demand)
        demands[fill.demand] = demand
        leases[fill.lease] = AuditedLease(fill, lots: funding)
        let quota = Asset.quota(fill.lease)
        put(
            Int128(fill.quantity.milli) * Int128(fill.window.seconds), from: .voucher(quota, .duty, fill.provider),
            to: .voucher(quota, .undelivered, fill.buyer))
    }

    /// The shares of lots; nil where one is not known.
    private func funding(of fill: Fill) -> [LotFunding]? {
        var funding: [LotFunding] = []
        for share in fill.shares {
            guard case .lot(let id, let funder) = share.source else { continue }
            guard let lot = lots[id] else { return nil }
            funding.append(
                LotFunding(
                    key: LotPartKey(lot: id, funder: funder), asset: .programme(lot.programme, funder: funder),
                    reimburses: lot.mode == .reimburse, amount: share.amount))
        }
        return funding
    }

    private mutating func check(_ fill: Fill, _ demand: inout AuditedDemand) {
        if !demand.isOpen { faults.append(.demandNotOpen(fill.demand)) }
        if demand.isFrozen { faults.append(.frozenTraded(fill.demand)) }
        if isUnverified(fill) { faults.append(.unverifiedTraded(fill.lease)) }
        if isHalted(fill) { faults.append(.haltedTraded(fill.lease)) }
        let worth = worth(fill, demand)
        if worth != fill.milliScu || fill.versions.conversion != demand.conversion {
            faults.append(.conversionDiffers(fill.lease))
        }
        demand.openHours -= fill.quantity.milli * (worth ?? 1) * fill.window.hours
        if demand.terms.chosenHours?.isInPieces == true {
            pieces[fill.demand, default: []].append(fill)
        }
        if !isDue(fill, demand.terms) { faults.append(.hoursDiffer(fill.lease)) }
        if demand.isOverfilled(demand.terms) { faults.append(.demandOverfilled(fill.demand, by: -demand.openHours)) }
        let hours = Int128(fill.window.hours)
        let tariff = Int128(fill.chargeTariff.microYuan) * hours
        let limit = Int128(demand.terms.limit.microYuan) * hours
        if (Int128(fill.priceSum) + tariff) * 1_000 > limit * Int128(worth ?? 1_000) {
            faults.append(.aboveLimit(fill.lease))
        }
        let quantity = Int128(fill.quantity.milli)
        let capacity = demand.capacity.takes(fill.capacity, exact: Int128(fill.priceSum) * quantity)
        let transfer = demand.transfer.takes(fill.transfer, exact: tariff * quantity)
        if !capacity || !transfer { faults.append(.linesDiffer(fill.lease)) }
    }

    /// Whether a halt stops the market, the provider, the zone or one above it, or a programme that pays.
    private func isHalted(_ fill: Fill) -> Bool {
        guard !halts.isEmpty else { return false }
        var scopes: [HaltScope] = [.market, .provider(fill.provider)]
        scopes += lineage(fill.zone).map { .region($0) }
        for share in fill.shares {
            if case .lot(let id, _) = share.source, let lot = lots[id] { scopes.append(.programme(lot.programme)) }
        }
        return scopes.contains { halts.contains($0) }
    }

    /// Whether something that was verified of the offer or its provider no longer holds, or does not reach its tier.
    private func isUnverified(_ fill: Fill) -> Bool {
        let found = [verifications[.offer(fill.offer)], verifications[.provider(fill.provider)]].compactMap { $0 }
        guard !found.isEmpty, let claimed = offers[fill.offer]?.offer.terms.tier else { return false }
        return found.contains { $0 == nil } || !found.contains { ($0 ?? .declared) >= claimed }
    }

    /// Whether it is of the hours that the demand asks for, none of which had begun.
    private func isDue(_ fill: Fill, _ terms: DemandTerms) -> Bool {
        let lengths = (terms.chosenHours?.leastPiece ?? terms.hours)...terms.hours
        return terms.window.contains(fill.window) && lengths.contains(fill.window.hours)
            && Stamp(hour: fill.window.start) >= stamp
    }

    /// A record gives so many units all their hours, and no unit two pieces at once: at no hour more than those units.
    mutating func checkPieces() {
        for (demand, fills) in pieces.sorted(by: { $0.key < $1.key }) {
            let hours = demands[demand]?.terms.hours ?? 1
            let unitHours = fills.reduce(0) { $0 + $1.quantity.milli * $1.window.hours }
            let busiest =
                fills.map { one in
                    fills.reduce(0) {
                        $1.window.contains(hour: one.window.start) ? $0 + $1.quantity.milli : $0
                    }
                }.max() ?? 0
            if unitHours % hours != 0 || busiest > unitHours / hours {
                faults.append(.piecesDiffer(demand))
            }
        }
        pieces.removeAll()
    }

    /// Counts what is sold of an offer hour by hour. Complexity: O(hours × steps).
    private mutating func sell(_ fill: Fill) {
        guard offers[fill.offer] != nil else { return faults.append(.unknownSubject(.filled)) }
        if offers[fill.offer]?.isOpen == false { faults.append(.offerNotOpen(fill.offer)) }
        take(fill.quantity.milli, of: fill.offer, over: fill.window)
    }

    /// Counts what is sold or frozen of an offer, or given back where it is negative.
    mutating func take(_ milli: Int64, of id: OfferID, over window: Window) {
        guard var offer = offers[id] else { return faults.append(.unknownSubject(.batchCalled)) }
        offers[id] = nil
        var oversold: AuditFault?
        for hour in window.start..<window.end {
            offer.sold[hour, default: 0] += milli
            let excess = (offer.sold[hour] ?? 0) - offer.listed(hour)
            if excess > 0, oversold == nil { oversold = .oversold(id, hour, by: excess) }
        }
        if let oversold { faults.append(oversold) }
        offers[id] = offer
    }

    private mutating func capture(_ fill: Fill, _ funding: [LotFunding], _ demand: inout AuditedDemand) {
        let own = fill.shares.reduce(Int128(0)) { $1.source == .own ? $0 + $1.amount.wide : $0 }
        let replacing = funding.reduce(Int128(0)) { $1.reimburses ? $0 : $0 + $1.amount.wide }
        if own + replacing != fill.capacity.wide { faults.append(.splitDiffers(fill.lease)) }
        let spent = own + fill.transfer.wide
        spend(spent, on: fill)
        book.move(spent, from: .money(.held, fill.buyer), to: .money(.escrow, fill.buyer))
        demand.own -= spent
        changeHeld(fill.buyer, by: -spent)
        for part in funding {
            let amount = part.amount.wide
            book.move(
                amount, from: .voucher(part.asset, .lotsHeld, fill.buyer),
                to: .voucher(part.asset, .escrow, fill.buyer))
            demand.lots[part.key, default: 0] -= amount
            changeHeld(part.key, by: -amount)
        }
    }
}

/// A lot's share of a fill.
struct LotFunding: Sendable {
    let key: LotPartKey
    let asset: Asset
    /// It runs beside own money and is claimed by the buyer.
    let reimburses: Bool
    let amount: Money
}

extension Window {
    fileprivate func contains(hour: Hour) -> Bool { start <= hour && hour < end }
}
