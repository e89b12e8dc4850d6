import Domain

/// The public side of a contract: the totals of each programme that was evaluated for it.
///
/// At most one of them has an amount: a contract draws on one version of one programme, see
/// `docs/decisions/0007-programmes.md`.
public struct ContractState: Hashable, Sendable {
    /// In order of programme and version.
    public private(set) var totals: [ContractTotals] = []

    public init() {}

    /// `totals` are in order of programme and version.
    public init(restoring totals: [ContractTotals]) { self.totals = totals }

    /// The programme that pays this contract, once one does.
    public var payer: ContractTotals? { totals.first { $0.amount > .zero } }

    public func totals(_ programme: ProgrammeID, version: Int64) -> ContractTotals {
        totals.first { $0.programme == programme && $0.version == version }
            ?? ContractTotals(programme: programme, version: version)
    }

    /// Takes in one evaluation; recovery calls it with what the event holds.
    public mutating func record(
        programme: ProgrammeID, version: Int64, base: Money, amount: Money, trace: [TraceStep]
    ) {
        var changed = totals(programme, version: version)
        changed.record(base: base, amount: amount, trace: trace)
        totals.removeAll { $0.programme == programme && $0.version == version }
        let place = totals.firstIndex { (programme, version) < ($0.programme, $0.version) } ?? totals.endIndex
        totals.insert(changed, at: place)
    }
}
