import Domain
import Records

extension GoldenRecords {
    static func delivery(_ kind: CommandKind) throws(Reason) -> (Command, [Event], [Transfer]) {
        let lease = LeaseID(1)
        let from: Int64 = 498_000 * 3600
        switch kind {
        case .reportUsage:
            let report = UsageReport(
                lease: lease, fromSecond: from, untilSecond: from + 3600, used: 21_000_000, idle: 600_000)
            let delivery = Delivery(
                lease: lease, fromSecond: from, untilSecond: from + 3600, used: 21_000_000, idle: 600_000, missed: 0,
                reason: nil)
            return (
                .reportUsage(report), [.delivered(delivery)],
                [transfer(9, 10, 21_000_000, .delivery, .lease(lease)), transfer(8, 11, 4080, .earning, .lease(lease))]
            )
        case .endLease:
            return (
                .endLease(lease), [.leaseEnded(lease, .endedForMissedHours)],
                [transfer(8, 2, 93_840, .refund, .lease(lease))]
            )
        case .claim:
            let claim = ProgrammeClaim(lot: LotID(1), funder: 0, amount: Money(fen: 1020))
            return (
                .claim(lease), [.claimed(lease, [claim])],
                [transfer(12, 13, 1020, lot: LotID(1), .claim, .lease(lease))]
            )
        case .advanceClock:
            let stamp = Stamp(seconds: 1_795_086_400)
            return (.advanceClock(stamp), [.clockAdvanced(stamp)], [])
        default:
            return (
                .tick,
                [
                    .earningMatured(lease, Money(fen: 4080)), .offerClosed(OfferID(1), .windowBegun),
                    .lotExpired(LotID(1), [Money(fen: 266_879)], to: .lapsed), try references(),
                ], [transfer(11, 14, 4080, .maturity, .lease(lease))]
            )
        }
    }

    private static func references() throws(Reason) -> Event {
        let (first, second) = (
            ReferenceClass(instanceType: InstanceTypeID(5), zone: ZoneID(1)),
            ReferenceClass(instanceType: InstanceTypeID(5), zone: ZoneID(9))
        )
        let finding = ReferenceFinding(price: try UnitPrice(8_500_000), basis: .asks)
        return .referencesPublished(
            version: 6, [ReferencePrice(first, nil), ReferencePrice(second, finding)])
    }
}
