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
        let types = paying.isEmpty ? [] : normalisers(for: entry)
        return ProgrammeCandidate.grouped(paying) { programme, version, lots in
            guard let rules = programmes.entry(programme)?.version(version)?.definition,
                rules.countsAlike(terms.term, terms.lastTerm, filledAt: stamp)
            else { return nil }
            let caps = caps.remainingAtFill(
                rules, programme: programme, applicant: applicant, demand: demand, window: terms.window, at: stamp)
            return ProgrammeCandidate(
                programme: programme, version: version, definition: rules, lots: lots, caps: caps,
                rates: .of(rules, applicant: applicant, terms: terms, at: stamp),
                leastTablePrice: types.compactMap { type, scale in
                    rules.tablePrice(of: type.terms)?.per(scale, .down)
                }.min())
        }
    }

    /// The funding side of a walk of this demand, as it stands.
    ///
    /// - Parameters:
    ///   - free: what is free of the buyer's own money; nil is all of it.
    ///   - holdsOwn: whether it must hold own money for what is open.
    ///   - heldOnly: of its lots it uses only what it holds already, so that what others hold is no part of the outcome.
    func fundingWalk(
        _ demand: DemandEntry, free: Money? = nil, holdsOwn: Bool = true, heldOnly: Bool = false
    ) -> FundingWalk {
        let buyer = parties.entry(demand.demand.buyer)!
        let waits = waits(demand)
        let there = candidates(for: demand, buyer: buyer, waits: waits)
        let candidates = heldOnly ? there.map { $0.withoutFree() } : there
        return FundingWalk(
            demand, applicant: buyer.applicant, candidates: candidates, free: free ?? freeMoney(of: buyer.id),
            dearestTariff: candidates.isEmpty ? .zero : dearestTariff(for: demand),
            leastReference: candidates.isEmpty ? nil : leastReference(for: demand),
            priceRule: catalogue.policy.priceRule, waits: waits, holdsOwn: holdsOwn, at: now)
    }

    /// The instance types that a demand allows, by the conversion that it is pinned to.
    func normalisers(for demand: DemandEntry) -> [(type: InstanceType, scale: Int64)] {
        normalisers(for: demand.terms, conversion: demand.versions.conversion)
    }

    /// The instance types that a demand allows, each with milli-SCU a unit by a version of the conversion: 1,000 where it
    /// is in units; in SCU those without the rate are left out. Complexity: O(types).
    func normalisers(
        for terms: DemandTerms, conversion: Int64
    ) -> [(type: InstanceType, scale: Int64)] {
        let table = catalogue.conversion(conversion)
        return catalogue.types.filter { terms.requirements.admits($0) }.compactMap { type in
            guard let scu = terms.scu else { return (type, 1_000) }
            return table.milliScu(of: type.terms, at: scu.precision).map { (type, $0) }
        }
    }

    /// The dearest charge tariff from the demand's home: in SCU per SCU-hour, in units of the type that has the fewest.
    private func dearestTariff(for demand: DemandEntry) -> UnitPrice {
        let dearest = catalogue.dearestCharge(from: demand.terms.home)
        guard demand.terms.scu != nil else { return dearest }
        return normalisers(for: demand).map(\.scale).min().map { dearest.per($0, .up) } ?? dearest
    }

    /// A demand in the words of `Matching`.
    ///
    /// - Parameter subsidyClass: another than its own.
    func marketDemand(_ entry: DemandEntry, subsidyClass: Int32? = nil) -> MarketDemand {
        let buyer = parties.entry(entry.demand.buyer)!
        return MarketDemand(
            demand: entry.demand,
            buyer: BuyerFacts(party: buyer.id, size: buyer.size, profile: buyer.registration.profile),
            subsidyClass: subsidyClass ?? entry.subsidyClass, network: entry.versions.network,
            conversion: entry.versions.conversion, open: entry.grains, boundProvider: entry.boundProvider)
    }
}

extension UnitPrice {
    /// A price per unit-hour as one per SCU-hour, where a unit is so many milli-SCU.
    func per(_ scale: Int64, _ rounding: Rounding) -> UnitPrice {
        UnitPrice(unchecked: Int64(clamping: rounding.quotient(Int128(microYuan) * 1_000, Int128(scale))))
    }
}
