import Domain
import Records
import Simulation
import Testing

/// Faults of leases that are cut.
struct WithdrawalFaultTests {
    private func finds(_ record: Record) -> Bool { record.cutsAndFills }

    @Test func aCutOfMoreThanIsLeftIsSeen() throws {
        let spoilt = try tampering(events: { event in
            guard case .leaseCut(let cut) = event else { return nil }
            return [
                .leaseCut(
                    LeaseCut(
                        lease: cut.lease, from: cut.from, quota: cut.quota + 1, reason: cut.reason, sought: cut.sought))
            ]
        })
        #expect(faults(spoilt).contains { if case .cutDiffers = $0 { true } else { false } })
    }

    @Test func aCutOfNoLeaseIsSeen() throws {
        let spoilt = try tampering(events: { event in
            guard case .leaseCut(let cut) = event else { return nil }
            return [
                .leaseCut(
                    LeaseCut(
                        lease: LeaseID(1_000_000), from: cut.from, quota: cut.quota, reason: cut.reason,
                        sought: cut.sought))
            ]
        })
        #expect(faults(spoilt).contains(.unknownSubject(.leaseCut)))
    }

    @Test func aCutLeftOutIsSeen() throws {
        let spoilt = try tampering(events: { event in
            guard case .leaseCut = event else { return nil }
            return []
        })
        #expect(faults(spoilt).contains { if case .balanceDiffers = $0 { true } else { false } })
    }

    @Test func hoursSoughtAtAWorsePriceAreSeen() throws {
        let spoilt = try tampering(
            where: finds,
            events: { event in
                guard case .demandAccepted(let demand, let versions) = event else { return nil }
                let old = demand.terms
                guard old.scu == nil,
                    let terms = try? old.amended(
                        by: DemandAmendment(limit: UnitPrice(old.limit.microYuan + 1_000_000)))
                else { return nil }
                let dearer = Demand(id: demand.id, buyer: demand.buyer, terms: terms, place: demand.place)
                return [.demandAccepted(dearer, versions)]
            })
        #expect(faults(spoilt).contains { if case .soughtDiffers = $0 { true } else { false } })
    }

    @Test func moreOwnMoneyThanCameBackIsSeen() throws {
        let spoilt = try tampering(
            where: finds,
            events: { event in
                guard case .filled(let fill) = event else { return nil }
                let shares = fill.shares.map { share in
                    FundingShare(source: share.source, amount: share.amount + Money(fen: 1_000_000))
                }
                return [.filled(fill.with(shares: shares))]
            })
        #expect(faults(spoilt).contains { if case .soughtDearer = $0 { true } else { false } })
    }
}
