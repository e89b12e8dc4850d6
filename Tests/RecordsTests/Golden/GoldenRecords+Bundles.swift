import Domain
import Records

extension GoldenRecords {
    /// The demand of `submission` twice, all or none, at rest together: the second in a zone near the first.
    static func bundle() throws(Reason) -> (Command, [Event], [Transfer]) {
        let (_, events, transfers) = try submission()
        guard case .demandAccepted(let demand, let versions) = events[0] else {
            preconditionFailure("a demand that is filled")
        }
        let policy = try FillPolicy(demand.terms.policy.timeInForce, allOrNone: true)
        let line = try demand.terms.with(policy: policy)
        let terms = try BundleTerms(
            lines: [line, line], bond: BundleBond(commonStart: true, latencyMicrosecondsMost: 5_000))
        let bundle = Bundle(id: demand.id, count: 2, bond: terms.bond)
        let lines: [Event] = bundle.lines.enumerated().map { position, id in
            let place = Place(sequence: demand.place.sequence, position: Int64(position))
            return .demandAccepted(Demand(id: id, buyer: demand.buyer, terms: line, place: place), versions)
        }
        return (
            .submitBundle(terms),
            [.bundleAccepted(bundle)] + lines + bundle.lines.map { .demandRested($0, open: line.quantity) },
            Array(transfers.prefix(1))
        )
    }
}
