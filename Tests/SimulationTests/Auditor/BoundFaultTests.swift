import Domain
import Records
import Simulation
import Testing

/// Faults of collars and of bounds on orders: what a stricter policy would not have let in.
struct BoundFaultTests {
    /// The faults where the first policy of safety is this one.
    private func faults(under policy: SafetyPolicy) throws -> [AuditFault] {
        let spoilt = try tampering(events: { event in
            guard case .safetyPolicySet(let version, _) = event else { return nil }
            return [.safetyPolicySet(version: version, policy)]
        })
        let findings = Auditor.findings(spoilt.records)
        #expect(findings.allSatisfy { $0.sequence > spoilt.sequence })
        return findings.map(\.fault)
    }

    @Test func pricesOutsideTheCollarAreSeen() throws {
        let found = try faults(under: SafetyPolicy(collar: PriceCollar(below: 0, above: 0)))
        #expect(found.contains(.outsideCollar(.offerListed)) && found.contains(.outsideCollar(.demandAccepted)))
    }

    @Test func offersBeyondTheBoundAreSeen() throws {
        let found = try faults(under: SafetyPolicy(collar: nil, openOffersMost: 1))
        #expect(Set(found) == [.openOrdersTooMany(.offerListed)])
    }

    @Test func demandsBeyondTheBoundAreSeen() throws {
        let found = try faults(under: SafetyPolicy(collar: nil, openDemandsMost: 1))
        #expect(found.contains(.openOrdersTooMany(.demandAccepted)))
    }

    @Test func ordersBeyondTheBoundAreSeen() throws {
        let found = try faults(under: SafetyPolicy(collar: nil, ordersPerHourMost: 1))
        #expect(!found.isEmpty && found.allSatisfy { if case .ordersTooMany = $0 { true } else { false } })
    }
}
