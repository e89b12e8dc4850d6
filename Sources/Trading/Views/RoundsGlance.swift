import Domain

/// What the rounds of the policy of batches would clear as the market stands, with the names that people know it by.
///
/// It is a copy: whoever solves it holds nobody up.
public struct RoundsGlance: Sendable {
    public struct Round: Sendable {
        public let zone: ZoneID
        public let code: Symbol
        public let lot: Quantity
        public let outlook: RoundOutlook
    }

    /// In order of the policy.
    public let rounds: [Round]
    /// Rounds of the policy that are not looked at.
    public let leftOut: Int
    /// The instance types of the offers in them.
    public let types: [OfferID: Symbol]
}

extension Exchange {
    /// Complexity: that of a call for each round.
    public func roundsGlance(most: Int) -> RoundsGlance {
        let rounds = batches.policy.rounds.prefix(most).compactMap { round -> RoundsGlance.Round? in
            guard let zone = catalogue.zone(round.zone), let outlook = try? outlook(zone: round.zone, lot: round.lot)
            else { return nil }
            return RoundsGlance.Round(zone: round.zone, code: zone.code, lot: round.lot, outlook: outlook)
        }
        var types: [OfferID: Symbol] = [:]
        for held in rounds.flatMap(\.outlook.batches).flatMap(\.offers) {
            let type = orders.offer(held.offer).flatMap { catalogue.type($0.offer.terms.instanceType) }
            types[held.offer] = type?.terms.code
        }
        return RoundsGlance(rounds: rounds, leftOut: batches.policy.rounds.count - rounds.count, types: types)
    }
}
