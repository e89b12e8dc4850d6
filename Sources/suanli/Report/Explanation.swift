import Domain
import Matching
import Persistence
import Trading

/// What kept the unfilled demands from being filled, by the matcher at one sequence number.
struct Explanation {
    let sequence: Int64
    let unfilled: Int
    /// Demands for which relaxing this dimension alone would bring offers in, in the order of the dimensions.
    let byDimension: [(name: String, demands: Int)]
    /// Demands for which no single dimension would.
    let several: Int

    /// Folds the journal into a state of its own and asks it.
    ///
    /// Complexity: O(records + unfilled demands × (types + offers)).
    init(_ reader: JournalReader) throws {
        var exchange = Exchange()
        try reader.read { entry in try exchange.fold(entry) }
        var (counts, unfilled, several) = ([Int](repeating: 0, count: Dimension.allCases.count), 0, 0)
        for number in 1...max(1, exchange.demandCount) {
            guard let found = exchange.exclusions(ofEnded: DemandID(number)) else { continue }
            unfilled += 1
            let sole = Dimension.allCases.filter { found.alone($0) > 0 }
            for dimension in sole { counts[Int(dimension.rawValue)] += 1 }
            if sole.isEmpty { several += 1 }
        }
        sequence = exchange.sequence
        self.unfilled = unfilled
        self.several = several
        byDimension = Dimension.allCases.map { ("\($0)", counts[Int($0.rawValue)]) }.filter { $0.1 > 0 }
    }
}
