import Simulation
import Testing

struct SeededGeneratorTests {
    /// The first numbers of the reference implementation in C (S. Vigna, splitmix64.c) for the seed 1234567.
    @Test func isSplitMix64() {
        var random = SeededGenerator(seed: 1_234_567)
        let numbers = (0..<5).map { _ in random.next() }
        #expect(
            numbers == [
                6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
                4_593_380_528_125_082_431, 16_408_922_859_458_223_821,
            ])
    }

    @Test func drawsStayWithinTheirBounds() {
        var random = SeededGenerator(seed: 3)
        let below = (0..<1_000).map { _ in random.below(7) }
        #expect(Set(below) == Set(0..<7))
        let within = (0..<1_000).map { _ in random.number(-3...3) }
        #expect(Set(within) == Set(-3...3))
        let picked = (0..<1_000).map { _ in random.pick(["a", "b"]) }
        #expect(Set(picked) == ["a", "b"])
        #expect((0..<1_000).allSatisfy { _ in random.chance(100) && !random.chance(0) })
    }
}
