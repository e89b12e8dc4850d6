import Domain
import Records
import Testing

@testable import Trading

/// What was verified lapses or fails, and matching of what depends on it stops at once.
struct VerificationTests {
    private let market: SmallMarket
    private var world: TestExchange { market.world }
    private static let evidence = try! Commitment(bytes: [UInt8](repeating: 9, count: 32))

    init() throws { market = try SmallMarket(fee: 0) }

    private func verification(
        _ subject: VerificationSubject, _ tier: VerificationTier = .measured, hours: Int64 = 10
    ) -> Verification {
        let until = Stamp(microseconds: world.time.microseconds + hours * Stamp.microsecondsPerHour)
        return Verification(subject: subject, tier: tier, evidence: Self.evidence, until: until)
    }

    private func attest(_ verification: Verification) throws -> Record {
        try world.accept(.attest(verification), by: TestExchange.operatorOne)
    }

    private func fail(_ subject: VerificationSubject) throws -> Record {
        try world.accept(.failVerification(subject, evidence: Self.evidence), by: TestExchange.operatorTwo)
    }

    private func measuredOffer(at yuan: Int64) throws -> OfferID {
        let window = try Window(TestExchange.start + 24, TestExchange.start + 34)
        try world.accept(
            .listOffer(
                OfferTerms(
                    instanceType: SmallMarket.type, zone: SmallMarket.home,
                    schedule: CapacitySchedule(steps: [CapacityStep(window: window, quantity: Quantity(1_000))]),
                    lotSize: Quantity(1_000), shortestTermHours: 1, price: .flat(UnitPrice(yuan * 1_000_000)),
                    vat: .cloudService, buyers: .everyone, tier: .measured)),
            by: TestExchange.provider(SmallMarket.provider))
        return OfferID(Int64(world.exchange.orders.offers.count))
    }

    /// The offer says it is at home, and is not: nothing is matched with it from that record on.
    @Test func aFalseRegionAttestationBlocksNewMatchesAtOnce() throws {
        _ = try market.offer(3, at: 10)
        _ = try attest(verification(.offer(OfferID(1))))
        #expect(try market.demand(1, limit: 20).fills.count == 1)
        _ = try fail(.offer(OfferID(1)))
        #expect(try market.demand(1, limit: 20).fills.isEmpty)
        let immediate = try market.demand(1, limit: 20, policy: try FillPolicy(.immediateOrCancel))
        #expect(immediate.closed == [.halted])
        try world.refuse(.attest(verification(.offer(OfferID(1)))), by: TestExchange.operatorTwo, .samePerson)
        let again = try attest(verification(.offer(OfferID(1))))
        #expect(again.fills.map(\.demand) == [DemandID(2)], "who rests is served when it is verified anew")
        try world.replay()
    }

    @Test func aLapseSuspendsAtItsInstant() throws {
        _ = try market.offer(3, at: 10)
        _ = try attest(verification(.provider(SmallMarket.provider), hours: 5))
        try world.advance(hours: 4)
        #expect(try market.demand(1, limit: 20).fills.count == 1)
        try world.advance(hours: 1)
        let lapse = world.journal.map(\.record).filter { $0.events.contains { $0.kind == .verificationLapsed } }
        #expect(lapse.map(\.header.stamp) == [Stamp(hour: TestExchange.start + 5)])
        #expect(try market.demand(1, limit: 20).fills.isEmpty)
        #expect(try market.offer(1, at: 5).fills.isEmpty, "one that comes meanwhile stands still too")
        let again = try attest(verification(.provider(SmallMarket.provider)))
        #expect(again.fills.map(\.offer) == [OfferID(2)])
        try world.replay()
    }

    /// Verified anew before it lapsed, it does not lapse at the old instant.
    @Test func aNewAttestationTakesTheOldOnesPlace() throws {
        _ = try market.offer(3, at: 10)
        _ = try attest(verification(.offer(OfferID(1)), hours: 2))
        _ = try attest(verification(.offer(OfferID(1)), hours: 9))
        try world.advance(hours: 3)
        #expect(try market.demand(1, limit: 20).fills.count == 1)
        let lapsed = world.journal.contains { $0.record.events.contains { $0.kind == .verificationLapsed } }
        #expect(!lapsed)
    }

    @Test func aClaimBeyondWhatIsVerifiedStandsStill() throws {
        let offer = try measuredOffer(at: 10)
        #expect(try market.demand(1, limit: 9).rested != nil)
        _ = try attest(verification(.provider(SmallMarket.provider), .documented))
        #expect(try market.demand(1, limit: 20).fills.isEmpty)
        let own = try attest(verification(.offer(offer), .measured))
        #expect(own.fills.map(\.offer) == [offer], "of its own it is verified so far")
        _ = try fail(.provider(SmallMarket.provider))
        let second = try measuredOffer(at: 10)
        _ = try attest(verification(.offer(second)))
        #expect(try market.demand(1, limit: 20).fills.isEmpty, "its provider failed")
        try world.replay()
    }

    @Test func haltAndFailureBothMustEnd() throws {
        _ = try market.offer(1, at: 10)
        let scope = HaltScope.provider(SmallMarket.provider)
        try world.accept(.halt(scope, note: Self.evidence), by: TestExchange.operatorOne)
        _ = try fail(.offer(OfferID(1)))
        #expect(try market.demand(1, limit: 20).fills.isEmpty)
        let resumed = try world.accept(.resume(scope, note: Self.evidence), by: TestExchange.operatorTwo)
        #expect(resumed.fills.isEmpty)
        #expect(try attest(verification(.offer(OfferID(1)))).fills.count == 1)
    }

    @Test func whatIsAskedOfIt() throws {
        _ = try market.offer(1, at: 10)
        let made = verification(.offer(OfferID(1)))
        try world.refuse(.attest(made), by: TestExchange.managerOne, .seatForbidden)
        try world.refuse(.attest(verification(.offer(OfferID(9)))), by: TestExchange.operatorOne, .unknownOffer)
        try world.refuse(
            .attest(verification(.provider(SmallMarket.buyer))), by: TestExchange.operatorOne, .unknownParty)
        try world.refuse(.attest(verification(.offer(OfferID(1)), hours: 0)), by: TestExchange.operatorOne, .expiryPast)
        _ = try fail(.offer(OfferID(1)))
        try world.refuse(
            .failVerification(.offer(OfferID(1)), evidence: Self.evidence), by: TestExchange.operatorOne,
            .nothingChanged)
        try world.accept(.withdrawOffer(OfferID(1)), by: TestExchange.provider(SmallMarket.provider))
        try world.refuse(.attest(made), by: TestExchange.operatorOne, .alreadyClosed)
    }
}
