import Domain
import Matching
import Testing

/// Demands that are alike share pro rata, the remainder to the earliest; so do offers.
@Suite struct TieRuleTests {
    private func lines(
        _ offers: [ClearingProblem.Offer], _ demands: [ClearingProblem.Demand], _ arcs: [[ClearingProblem.Arc]]
    ) throws -> [String] {
        let problem = try ClearingProblem(offers: offers, demands: demands, arcs: arcs)
        let clearing = Clearing(optimumOf: problem)
        #expect(clearing.certificate.verify(problem, clearing.fills).isEmpty)
        return clearing.lines
    }

    @Test func equalDemandsGetEqualParts() throws {
        let found = try lines(
            [.of(10, at: 5)], Array(repeating: .of(4, at: 9), count: 4), Array(repeating: [.of(0)], count: 4))
        #expect(found == ["D0 3 O0", "D1 3 O0", "D2 2 O0", "D3 2 O0"])
    }

    @Test func partsFollowTheQuantities() throws {
        let found = try lines([.of(12, at: 5)], [.of(20, at: 9), .of(4, at: 9)], [[.of(0)], [.of(0)]])
        #expect(found == ["D0 10 O0", "D1 2 O0"])
    }

    @Test func aDearerLimitComesFirst() throws {
        let found = try lines(
            [.of(10, at: 5)], [.of(8, at: 9), .of(4, at: 10), .of(8, at: 9)], Array(repeating: [.of(0)], count: 3))
        #expect(found == ["D0 3 O0", "D1 4 O0", "D2 3 O0"])
    }

    /// Higher limits and higher tariffs may come to the same surplus.
    @Test func alikeIsWhoGainsTheSame() throws {
        let found = try lines(
            [.of(4, at: 5)], [.of(4, at: 9), .of(4, at: 11)], [[.of(0)], [.of(0, tariff: 2)]])
        #expect(found == ["D0 2 O0", "D1 2 O0"])
    }

    @Test func severalOffersAreDealtOutInOrder() throws {
        let found = try lines(
            [.of(5, at: 5), .of(5, at: 5)], Array(repeating: .of(4, at: 9), count: 3),
            Array(repeating: [.of(0), .of(1)], count: 3))
        #expect(found == ["D0 4 O0", "D1 1 O0", "D1 2 O1", "D2 3 O1"])
    }

    @Test func whoIsNotAlikeIsNotTouched() throws {
        let found = try lines(
            [.of(6, at: 5), .of(1, at: 5)], [.of(4, at: 9), .of(4, at: 9), .of(4, at: 9)],
            [[.of(0)], [.of(0), .of(1)], [.of(0)]])
        #expect(found.filter { $0.hasPrefix("D0") || $0.hasPrefix("D2") }.count == 2)
        let parts = found.filter { !$0.hasPrefix("D1") }.compactMap {
            $0.split(separator: " ")[1].first?.wholeNumberValue
        }
        #expect(parts.count == 2 && abs(parts[0] - parts[1]) <= 1)
    }

    @Test func alikeOffersSellInProportionToTheirCapacities() throws {
        let found = try lines(
            [.of(30, at: 5), .of(11, at: 5)], [.of(4, at: 9), .of(7, at: 8)],
            Array(repeating: [.of(0), .of(1)], count: 2))
        #expect(found == ["D0 4 O0", "D1 5 O0", "D1 2 O1"])
    }

    @Test func offersThatAreNotAlikeKeepTheirOrder() throws {
        #expect(try lines([.of(30, at: 6), .of(11, at: 5)], [.of(10, at: 9)], [[.of(0), .of(1)]]) == ["D0 10 O1"])
        #expect(
            try lines([.of(30, at: 5), .of(11, at: 5)], [.of(10, at: 9)], [[.of(0, tariff: 1), .of(1)]]) == ["D0 10 O1"]
        )
    }

    /// Whatever is shared, everybody's total lies within one of its exact share.
    @Test func groupsOnBothSidesShareAtOnce() throws {
        let capacities: [Int64] = [5, 9, 14], quantities: [Int64] = [6, 20, 3, 11]
        let problem = try ClearingProblem(
            offers: capacities.map { .of($0, at: 5) }, demands: quantities.map { .of($0, at: 9) },
            arcs: Array(repeating: [.of(0), .of(1), .of(2)], count: 4))
        let clearing = Clearing(optimumOf: problem)
        #expect(clearing.certificate.verify(problem, clearing.fills).isEmpty)
        for (demand, quantity) in quantities.enumerated() {
            let got = clearing.fills.filter { $0.demand == Int32(demand) }.reduce(0) { $0 + $1.quantity.milli }
            #expect(abs(got * 40 - quantity * 28) <= 40)
        }
        for (offer, capacity) in capacities.enumerated() {
            let sold = clearing.fills.filter { $0.offer == Int32(offer) }.reduce(0) { $0 + $1.quantity.milli }
            #expect(sold == capacity)
        }
    }
}
