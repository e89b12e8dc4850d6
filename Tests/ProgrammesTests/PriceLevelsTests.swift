import Domain
import Programmes
import Simulation
import Testing

/// The median of weighted prices: by hand, and against one that lays every unit of weight out in a row.
struct PriceLevelsTests {
    /// `5, 7 x3` is a weight of 1 at 5 and of 3 at 7.
    private func levels(_ text: String) -> PriceLevels {
        var levels = PriceLevels()
        for entry in text.split(separator: ",") {
            let parts = entry.split(separator: "x").map { Int64($0.filter { $0 != " " })! }
            levels.add(UnitPrice(unchecked: parts[0]), weight: Int128(parts.count > 1 ? parts[1] : 1))
        }
        return levels
    }

    @Test(arguments: [
        ("5", 5), ("9, 5, 7", 7), ("5, 9", 7), ("5, 8, 10, 20", 9),
        // A half goes to the even micro-yuan.
        ("5, 8", 6), ("5, 10", 8), ("4, 5", 4), ("5, 6", 6),
        // By weight: just under half, half, just over half.
        ("5 x3, 9 x4", 9), ("5 x4, 9 x4", 7), ("5 x4, 9 x3", 5),
        ("1 x2, 5, 9", 3), ("1 x3, 5, 9", 1), ("7, 7, 1, 9", 7),
    ])
    func byHand(_ text: String, _ median: Int64) {
        #expect(levels(text).median == UnitPrice(unchecked: median))
    }

    @Test func ofNothingThereIsNone() {
        var levels = levels("5, 7 x3")
        #expect(!levels.isEmpty)
        levels.remove(UnitPrice(unchecked: 5), weight: 1)
        levels.remove(UnitPrice(unchecked: 7), weight: 2)
        #expect(levels.median == UnitPrice(unchecked: 7))
        levels.remove(UnitPrice(unchecked: 7), weight: 1)
        #expect(levels.isEmpty && levels.median == nil)
    }

    @Test func theLargestWeightsDoNotOverflow() {
        var levels = PriceLevels()
        let weight = Int128(1_000_000_000) * 87_600 * (1 << 30)
        levels.add(UnitPrice(unchecked: UnitPrice.mostMicroYuan), weight: weight)
        levels.add(UnitPrice(unchecked: UnitPrice.mostMicroYuan - 2), weight: weight)
        #expect(levels.median == UnitPrice(unchecked: UnitPrice.mostMicroYuan - 1))
    }

    @Test func asTheNaiveOne() {
        var random = SeededGenerator(seed: 20_261_125)
        for _ in 0..<2_000 {
            var (row, levels) = ([Int64](), PriceLevels())
            for _ in 0..<(random.number(1...7)) {
                let (price, weight) = (random.number(0...11), random.number(1...6))
                row += [Int64](repeating: price, count: Int(weight))
                levels.add(UnitPrice(unchecked: price), weight: Int128(weight))
            }
            row.sort()
            let middle = row[(row.count - 1) / 2] + row[row.count / 2]
            // The mean of the middle two, which are one where the count is odd; a half to the even.
            let naive = middle % 2 == 0 ? middle / 2 : middle / 2 + (middle / 2) % 2
            #expect(levels.median == UnitPrice(unchecked: naive), "\(row)")
        }
    }
}
