import Domain

/// One programme's running totals of a contract: all fills of one demand with one provider.
public struct ContractTotals: Hashable, Sendable {
    public let programme: ProgrammeID
    public let version: Int64
    /// Eligible base of the fills so far.
    public private(set) var base: Money
    /// Σ base × rate in basis points over the fills: fills of one contract may have different rates.
    public private(set) var weighted: Int128
    /// What the programme has paid, or under `reimburse` promised, of the contract.
    public private(set) var amount: Money

    public init(programme: ProgrammeID, version: Int64) {
        self.programme = programme
        self.version = version
        base = .zero
        weighted = 0
        amount = .zero
    }

    /// Totals as they were left.
    public init(programme: ProgrammeID, version: Int64, base: Money, weighted: Int128, amount: Money) {
        self.programme = programme
        self.version = version
        self.base = base
        self.weighted = weighted
        self.amount = amount
    }

    /// Takes in one fill's evaluation: the running base and amount after it, and its trace.
    ///
    /// The rate step of the trace names the rate of this fill's base. This is all that recovery needs to fold
    /// stored evaluations into the same totals.
    public mutating func record(base newBase: Money, amount newAmount: Money, trace: [TraceStep]) {
        let rate = trace.first { $0.phase == .rate }?.input ?? 0
        weighted += Int128((newBase - base).fen) * Int128(rate)
        base = newBase
        amount = newAmount
    }

    /// What the rate phase would give by now and was not paid, rounded up: a minimum not reached, a lot run out.
    public var shortfall: Money {
        let atRate = Rounding.up.quotient(weighted, PhaseChain.partsPerFen)
        return max(.zero, Money(fen: Int64(clamping: atRate)) - amount)
    }
}
