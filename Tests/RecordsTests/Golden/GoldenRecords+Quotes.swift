import Domain
import Records

extension GoldenRecords {
    /// The demand of `submission`, quoted and taken.
    static func quotes(_ kind: CommandKind) throws(Reason) -> (Command, [Event], [Transfer]) {
        let (_, events, transfers) = try submission()
        guard case .demandAccepted(let demand, let versions) = events[0], case .filled(let fill) = events[1],
            case .fillEvaluated(let evaluation) = events[2]
        else { preconditionFailure("a demand that is filled") }
        switch kind {
        case .setQuotePolicy:
            let policy = QuotePolicy.standard
            return (.setQuotePolicy(policy), [.quotePolicySet(version: 1, policy)], [])
        case .quoteDemand:
            let quote = Quote(
                demand: demand, versions: versions, until: Stamp(seconds: 1_795_000_300), fills: [fill],
                evaluations: [evaluation])
            return (.quoteDemand(demand.terms), [.demandQuoted(quote), events[3]], Array(transfers.prefix(2)))
        default:
            let taken = Demand(id: demand.id, buyer: demand.buyer, terms: demand.terms, place: Place(sequence: 36))
            return (
                .takeQuote(demand.id, demand.terms),
                [events[1], events[2], .quoteTaken(taken, open: try Quantity(2000))], Array(transfers.suffix(1))
            )
        }
    }
}
