import Accounting
import Domain
import Matching
import Programmes
import Records

extension Exchange {
    /// Says which zones clear when. Errors: `seatForbidden`, `unknownZone`, `batchPolicyInvalid` (a zone that is neither
    /// the nation nor a hub).
    mutating func setBatchPolicy(_ policy: BatchPolicy) throws(Reason) {
        try require(.operator)
        for round in policy.rounds { try checkScope(round.zone) }
        emit(.batchPolicySet(version: batches.policyVersion + 1, policy))
    }

    /// Freezes a batch's members and their capacity.
    ///
    /// Errors: `seatForbidden`, `unknownZone`, `batchPolicyInvalid` (neither nation nor hub), `quantityNotPositive` (the
    /// lot), `windowPast`, `halted` (the market), `nothingToClear`.
    mutating func callBatch(_ scope: BatchScope) throws(Reason) {
        try require(.operator)
        try checkScope(scope.zone)
        guard scope.lot > .zero else { throw .quantityNotPositive }
        guard scope.window.start >= draft.stamp.nextHour else { throw .windowPast }
        guard !halts.isMarketHalted else { throw .halted }
        guard call(scope) else { throw .nothingToClear }
    }

    func checkScope(_ zone: ZoneID) throws(Reason) {
        guard let zone = catalogue.zone(zone) else { throw .unknownZone }
        guard zone.level <= .hub else { throw .batchPolicyInvalid }
    }

    /// Holds a round that is due: for each span of windows in its zone that overlap it calls a batch, by time. One for
    /// residuals first waits for the batches that are open in its zone, and is held when the last of them has ended.
    mutating func holdRound(_ number: Int, dueAt instant: Stamp) {
        let (round, state) = (batches.policy.rounds[number], batches.rounds[number])
        let isDue = state.next == instant
        let next = isDue ? round.next(after: draft.stamp) : state.next
        let awaited = isDue && round.clearsResidual ? openBatches(within: round.zone) : []
        guard awaited.isEmpty else { return emit(.batchRoundAwaits(round: Int64(number), awaited, next: next)) }
        for window in market.batchWindows(in: round.zone, from: draft.stamp.firstHourAfter) {
            _ = call(BatchScope(zone: round.zone, window: window, lot: round.lot))
        }
        emit(.batchRoundHeld(round: Int64(number), next: next))
    }

    private func openBatches(within zone: ZoneID) -> [BatchID] {
        batches.open.filter { catalogue.contains($0.scope.zone, within: zone) }.map(\.id)
    }

    /// Whether there was anything to freeze.
    private mutating func call(_ scope: BatchScope) -> Bool {
        guard let (batch, holds) = plannedCall(scope, at: draft.stamp) else { return false }
        for hold in holds { change(hold: hold) }
        let queue = RematchQueue(freezing: batch, in: market)
        emit(.batchCalled(batch))
        settle(queue)
        return true
    }

    /// The batch, and the holds that make sure of its members' own money.
    func plannedCall(_ scope: BatchScope, at stamp: Stamp) -> (batch: Batch, holds: [DemandHold])? {
        let minutes = batches.policy.minutesMost * 60_000_000
        let until = min(
            Stamp(microseconds: stamp.microseconds + minutes), Stamp(hour: scope.window.start))
        var reserve = OwnMoneyReserve()
        let members = market.batchMembers(of: scope).filter { staysOpen($0.demand, until: until) }
            .map { secure($0, &reserve) }
        let batch = market.batch(
            BatchID(batches.count + 1), scope, until: until, members: members, passed: reserve.passed)
        guard let batch else { return nil }
        let joined = Set(batch.demands.map(\.demand))
        return (batch, reserve.holds.filter { joined.contains($0.demand) })
    }

    /// No halt keeps it waiting, and nothing falls due until then that would end the demand or change what it holds.
    private func staysOpen(_ id: DemandID, until: Stamp) -> Bool {
        let entry = orders.demand(id)!
        guard !waits(entry) else { return false }
        if case .goodTill(let expiry) = entry.terms.policy.timeInForce, expiry <= until { return false }
        if let end = entry.capPeriodEnd, end <= until { return false }
        return entry.hold.lots.allSatisfy { lots[$0.lot]!.usableUntil > until }
    }

    /// A member whose hold pays for whatever the batch may give it.
    ///
    /// Where it does not, all of its limit is held if so much is free; else the offers that it cannot pay for are passed
    /// by (`ownMoney`).
    private func secure(_ member: BatchMember, _ reserve: inout OwnMoneyReserve) -> BatchMember {
        let entry = orders.demand(member.demand)!
        let walk = fundingWalk(entry, free: .zero)
        let paid = member.keeping { walk.admits(fundingCandidate($0.candidate, of: entry)) }
        guard paid.links.count < member.links.count else { return member }
        let buyer = entry.demand.buyer
        if let hold = try? walk.wholeHold(),
            reserve.take(hold.own - entry.hold.own, of: buyer, free: freeMoney(of: buyer))
        {
            reserve.holds.append(hold)
            return member
        }
        let left = Set(paid.links.map(\.candidate.offer))
        for offer in member.links.map(\.candidate.offer) where !left.contains(offer) {
            let pair = BatchPair(demand: member.demand, offer: offer)
            // The placements of an offer follow one another.
            if reserve.passed.last != pair { reserve.passed.append(pair) }
        }
        return paid
    }
}

extension Stamp {
    /// What begins at the call itself is over for a batch: it could not be closed before.
    var firstHourAfter: Hour { hour + 1 }
}

/// What a call takes of the buyers' free money.
private struct OwnMoneyReserve {
    var holds: [DemandHold] = []
    var passed: [BatchPair] = []
    private var taken: [PartyID: Money] = [:]

    mutating func take(_ amount: Money, of buyer: PartyID, free: Money) -> Bool {
        let sum = (taken[buyer] ?? .zero) + amount
        guard sum <= free else { return false }
        taken[buyer] = sum
        return true
    }
}
