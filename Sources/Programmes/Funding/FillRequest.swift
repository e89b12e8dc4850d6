import Domain

/// A fill whose public share is to be found.
public struct FillRequest: Hashable, Sendable {
    public let demand: DemandID
    public let applicant: ApplicantFacts
    /// Of this fill's contract, the fill included.
    public let contract: ContractFacts
    public let terms: FillTerms
    /// Of the contract before this fill.
    public let state: ContractState
    public let stamp: Stamp

    public init(
        demand: DemandID, applicant: ApplicantFacts, contract: ContractFacts, terms: FillTerms, state: ContractState,
        at stamp: Stamp
    ) {
        self.demand = demand
        self.applicant = applicant
        self.contract = contract
        self.terms = terms
        self.state = state
        self.stamp = stamp
    }
}

/// What one programme's evaluation of a fill came to.
public struct ContractEvaluation: Hashable, Sendable {
    public let programme: ProgrammeID
    public let version: Int64
    /// The contract's running eligible base and amount, this fill included.
    public let base: Money
    public let amount: Money
    public let trace: [TraceStep]
}
