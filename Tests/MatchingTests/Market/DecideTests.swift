import Domain
import Matching
import Testing

/// What the caller of `decide` may count on.
@Suite struct DecideTests {
    @Test func decidingChangesNothing() throws {
        var book = try BookOfOne.make()
        book.list(try BookOfOne.offer(1, 2, at: 200), admissionClass: 0)
        book.admit(try BookOfOne.demand(2, 1, at: 300))
        let before = book.stateHash
        let first = book.decide(DemandID(2)) { _ in true }
        let found1 = book.stateHash
        #expect(found1 == before)
        let found2 = book.decide(DemandID(2)) { _ in true }
        #expect(found2 == first)
        let isResting = book.isResting(DemandID(2))
        #expect(!isResting)
    }

    @Test func fundsAreAskedInTheOrderOfTheWalkAndPassOffersBy() throws {
        var book = try BookOfOne.make()
        for number in Int64(1)...3 {
            book.list(try BookOfOne.offer(number, 1, at: 200 + number), admissionClass: 0)
        }
        book.admit(try BookOfOne.demand(9, 2, at: 300))
        var asked: [Candidate] = []
        let decision = book.decide(DemandID(9)) { candidate in
            asked.append(candidate)
            return candidate.offer != OfferID(2)
        }
        #expect(asked.map(\.offer) == [OfferID(1), OfferID(2), OfferID(3)])
        #expect(decision.fills.map(\.offer) == [OfferID(1), OfferID(3)])
        #expect(decision.passedForMoney)
        #expect(decision.grains == 2000)
        #expect(asked[0].askSum == 201 * 4)
        #expect(asked[0].instanceType == InstanceTypeID(1))
        #expect(asked.allSatisfy { !$0.isProbe && !$0.isRelated })
    }

    @Test func aBlockedOfferIsAskedForAsAProbe() throws {
        var book = try BookOfOne.make()
        book.list(try BookOfOne.offer(1, 1, at: 200), admissionClass: 0)
        book.use(pairs: PairTable().setting([(PartyID(1), PartyID(101), .related)], version: 1))
        book.admit(try BookOfOne.demand(2, 1, at: 300))
        var probes = 0
        let blocked = book.decide(DemandID(2)) { candidate in
            if candidate.isProbe { probes += 1 }
            return true
        }
        #expect(blocked.residual == .cancel(.wouldCrossBlock))
        #expect(probes == 1)
        // With the block away it would be too dear: the demand does not cross.
        let found3 = book.decide(DemandID(2)) { _ in false }.residual
        #expect(found3 == .rest)
    }

    @Test func foldingGivesTheStateThatDecidingGave() throws {
        var decided = try BookOfOne.make()
        var folded = try BookOfOne.make()
        for number in Int64(1)...2 {
            let offer = try BookOfOne.offer(number, 1, at: 200 + number)
            decided.list(offer, admissionClass: 0)
            folded.list(offer, admissionClass: 0)
        }
        let demand = try BookOfOne.demand(5, 3, at: 300)
        let decision = decided.submit(demand)
        folded.admit(demand)
        for fill in decision.fills {
            folded.take(fill.quantity, of: fill.offer, over: fill.window, for: demand.demand.id)
        }
        folded.rest(demand.demand.id)
        #expect(folded.stateHash == decided.stateHash)
        #expect(folded.violations().isEmpty)
    }

    @Test func theHashIsOfContentNotOfHistory() throws {
        var straight = try BookOfOne.make()
        var devious = try BookOfOne.make()
        straight.list(try BookOfOne.offer(2, 5, at: 200), admissionClass: 0)
        straight.submit(try BookOfOne.demand(3, 1, at: 100))
        devious.list(try BookOfOne.offer(1, 5, at: 150, type: 3), admissionClass: 2)
        devious.submit(try BookOfOne.demand(7, 1, at: 120, buyer: 3, home: 9))
        devious.list(try BookOfOne.offer(2, 5, at: 200), admissionClass: 0)
        devious.withdraw(OfferID(1))
        devious.submit(try BookOfOne.demand(3, 1, at: 100))
        devious.remove(DemandID(7))
        devious.submit(try BookOfOne.demand(8, 2, at: 300, hours: 5..<7))
        #expect(devious.stateHash != straight.stateHash)
        devious.release(OfferID(2), over: try BookOfOne.window(5..<7), quantity: Quantity(unchecked: 2000))
        #expect(devious.stateHash == straight.stateHash)
    }

    @Test func aDemandKeepsTheNetworkItIsPinnedTo() throws {
        var book = try BookOfOne.make()
        let link = Link(
            from: ZoneID(7), to: ZoneID(9), latencyMicroseconds: 1, tariff: UnitPrice(unchecked: 50),
            tariffKind: .charge)
        book.submit(try BookOfOne.demand(1, 1, at: 240))
        book.publish(links: [link], version: 1)
        book.submit(try BookOfOne.demand(2, 1, at: 240, network: 1))
        book.list(try BookOfOne.offer(3, 2, at: 200, zone: 9), admissionClass: 0)
        let found4 = book.restingDemands(meeting: OfferID(3))
        #expect(found4 == [DemandID(1)])
        let found5 = book.networkVersion
        #expect(found5 == 1)
    }

    @Test func aDemandThatComesBackIsBoundToItsProvider() throws {
        var book = try BookOfOne.make()
        book.list(try BookOfOne.offer(1, 1, at: 200, by: 101), admissionClass: 0)
        book.list(try BookOfOne.offer(2, 5, at: 210, by: 102), admissionClass: 0)
        let entry = try BookOfOne.demand(3, 4, at: 300, isSingle: true)
        book.admit(
            MarketDemand(
                demand: entry.demand, buyer: entry.buyer, subsidyClass: 0, network: 0, open: 2000,
                boundProvider: PartyID(102)))
        let decision = book.decide(DemandID(3)) { _ in true }
        #expect(decision.fills.map(\.offer) == [OfferID(2)])
        #expect(decision.grains == 2000)
    }

    @Test func zonesAndTypesDefinedLaterAreMet() throws {
        var book = MarketBook(rule: .listed, clock: .shanghai)
        let (zones, types) = (try GeneratedCatalogue.zones(), try GeneratedCatalogue.types())
        for zone in zones.prefix(7) { book.define(zone: zone) }
        book.define(instanceType: types[0])
        book.submit(try BookOfOne.demand(1, 1, at: 300, requirements: Requirements(vcpuMilli: 16_000)))
        for zone in zones.dropFirst(7) { book.define(zone: zone) }
        for type in types.dropFirst() { book.define(instanceType: type) }
        book.list(try BookOfOne.offer(2, 1, at: 300, type: 3, zone: 9), admissionClass: 0)
        let found6 = book.restingDemands(meeting: OfferID(2))
        #expect(found6 == [DemandID(1)])
        let found7 = book.decide(DemandID(1)) { _ in true }.fills.map(\.offer)
        #expect(found7 == [OfferID(2)])
    }

    @Test func aBuyersNewFactsCountAtOnce() throws {
        var book = try BookOfOne.make()
        book.list(try BookOfOne.offer(1, 1, at: 200, buyers: BuyerClass(sizes: [.large])), admissionClass: 0)
        let entry = try BookOfOne.demand(2, 1, at: 300)
        let found8 = book.submit(entry).residual
        #expect(found8 == .rest)
        book.update(buyer: BuyerFacts(party: PartyID(1), size: .large, profile: entry.buyer.profile))
        var queue = RematchQueue(deciding: book.restingDemands(of: PartyID(1)))
        let next = queue.next(in: book)
        let demand = try #require(next)
        let found9 = book.decide(demand) { _ in true }.fills.count
        #expect(found9 == 1)
    }
}
