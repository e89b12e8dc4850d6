import Domain
import MarketStudies
import Persistence
import Trading

/// What kept the unfilled demands from being filled, by the matcher at one sequence number.
struct Explanation {
    let sequence: Int64
    let causes: UnfilledCauses

    /// Folds the journal into a state of its own and asks it.
    ///
    /// Complexity: O(records) and that of `UnfilledCauses`.
    init(_ reader: JournalReader) throws {
        var exchange = Exchange()
        try reader.read { entry in try exchange.fold(entry) }
        sequence = exchange.sequence
        causes = UnfilledCauses(exchange)
    }

    /// Demands for which relaxing this dimension alone would bring offers in, in the order of the dimensions.
    var byDimension: [(name: String, demands: Int)] { causes.byDimension.map { ("\($0.dimension)", $0.demands) } }
}
