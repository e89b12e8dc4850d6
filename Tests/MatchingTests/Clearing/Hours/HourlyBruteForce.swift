import Domain
import Matching

/// The greatest welfare by hour over all allocations in whole units that keep to the least fills, by trying each; and of
/// these the greatest nominal subsidy.
struct HourlyBruteForce {
    private let demands: [HourlyProblem.Demand]
    /// Of one demand, one offer and hours.
    private let pairs: [(demand: Int, offer: Int, hours: Range<Int>, gain: Int64, subsidy: Int64)]
    private var left: [[Int64]]
    private var got: [Int64]
    private var best: (welfare: Int64, subsidy: Int64) = (0, 0)

    static func welfare(of batch: GeneratedHours) -> Int64 { optimum(of: batch).welfare }

    static func optimum(of batch: GeneratedHours) -> (welfare: Int64, subsidy: Int64) {
        var search = HourlyBruteForce(batch)
        search.visit(0, (0, 0))
        return search.best
    }

    private init(_ batch: GeneratedHours) {
        (demands, left) = (batch.demands, batch.capacities)
        got = batch.demands.map { _ in 0 }
        pairs = batch.demands.enumerated().flatMap { number, demand in
            batch.arcs[number].indices.map { position in
                let (arc, start) = (batch.arcs[number][position], batch.starts[number][position])
                let hours = Int(start)..<Int(start + demand.hours)
                let gain = hours.reduce(Int64(0)) {
                    $0 + demand.limit.microYuan - arc.tariff.microYuan - batch.asks[Int(arc.offer)][$1]
                }
                let asked = hours.reduce(0) { $0 + batch.asks[Int(arc.offer)][$1] }
                return (number, Int(arc.offer), hours, gain, asked * (batch.rates?[number][position] ?? 0))
            }
        }
    }

    private mutating func visit(_ pair: Int, _ reached: (welfare: Int64, subsidy: Int64)) {
        guard pair < pairs.count else {
            let isKept = zip(got, demands).allSatisfy { $0 == 0 || $0 >= $1.minimum.milli }
            if isKept, reached > best { best = reached }
            return
        }
        let (demand, offer, hours, gain, subsidy) = pairs[pair]
        let room = min(demands[demand].quantity.milli - got[demand], hours.map { left[offer][$0] }.min() ?? 0)
        // Nobody pays more than the limit, not even for a part.
        for units in 0...(gain < 0 ? 0 : room) {
            for hour in hours { left[offer][hour] -= units }
            got[demand] += units
            visit(pair + 1, (reached.welfare + units * gain, reached.subsidy + units * subsidy))
            got[demand] -= units
            for hour in hours { left[offer][hour] += units }
        }
    }
}
