import Records

/// How often each kind of command is drawn.
struct CommandMix: Sendable {
    private let weights: [(kind: CommandKind, weight: Int64)]
    private let total: Int64

    /// Of 10,000: offers by their share of the commands, the rest as in `others`.
    init(_ sizes: MarketSizes) {
        let offers = min(9_000, max(0, sizes.offers) * 10_000 / max(1, sizes.commands))
        let scaled = CommandMix.others.map { ($0.0, max(1, $0.1 * (10_000 - offers) / CommandMix.rest)) }
        weights = [(.listOffer, offers)] + scaled
        total = weights.reduce(0) { $0 + $1.weight }
    }

    func draw(_ random: inout SeededGenerator) -> CommandKind {
        var place = random.below(total)
        for (kind, weight) in weights {
            guard place >= weight else { return kind }
            place -= weight
        }
        return .submitDemand
    }

    /// The clock's part of all commands but offers, of `rest`.
    static let clockShare: Int64 = 70
    static let rest = others.reduce(0) { $0 + $1.1 }

    private static let others: [(CommandKind, Int64)] = [
        (.submitDemand, 336), (.reportUsage, 190), (.advanceClock, clockShare), (.applyForVoucher, 60), (.claim, 60),
        (.cancelDemand, 40), (.recordDeposit, 40), (.withdrawOffer, 30), (.endLease, 20), (.requestPayout, 15),
        (.approvePayout, 15), (.recordOwnership, 10), (.recordRelation, 8), (.authorisePool, 8), (.registerParty, 8),
        (.admitParty, 12), (.proposeProgramme, 6), (.approveProgramme, 6), (.publishNetwork, 6), (.setPolicy, 5),
        (.defineInstanceType, 5), (.defineZone, 3), (.publishConversion, 3), (.amendDemand, 24), (.amendOffer, 16),
        (.cancelDemands, 6), (.withdrawOffers, 6),
        (.callBatch, 150), (.closeBatch, 20), (.setBatchPolicy, 36),
        (.halt, 14), (.resume, 4), (.setSafetyPolicy, 4), (.attest, 14), (.failVerification, 5),
        (.quoteDemand, 60), (.takeQuote, 20), (.setQuotePolicy, 4),
        (.submitBundle, 60),
        (.planWithdrawal, 30),
    ]
}
