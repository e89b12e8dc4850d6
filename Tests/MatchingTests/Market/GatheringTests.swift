import Domain
import Testing

@testable import Matching

/// Of the demands that an arriving offer meets no more are looked up than it may serve; counted in demands, not in time.
@Suite struct GatheringTests {
    private static let demands: Int64 = 2_000

    /// Demands at rest whose limits fall, two at each limit, in two demand classes by turns.
    private func market(_ rule: PriceRule) throws -> MarketBook {
        var book = try BookOfOne.make(rule)
        for number in 1...Self.demands {
            let kind = number % 2 == 0 ? try Requirements(kind: .accelerator) : try Requirements()
            book.submit(
                try BookOfOne.demand(
                    number, 1, at: 1_000_000 - (number + 1) / 2, buyer: number, requirements: kind))
        }
        return book
    }

    @Test func whatIsSoldOutAtOnceLooksUpAFew() throws {
        for rule in [PriceRule.resting, .clearing] {
            var book = try market(rule)
            book.list(try BookOfOne.offer(Self.demands + 1, 2, at: 1), admissionClass: 0)
            var queue = RematchQueue(arriving: OfferID(Self.demands + 1), in: book)
            let served = serve(&queue, &book)
            #expect(served == [DemandID(1), DemandID(2)])
            #expect(queue.gathered <= 8)
        }
    }

    @Test func whatServesAllLooksEachUpOnceInItsOrder() throws {
        for rule in PriceRule.allCases {
            var book = try market(rule)
            book.list(try BookOfOne.offer(Self.demands + 1, Self.demands, at: 1), admissionClass: 0)
            let all = book.restingDemands(meeting: OfferID(Self.demands + 1))
            #expect(all == (1...Self.demands).map { DemandID($0) })
            var queue = RematchQueue(arriving: OfferID(Self.demands + 1), in: book)
            let served = serve(&queue, &book)
            #expect(served == all)
            #expect(queue.gathered == all.count)
        }
    }

    /// Nothing of an offer is taken where the money refuses: each demand is asked once all the same, and stays.
    @Test func whoeverTakesNothingIsPassedOnce() throws {
        for rule in PriceRule.allCases {
            var book = try market(rule)
            book.list(try BookOfOne.offer(Self.demands + 1, 1, at: 1), admissionClass: 0)
            var queue = RematchQueue(arriving: OfferID(Self.demands + 1), in: book)
            var asked: [DemandID] = []
            while let demand = queue.next(in: book) {
                let decision = book.decide(demand) { _ in false }
                #expect(decision.fills.isEmpty)
                queue.append(decision, in: book)
                asked.append(demand)
            }
            #expect(asked == (1...Self.demands).map { DemandID($0) })
        }
    }

    private func serve(_ queue: inout RematchQueue, _ book: inout MarketBook) -> [DemandID] {
        var served: [DemandID] = []
        while let demand = queue.next(in: book) {
            let decision = book.decide(demand) { _ in true }
            book.commit(decision)
            queue.append(decision, in: book)
            if !decision.fills.isEmpty { served.append(demand) }
        }
        return served
    }
}
