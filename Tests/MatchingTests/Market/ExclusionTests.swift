import Domain
import Matching
import Testing

/// Why a demand is not filled, by dimension.
@Suite struct ExclusionTests {
    /// One offer that fails in each dimension alone, then one that fails in two.
    @Test func countsEachDimensionAloneAndAtAll() throws {
        var book = try BookOfOne.make()
        try listOneForEachDimension(&book)
        book.use(pairs: PairTable().setting([(PartyID(1), PartyID(103), .sameBeneficialOwner)], version: 1))
        book.admit(try fussy())
        let counts = book.exclusions(of: DemandID(99)) { $0.provider != PartyID(104) }
        let alone = Dictionary(uniqueKeysWithValues: Dimension.allCases.map { ($0, counts.alone($0)) })
        let expected: [Dimension: Int64] = [
            .chip: 1, .zoneLevel: 1, .latency: 1, .capacity: 1, .term: 1, .lot: 1, .priceLimit: 1, .buyerClass: 1,
            .block: 1, .ownMoney: 1, .unitSize: 1,
        ]
        for dimension in Dimension.allCases {
            #expect(alone[dimension] == expected[dimension, default: 0], "\(dimension)")
        }
        #expect(counts.failing(.priceLimit) == 2)
        #expect(counts.failing(.term) == 2)
        #expect(counts.exactly([DimensionSet(.priceLimit), DimensionSet(.term)]) == 1)
        #expect(counts.excluded.reduce(counts.open) { $0 + $1.offers } == counts.offers)
        #expect(counts.excluded.map(\.dimensions.count) == Array(repeating: 1, count: 11) + [2])
        #expect(counts.open == 1)
        #expect(counts.offers == 13)
    }

    /// An offer that stands still, then the whole market: no remedy lets them in.
    @Test func whatStandsStillIsCountedAndHasNoRemedy() throws {
        var book = try BookOfOne.make()
        book.list(try BookOfOne.offer(1, 4, at: 200), admissionClass: 0)
        book.list(try BookOfOne.offer(2, 4, at: 400), admissionClass: 0)
        book.suspend(OfferID(1))
        let demand = try BookOfOne.demand(99, 1, at: 300)
        book.submit(demand)
        let one = book.exclusions(of: DemandID(99))
        #expect(one.alone(.suspended) == 1 && one.alone(.priceLimit) == 1)
        book.setHalted(true)
        let all = book.exclusions(of: DemandID(99))
        #expect(all.failing(.suspended) == 2 && all.alone(.suspended) == 1)
        #expect(all.exactly([DimensionSet(.suspended), DimensionSet(.priceLimit)]) == 1)
        book.setHalted(false)
        book.resume(OfferID(1))
        #expect(book.exclusions(of: DemandID(99)).open == 1)
    }

    private func listOneForEachDimension(_ book: inout MarketBook) throws {
        let chain = BuyerClass(members: [PartyID(5)])
        let offers = [
            try BookOfOne.offer(1, 4, at: 200, type: 3, zone: 7),
            try BookOfOne.offer(2, 4, at: 200, type: 2, zone: 5),
            try BookOfOne.offer(3, 4, at: 200, type: 2, zone: 8),
            try BookOfOne.offer(4, 4, at: 200, type: 2, hours: 2..<9),
            try BookOfOne.offer(5, 4, at: 200, type: 2, term: 5),
            try BookOfOne.offer(6, 4, at: 200, type: 2, lot: 4000),
            try BookOfOne.offer(7, 4, at: 301, type: 2),
            try BookOfOne.offer(8, 4, at: 200, type: 2, buyers: chain),
            try BookOfOne.offer(9, 4, at: 200, by: 103, type: 2),
            try BookOfOne.offer(10, 4, at: 200, by: 104, type: 2),
            try BookOfOne.offer(11, 4, at: 301, type: 2, term: 5),
            try BookOfOne.offer(12, 4, at: 200, type: 2),
            try BookOfOne.offer(13, 4, at: 200, type: 1),
        ]
        let links = [(7, 7, 10), (7, 8, 9_000), (7, 5, 10)].map {
            Link(
                from: ZoneID($0.0), to: ZoneID($0.1), latencyMicroseconds: $0.2, tariff: .zero, tariffKind: .charge)
        }
        book.publish(links: links, version: 1)
        for offer in offers { book.list(offer, admissionClass: 0) }
    }

    /// Three units of at least eight cards in the province, near by.
    private func fussy() throws -> MarketDemand {
        try BookOfOne.demand(
            99, 3, at: 300,
            requirements: Requirements(chips: [Symbol("ascend"), Symbol("other")], vcpuMilli: 16_000), home: 7,
            reach: Reach(level: .province, latencyMicrosecondsMost: 5_000), network: 1)
    }

    @Test func saysWhenAnotherProviderIsBound() throws {
        var book = try BookOfOne.make()
        book.list(try BookOfOne.offer(1, 1, at: 200), admissionClass: 0)
        book.list(try BookOfOne.offer(2, 1, at: 201, by: 102), admissionClass: 0)
        let decision = book.submit(try BookOfOne.demand(3, 4, at: 300, isSingle: true))
        #expect(decision.fills.count == 1)
        let counts = book.exclusions(of: DemandID(3))
        #expect(counts.alone(.provider) == 1)
        #expect(counts.alone(.capacity) == 1)
        #expect(counts.open == 0)
    }
}
