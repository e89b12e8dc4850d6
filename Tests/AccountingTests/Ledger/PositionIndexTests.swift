import Testing

@testable import Accounting

struct PositionIndexTests {
    /// Words that many values have in common, and words that differ in high bits alone: each value is found at its own
    /// position, and one that was not taken in is not.
    @Test(arguments: [1, 7, 1_000, 1 << 40] as [UInt64])
    func findsEachValueAtItsPosition(step: UInt64) {
        let values = (0..<600).map { $0 * 3 }
        func word(_ value: Int) -> UInt64 { step == 7 ? UInt64(value % 7) : UInt64(value) &* step }
        var index = PositionIndex()
        for (position, value) in values.enumerated() {
            #expect(index.position(word: word(value)) { values[$0] == value && $0 < position } == nil)
            index.append(word: word(value))
        }
        for (position, value) in values.enumerated() {
            #expect(index.position(word: word(value)) { values[$0] == value } == position)
            #expect(index.position(word: word(value + 1)) { values[$0] == value + 1 } == nil)
        }
    }
}
