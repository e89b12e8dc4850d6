import Domain
import Matching
import Simulation
import Testing

/// Changes of a batch, and the change of the result that they must bring, and no other.
@Suite struct ClearingMetamorphicTests {
    private static let seeds = (0..<UInt64(6)).map { GeneratedProblem.firstSeed &+ $0 }

    private func generated(_ seed: UInt64) -> GeneratedProblem {
        GeneratedProblem(seed: seed, offers: 25, demands: 120, reach: 30, mostPrice: 60, mostQuantity: 12)
    }

    private func cleared(_ generated: GeneratedProblem) throws -> Clearing {
        let problem = try generated.problem()
        let clearing = Clearing(optimumOf: problem)
        #expect(clearing.certificate.verify(problem, clearing.fills).isEmpty)
        #expect(clearing.certificate.gap == 0)
        return clearing
    }

    @Test(arguments: seeds) func otherNumbersGiveTheSameWelfare(seed: UInt64) throws {
        let plain = generated(seed)
        var random = SeededGenerator(seed: seed)
        let (offers, demands) = (
            plain.offers.indices.shuffled(using: &random), plain.demands.indices.shuffled(using: &random)
        )
        var mixed = plain
        mixed.offers = offers.map { plain.offers[$0] }
        mixed.demands = demands.map { plain.demands[$0] }
        mixed.arcs = demands.map { demand in
            plain.arcs[demand].map { arc in
                .of(Int32(offers.firstIndex(of: Int(arc.offer))!), tariff: arc.tariff.microYuan)
            }.sorted { $0.offer < $1.offer }
        }
        #expect(try cleared(mixed).certificate.welfare == cleared(plain).certificate.welfare)
    }

    @Test(arguments: seeds, [Int64(7), 1_000_000]) func pricesScale(seed: UInt64, factor: Int64) throws {
        let plain = generated(seed)
        var dearer = plain
        dearer.offers = plain.offers.map { .of($0.capacity.milli, at: $0.ask.microYuan * factor) }
        dearer.demands = plain.demands.map { .of($0.quantity.milli, at: $0.limit.microYuan * factor) }
        dearer.arcs = plain.arcs.map { $0.map { .of($0.offer, tariff: $0.tariff.microYuan * factor) } }
        #expect(try cleared(dearer).certificate.welfare == Int128(factor) * cleared(plain).certificate.welfare)
    }

    @Test(arguments: seeds, [Int64(3), 1_000]) func quantitiesScale(seed: UInt64, factor: Int64) throws {
        let plain = generated(seed)
        var larger = plain
        larger.offers = plain.offers.map { .of($0.capacity.milli * factor, at: $0.ask.microYuan) }
        larger.demands = plain.demands.map { .of($0.quantity.milli * factor, at: $0.limit.microYuan) }
        #expect(try cleared(larger).certificate.welfare == Int128(factor) * cleared(plain).certificate.welfare)
    }

    @Test(arguments: seeds) func anOfferSplitInTwoChangesNothing(seed: UInt64) throws {
        let plain = generated(seed)
        var split = plain
        let whole = plain.offers[3]
        split.offers[3] = .of(whole.capacity.milli / 2, at: whole.ask.microYuan)
        split.offers.append(.of(whole.capacity.milli - whole.capacity.milli / 2, at: whole.ask.microYuan))
        split.arcs = plain.arcs.map { arcs in
            arcs + arcs.filter { $0.offer == 3 }.map { .of(25, tariff: $0.tariff.microYuan) }
        }
        #expect(try cleared(split).certificate.welfare == cleared(plain).certificate.welfare)
    }

    @Test(arguments: seeds) func aRegionOutOfReachAddsItsOwnWelfareOnly(seed: UInt64) throws {
        let (plain, far) = (generated(seed), generated(seed &+ 1_000))
        var both = plain
        both.offers += far.offers
        both.demands += far.demands
        both.arcs += far.arcs.map { $0.map { .of($0.offer + 25, tariff: $0.tariff.microYuan) } }
        let sum = try cleared(plain).certificate.welfare + cleared(far).certificate.welfare
        #expect(try cleared(both).certificate.welfare == sum)
    }

    @Test(arguments: seeds) func moreCapacityIsWorthItsShadowPriceAtMost(seed: UInt64) throws {
        let plain = generated(seed)
        let before = try cleared(plain).certificate
        for offer in plain.offers.indices {
            var larger = plain
            larger.offers[offer] = .of(plain.offers[offer].capacity.milli + 1, at: plain.offers[offer].ask.microYuan)
            let gained = try cleared(larger).certificate.welfare - before.welfare
            #expect(gained >= 0 && gained <= Int128(before.shadowPrices[offer]))
        }
    }
}
