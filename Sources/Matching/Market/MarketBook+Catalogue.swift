import Domain

extension MarketBook {
    /// - Precondition: its parent is defined.
    /// - Complexity: O(reach classes).
    public mutating func define(zone: Zone) {
        zones.define(zone)
        reaches.extend(to: zones)
    }

    /// - Complexity: O(requirement classes).
    public mutating func define(instanceType type: InstanceType) {
        types.define(type)
        let number = Int32(types.rows.count - 1)
        requirements.add(type: number, of: types, offers: offerClasses)
    }

    /// From now on new demands are pinned to these links; demands at rest keep theirs.
    ///
    /// - Precondition: the version is larger than those before.
    public mutating func publish(links: [Link], version: Int64) {
        reaches.publish(Network(version: version, links: links))
    }

    /// The version of the network that new demands are pinned to; 0 before the first, without links.
    public var networkVersion: Int64 { reaches.currentVersion }

    /// The relations of parties as they stand. Demands that a pair set free may trade with are decided again by the
    /// caller: `restingDemands(of:)`.
    public mutating func use(pairs: PairTable) { self.pairs = pairs }

    /// The subsidy rates as they stand. A rate never moves a demand across a limit.
    ///
    /// - Complexity: O(subsidy classes × pairs of type and admission class).
    public mutating func use(subsidies table: SubsidyTable) {
        subsidies.use(table, offers: offerClasses, types: types)
    }

    public var subsidyTable: SubsidyTable { subsidies.table }

    /// A buyer's facts as they stand from now on.
    public mutating func update(buyer: BuyerFacts) { _ = buyers.update(buyer) }
}
