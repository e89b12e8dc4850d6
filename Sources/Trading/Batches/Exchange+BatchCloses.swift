import Accounting
import Domain
import Matching
import Programmes
import Records

extension Exchange {
    /// Ends a batch: checks what it was given, posts its fills, and lets those that waited go first. It solves nothing.
    ///
    /// Errors: `seatForbidden` (an allocation from anybody but the exchange itself), `unknownBatch`, `alreadyClosed`; of
    /// an allocation as `BatchCheck`, then `halted` (something in it was meanwhile), `sameBeneficialOwner`, `related`,
    /// `fundsInsufficient`.
    mutating func closeBatch(_ id: BatchID, _ result: BatchResult) throws(Reason) {
        try require(.operator)
        if case .allocation = result, draft.actor != .exchange { throw .seatForbidden }
        let batch = try batches.batch(id)
        switch result {
        case .failure(let reason): release(batch, reason)
        case .allocation(let allocation):
            let check = try BatchCheck(batch, allocation)
            let awards = try awards(batch, allocation, check)
            emit(.batchClosed(id, .cleared(allocation.proof, rejected: check.rejected)))
            for award in awards { give(award) }
            reopen(batch)
        }
    }

    /// Ends a batch without an allocation.
    mutating func release(_ batch: Batch, _ reason: Reason) {
        emit(.batchClosed(batch.id, .released(reason)))
        reopen(batch)
    }

    /// Sets the holds of members that got nothing back, and decides whom the end concerns.
    private mutating func reopen(_ batch: Batch) {
        for member in batch.demands.map(\.demand) {
            let entry = orders.demand(member)!
            guard entry.isOpen, let hold = try? fundingWalk(entry).currentHold(), hold.own < entry.hold.own else {
                continue
            }
            change(hold: hold)
        }
        settle(RematchQueue(deciding: market.demandsAfter(batch)))
    }

    /// What a member gets, and money for it that is there whatever the other members get.
    private struct Award {
        let demand: DemandID
        let candidates: [Candidate]
        let funded: [PlannedFunding]
    }

    /// The fills of an allocation by member, each paid for out of the member's own hold and the buyer's free money.
    private func awards(
        _ batch: Batch, _ allocation: BatchAllocation, _ check: BatchCheck
    ) throws(Reason) -> [Award] {
        var awards: [Award] = []
        var free: [PartyID: Money] = [:]
        var rest = allocation.fills[...]
        while let position = rest.first?.demand {
            let demand = batch.demands[Int(position)].demand
            let mine = rest.prefix { $0.demand == position }
            rest = rest.dropFirst(mine.count)
            let entry = orders.demand(demand)!
            let buyer = entry.demand.buyer
            guard !waits(entry) else { throw .halted }
            var walk = fundingWalk(entry, free: free[buyer] ?? freeMoney(of: buyer), heldOnly: true)
            var candidates: [Candidate] = []
            for fill in mine {
                let candidate = try market.allotment(
                    fill.quantity, of: batch.offers[Int(fill.offer)].offer, over: batch.hours(of: fill), for: demand,
                    shadowSum: check.shadowSum(of: fill))
                guard walk.add(fundingCandidate(candidate, of: entry)) else { throw .fundsInsufficient }
                candidates.append(candidate)
            }
            free[buyer] = walk.free
            awards.append(Award(demand: demand, candidates: candidates, funded: walk.planned))
        }
        return awards
    }

    /// Makes a member's fills, funded as any fill at its turn is: after those before it.
    private mutating func give(_ award: Award) {
        let entry = orders.demand(award.demand)!
        var walk = fundingWalk(entry)
        let isFunded = award.candidates.allSatisfy { walk.add(fundingCandidate($0, of: entry)) }
        let funded = isFunded ? walk.planned : award.funded
        for (candidate, funding) in zip(award.candidates, funded) {
            make(PlannedFill(candidate), funding, of: award.demand)
        }
        let open = orders.demand(award.demand)!.open
        if open == .zero { close(demand: award.demand, nil) } else { emit(.demandRested(award.demand, open: open)) }
    }
}
