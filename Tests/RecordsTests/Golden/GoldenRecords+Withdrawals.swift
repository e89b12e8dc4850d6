import Domain
import Records

extension GoldenRecords {
    /// A lease is cut, and what took its place is closed unfilled.
    static func withdrawal() throws(Reason) -> (Command, [Event], [Transfer]) {
        let plan = try PlannedWithdrawal(window: Window(498_100, 498_124), left: Quantity(2000))
        let lease = LeaseID(1)
        let cut = LeaseCut(lease: lease, from: 498_100, quota: 172_800_000, reason: .withdrawn, sought: DemandID(2))
        return (
            .planWithdrawal(OfferID(1), plan), [.leaseCut(cut), .demandClosed(DemandID(2), .notAllFillable)],
            [
                transfer(8, 9, 172_800_000, .refund, .lease(lease)), transfer(6, 2, 4_800, .refund, .lease(lease)),
            ]
        )
    }
}
