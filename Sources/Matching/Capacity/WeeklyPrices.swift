import Domain

/// Prices by hour of the week, summed ahead so that any window is O(1).
struct WeeklyPrices {
    /// Micro-yuan of the hours before hour i of the week; 169 of them.
    private let sums: ContiguousArray<Int64>
    let least: Int64

    /// - Parameter prices: 168 of them.
    init(_ prices: [UnitPrice]) {
        var running: ContiguousArray<Int64> = [0]
        for price in prices { running.append(running[running.count - 1] + price.microYuan) }
        sums = running
        least = prices.map(\.microYuan).min() ?? 0
    }

    /// The sum over `hours` hours from `first` hour of the week on.
    func sum(from first: Int, hours: Int64) -> Int64 {
        let (weeks, rest) = hours.quotientAndRemainder(dividingBy: 168)
        let end = first + Int(rest)
        let beyond = end > 168 ? sums[168] - sums[first] + sums[end - 168] : sums[end] - sums[first]
        return weeks * sums[168] + beyond
    }

    var prices: [Int64] { (0..<168).map { sums[$0 + 1] - sums[$0] } }
}
