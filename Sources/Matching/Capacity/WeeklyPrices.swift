import Domain

/// Prices by hour of the week under dense numbers, summed ahead so that any window is O(1).
struct WeeklyPrices: ~Copyable {
    private static let hours = 168
    /// Of each number 169: micro-yuan of the hours before hour i of the week.
    private var sums = Rows<Int64>()
    private var unused: ContiguousArray<Int32> = []

    /// The number of these prices, and the least of them.
    ///
    /// - Parameter prices: 168 of them.
    mutating func insert(_ prices: [UnitPrice]) -> (number: Int32, least: Int64) {
        let number = unused.popLast() ?? Int32(sums.count / (Self.hours + 1))
        let first = Int(number) * (Self.hours + 1)
        sums.extend(to: first + Self.hours + 1, with: 0)
        for (hour, price) in prices.enumerated() { sums[first + hour + 1] = sums[first + hour] + price.microYuan }
        return (number, prices.map(\.microYuan).min() ?? 0)
    }

    mutating func remove(_ number: Int32) { unused.append(number) }

    /// The sum over `hours` hours from `start`, an hour of the week, on.
    ///
    /// - Precondition: the number is in use.
    func sum(_ number: Int32, from start: Int, hours: Int64) -> Int64 {
        let first = Int(number) * (Self.hours + 1)
        let (weeks, rest) = hours.quotientAndRemainder(dividingBy: Int64(Self.hours))
        let end = start + Int(rest)
        let beyond =
            end > Self.hours
            ? sums[first + Self.hours] - sums[first + start] + sums[first + end - Self.hours]
            : sums[first + end] - sums[first + start]
        return weeks == 0 ? beyond : weeks * sums[first + Self.hours] + beyond
    }

    func prices(_ number: Int32) -> [Int64] { (0..<Self.hours).map { sum(number, from: $0, hours: 1) } }
}
