import Domain

/// A demand on trial: decided and explained like one in the market, of which no table and no queue knows.
///
/// It holds for the market as it stood when it was made.
public struct Trial {
    let demand: DemandInHand
    let requirement: RequirementClass
    let home: Int32
    let reach: ZoneLevel
    let network: Network
}

extension MarketBook {
    /// A demand on trial, whether or not one of its number is in the market.
    ///
    /// - Parameter rates: where the rates of its subsidy class stand that no demand has had before; nil for the market's.
    /// - Precondition: its home is defined and its network version published.
    /// - Complexity: O(1) where its requirements and reach are known; else O(types + offer books that meet it + zones).
    public func trial(of entry: MarketDemand, rates: SubsidyTable? = nil) -> Trial {
        let requirement = requirements.lookUp(requirementKey(of: entry), types: types, offers: offerClasses)
        let key = reachKey(of: entry)
        let reach = reaches.lookUp(key, tree: zones)
        let hand = DemandInHand(
            row: row(of: entry, .none), books: requirement.books, measure: requirement.measure, zones: reach.zones,
            views: reach.views,
            rates: subsidies.lookUp(
                entry.subsidyClass, in: rates ?? subsidies.table, offers: offerClasses, types: types),
            buyer: entry.buyer)
        return Trial(
            demand: hand, requirement: requirement, home: key.home, reach: key.reach.level,
            network: reaches.network(entry.network))
    }

    /// Decides a demand on trial by the walk that decides those in the market. Changes nothing.
    ///
    /// - Parameter funds: as in the other `decide`.
    /// - Parameter liftingBlocks: as if no pair of parties were blocked; all candidates are then probes.
    public func decide(_ trial: Trial, liftingBlocks: Bool = false, funds: (Candidate) -> Bool) -> Decision {
        decide(trial.demand, blocks: liftingBlocks ? .lifted : .respected, funds: funds)
    }

    /// The trial of a demand in the market as it stands.
    func trial(of demand: DemandID) -> Trial {
        let row = demands[slot(of: demand)]
        let key = reaches.classes[Int(row.reach)].key
        return Trial(
            demand: inHand(row), requirement: requirements.classes[Int(row.requirement)], home: key.home,
            reach: key.reach.level,
            network: reaches.network(key.network))
    }
}
