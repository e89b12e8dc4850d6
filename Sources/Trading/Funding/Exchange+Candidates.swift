import Accounting
import Domain
import Matching
import Programmes
import Records

extension Exchange {
    /// The programmes whose lots may pay for a demand, in the order of use; halted ones only where it waits for them.
    private func candidates(for entry: DemandEntry, buyer: PartyEntry, waits: Bool) -> [ProgrammeCandidate] {
        let (terms, demand) = (entry.terms, entry.id)
        let applicant = buyer.applicant
        let stamp = now
        let paying = lots.lots(of: buyer.id, funding: terms.funding, payingFor: terms.window, at: stamp)
            .filter { waits || !halts.covers($0.lot.programme) }
        let types = paying.isEmpty ? [] : catalogue.types.filter { terms.requirements.admits($0) }
        return ProgrammeCandidate.grouped(paying) { programme, version, lots in
            guard let rules = programmes.entry(programme)?.version(version)?.definition else { return nil }
            let caps = caps.remainingAtFill(
                rules, programme: programme, applicant: applicant, demand: demand, window: terms.window, at: stamp)
            return ProgrammeCandidate(
                programme: programme, version: version, definition: rules, lots: lots, caps: caps,
                rates: .of(rules, applicant: applicant, terms: terms, at: stamp),
                leastTablePrice: types.compactMap { rules.tablePrice(of: $0.terms) }.min())
        }
    }

    /// The funding side of a walk of this demand, as it stands.
    ///
    /// - Parameters:
    ///   - free: what is free of the buyer's own money; nil is all of it.
    ///   - heldOnly: of its lots it uses only what it holds already, so that what others hold is no part of the outcome.
    func fundingWalk(_ demand: DemandEntry, free: Money? = nil, heldOnly: Bool = false) -> FundingWalk {
        let buyer = parties.entry(demand.demand.buyer)!
        let waits = waits(demand)
        let there = candidates(for: demand, buyer: buyer, waits: waits)
        let candidates = heldOnly ? there.map { $0.withoutFree() } : there
        return FundingWalk(
            demand, applicant: buyer.applicant, candidates: candidates, free: free ?? freeMoney(of: buyer.id),
            dearestTariff: catalogue.dearestCharge(from: demand.terms.home),
            leastReference: candidates.isEmpty ? nil : leastReference(for: demand),
            priceRule: catalogue.policy.priceRule, waits: waits, at: now)
    }

    /// A demand in the words of `Matching`.
    ///
    /// - Parameter subsidyClass: another than its own.
    func marketDemand(_ entry: DemandEntry, subsidyClass: Int32? = nil) -> MarketDemand {
        let buyer = parties.entry(entry.demand.buyer)!
        return MarketDemand(
            demand: entry.demand,
            buyer: BuyerFacts(party: buyer.id, size: buyer.size, profile: buyer.registration.profile),
            subsidyClass: subsidyClass ?? entry.subsidyClass, network: entry.versions.network, open: entry.open,
            boundProvider: entry.boundProvider)
    }
}
