import Domain
import Matching
import Testing

/// Depth, free capacity and the provider's lowest ask.
@Suite struct QueryTests {
    @Test func offerDepthIsCheapestFirstByLevel() throws {
        var book = try BookOfOne.make()
        book.list(try BookOfOne.offer(1, 3, at: 200), admissionClass: 0)
        book.list(try BookOfOne.offer(2, 2, at: 200, by: 102), admissionClass: 0)
        book.list(try BookOfOne.offer(3, 1, at: 150, zone: 9), admissionClass: 0)
        book.list(try BookOfOne.offer(4, 9, at: 100, type: 2), admissionClass: 0)
        #expect(
            levels(book.offerDepth(instanceType: InstanceTypeID(1))) == [[150, 1000, 1], [200, 5000, 2]])
        #expect(levels(book.offerDepth(instanceType: InstanceTypeID(1), zone: ZoneID(7))) == [[200, 5000, 2]])
        book.submit(
            try BookOfOne.demand(
                5, 3, at: 200, hours: 0..<2, requirements: Requirements(instanceTypes: [InstanceTypeID(1)])))
        #expect(
            levels(book.offerDepth(instanceType: InstanceTypeID(1), over: try BookOfOne.window(1..<3)))
                == [[200, 3000, 2]])
        #expect(levels(book.offerDepth(instanceType: InstanceTypeID(1)))[1] == [200, 5000, 2])
    }

    @Test func weeklyPricesShowTheirMean() throws {
        var book = try BookOfOne.make()
        let prices = try (0..<168).map { try UnitPrice($0 % 24 < 12 ? 100 : 301) }
        book.list(try BookOfOne.offer(1, 1, at: 1, weekly: prices), admissionClass: 0)
        let type = InstanceTypeID(1)
        #expect(levels(book.offerDepth(instanceType: type)) == [[100, 1000, 1]])
        #expect(levels(book.offerDepth(instanceType: type, over: try BookOfOne.window(11..<13))) == [[200, 1000, 1]])
        #expect(levels(book.offerDepth(instanceType: type, over: try BookOfOne.window(10..<13))) == [[167, 1000, 1]])
        let whole = try BookOfOne.window(0..<24)
        let lowest = book.lowestAskSum(provider: PartyID(101), instanceType: type, zone: ZoneID(7), over: whole)
        #expect(lowest == Int64(12 * 401))
    }

    @Test func demandDepthIsDearestFirstAndHiddenWhereListed() throws {
        for rule in PriceRule.allCases {
            var book = try BookOfOne.make(rule)
            for (number, limit) in [(Int64(1), Int64(100)), (2, 120), (3, 100)] {
                book.submit(try BookOfOne.demand(number, number, at: limit))
            }
            book.submit(try BookOfOne.demand(4, 4, at: 100, requirements: Requirements(kind: .cpu)))
            let found = levels(book.demandDepth(instanceType: InstanceTypeID(1)))
            #expect(found == (rule == .listed ? [] : [[120, 2000, 1], [100, 4000, 2]]))
        }
    }

    @Test func theLowestAskIsOfTheSameProviderTypeZoneAndHours() throws {
        var book = try BookOfOne.make()
        book.list(try BookOfOne.offer(1, 1, at: 200, hours: 0..<4), admissionClass: 0)
        book.list(try BookOfOne.offer(2, 1, at: 210), admissionClass: 0)
        book.list(try BookOfOne.offer(3, 1, at: 100, by: 102), admissionClass: 0)
        book.list(try BookOfOne.offer(4, 1, at: 100, zone: 8), admissionClass: 0)
        func lowest(_ hours: Range<Int64>) throws -> Int64? {
            book.lowestAskSum(
                provider: PartyID(101), instanceType: InstanceTypeID(1), zone: ZoneID(7),
                over: try BookOfOne.window(hours))
        }
        #expect(try lowest(0..<4) == 800)
        #expect(try lowest(0..<5) == 1050)
        #expect(try lowest(20..<25) == nil)
        book.withdraw(OfferID(1))
        #expect(try lowest(0..<4) == 840)
    }

    @Test func freeCapacityFollowsFills() throws {
        var book = try BookOfOne.make()
        book.list(try BookOfOne.offer(1, 3, at: 200), admissionClass: 0)
        book.submit(try BookOfOne.demand(2, 2, at: 200, hours: 4..<6))
        let steps = book.freeCapacity(OfferID(1)).map {
            [$0.window.start - BookOfOne.hour, $0.window.end - BookOfOne.hour, $0.quantity.milli]
        }
        #expect(steps == [[0, 4, 3000], [4, 6, 1000], [6, 24, 3000]])
        let found1 = book.freeCapacity(OfferID(1), over: try BookOfOne.window(0..<5)).milli
        #expect(found1 == 1000)
        let found2 = book.freeCapacity(OfferID(1), over: try BookOfOne.window(20..<25))
        #expect(found2 == .zero)
        #expect(book.freeCapacity(OfferID(9)).isEmpty)
    }

    private func levels(_ depth: [DepthLevel]) -> [[Int64]] {
        depth.map { [$0.price.microYuan, $0.quantity.milli, $0.count] }
    }
}
