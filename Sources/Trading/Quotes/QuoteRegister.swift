import Accounting
import Domain
import Records

/// The policy of quotes, and the open ones.
struct QuoteRegister {
    private(set) var policy = QuotePolicy.standard
    private(set) var policyVersion: Int64 = 0
    private var open: [DemandID: Quote] = [:]
    /// How many each buyer has.
    private var counts: [PartyID: Int64] = [:]

    subscript(id: DemandID) -> Quote? { open[id] }

    /// The open ones, ascending. Complexity: O(n log n).
    var quotes: [Quote] { open.values.sorted { $0.id < $1.id } }

    func isOpen(_ id: DemandID) -> Bool { !open.isEmpty && open[id] != nil }
    func count(of buyer: PartyID) -> Int64 { counts[buyer] ?? 0 }

    mutating func set(_ policy: QuotePolicy, version: Int64) { (self.policy, policyVersion) = (policy, version) }

    mutating func add(_ quote: Quote) {
        open[quote.id] = quote
        counts[quote.demand.buyer, default: 0] += 1
    }

    mutating func remove(_ id: DemandID) {
        guard let quote = open.removeValue(forKey: id) else { return }
        let left = count(of: quote.demand.buyer) - 1
        counts[quote.demand.buyer] = left > 0 ? left : nil
    }
}
