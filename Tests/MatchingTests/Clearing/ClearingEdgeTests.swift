import Domain
import Matching
import Testing

/// Batches at the edge of what there can be, and what is refused.
@Suite struct ClearingEdgeTests {
    private func cleared(
        _ offers: [ClearingProblem.Offer], _ demands: [ClearingProblem.Demand], _ arcs: [[ClearingProblem.Arc]]
    ) throws -> Clearing {
        let clearing = try proven(offers, demands, arcs)
        #expect(clearing.certificate.gap == 0)
        return clearing
    }

    @Test func nothingIsCleared() throws {
        #expect(try cleared([], [], []).fills.isEmpty)
        #expect(try cleared([.of(5, at: 1)], [], []).fills.isEmpty)
        #expect(try cleared([], [.of(5, at: 1)], [[]]).fills.isEmpty)
        #expect(try cleared([.of(5, at: 1)], [.of(5, at: 9)], [[]]).fills.isEmpty)
    }

    @Test func withoutAGainNothingTrades() throws {
        #expect(try cleared([.of(5, at: 9)], [.of(5, at: 9)], [[.of(0)]]).fills.isEmpty)
        #expect(try cleared([.of(5, at: 7)], [.of(5, at: 9)], [[.of(0, tariff: 2)]]).fills.isEmpty)
        #expect(try cleared([.of(5, at: 7)], [.of(5, at: 9)], [[.of(0, tariff: 1)]]).lines == ["D0 5 O0"])
    }

    @Test func offersAndDemandsOfNothing() throws {
        let clearing = try cleared(
            [.of(0, at: 1), .of(4, at: 5)], [.of(3, at: 9), .of(0, at: 9)], [[.of(0), .of(1)], [.of(0), .of(1)]])
        #expect(clearing.lines == ["D0 3 O1"])
    }

    @Test func theScarceOfferGoesToWhoGainsMost() throws {
        // Demand 1 could pay more, but can go elsewhere at little loss.
        let clearing = try cleared(
            [.of(4, at: 10), .of(4, at: 12)], [.of(4, at: 30), .of(4, at: 40)], [[.of(0)], [.of(0), .of(1)]])
        #expect(clearing.lines == ["D0 4 O0", "D1 4 O1"])
        #expect(clearing.certificate.welfare == 4 * 20 + 4 * 28)
    }

    @Test func theShadowPriceIsWhatTheFirstUnservedWouldPay() throws {
        let problem = try ClearingProblem(
            offers: [.of(10, at: 100)], demands: [.of(6, at: 150), .of(6, at: 140), .of(6, at: 120)],
            arcs: [[.of(0)], [.of(0)], [.of(0)]])
        let clearing = Clearing(optimumOf: problem)
        #expect(clearing.lines == ["D0 6 O0", "D1 4 O0"])
        #expect(clearing.certificate.shadowPrices == [40])
        #expect(clearing.price(of: 0, in: problem) == 140)
    }

    @Test func everythingEqualAndCompatible() throws {
        let arcs = (0..<Int32(40)).map { ClearingProblem.Arc.of($0) }
        let clearing = try cleared(
            Array(repeating: .of(7, at: 50), count: 40), Array(repeating: .of(3, at: 60), count: 300),
            Array(repeating: arcs, count: 300))
        #expect(clearing.certificate.welfare == 40 * 7 * 10)
        #expect(clearing.fills.reduce(0) { $0 + $1.quantity.milli } == 280)
    }

    @Test func theLargestNumbersThereAre() throws {
        let (most, dearest) = (Quantity.mostMilli, UnitPrice.mostMicroYuan)
        let clearing = try cleared(
            [.of(most, at: 0), .of(most, at: dearest)],
            [.of(most, at: dearest), .of(most, at: dearest)], Array(repeating: [.of(0), .of(1)], count: 2))
        #expect(clearing.certificate.welfare == Int128(most) * Int128(dearest))
    }

    @Test func numbersOutOfRangeAreRefused() {
        func refusal(
            _ offer: ClearingProblem.Offer, _ demand: ClearingProblem.Demand, _ arcs: [ClearingProblem.Arc]
        ) -> ClearingRefusal? {
            do throws(ClearingRefusal) {
                _ = try ClearingProblem(offers: [offer], demands: [demand], arcs: [arcs])
                return nil
            } catch { return error }
        }
        let (offer, demand) = (ClearingProblem.Offer.of(1, at: 1), ClearingProblem.Demand.of(1, at: 1))
        #expect(refusal(offer, demand, [.of(0)]) == nil)
        #expect(refusal(.of(Quantity.mostMilli + 1, at: 1), demand, []) == .offerOutOfRange(0))
        #expect(refusal(.of(-1, at: 1), demand, []) == .offerOutOfRange(0))
        #expect(refusal(.of(1, at: .max), demand, []) == .offerOutOfRange(0))
        #expect(refusal(offer, .of(.max, at: 1), []) == .demandOutOfRange(0))
        #expect(refusal(offer, .of(1, at: UnitPrice.mostMicroYuan + 1), []) == .demandOutOfRange(0))
        #expect(refusal(offer, demand, [.of(0, tariff: .max)]) == .arcOutOfRange(demand: 0))
        #expect(refusal(offer, demand, [.of(0, tariff: -1)]) == .arcOutOfRange(demand: 0))
        #expect(refusal(offer, demand, [.of(1)]) == .arcOutOfRange(demand: 0))
        #expect(refusal(offer, demand, [.of(-1)]) == .arcOutOfRange(demand: 0))
        #expect(refusal(offer, demand, [.of(0), .of(0)]) == .arcsNotAscending(demand: 0))
    }

    @Test func tooManyAreRefused() throws {
        let offers = Array(repeating: ClearingProblem.Offer.of(1, at: 1), count: 1 << 20)
        #expect(try ClearingProblem(offers: offers, demands: [], arcs: []).offers.count == 1 << 20)
        #expect(throws: ClearingRefusal.tooLarge) {
            try ClearingProblem(offers: offers + [.of(1, at: 1)], demands: [], arcs: [])
        }
    }

    @Test(arguments: [[], [0], [0, 2], [1, 1], [0, 1, 1]])
    func startsThatFitNoArcsAreRefused(starts: [Int]) {
        #expect(throws: ClearingRefusal.arcStartsWrong) {
            try ClearingProblem(offers: [.of(1, at: 1)], demands: [.of(1, at: 1)], arcStarts: starts, arcs: [.of(0)])
        }
    }
}
