import Domain
import Matching

/// What becomes, or would become, of a demand, why, and what would fill it: at one sequence number.
public struct DemandExplanation: Sendable {
    /// What a walk gives it now. Of a demand at rest that is nothing: no book rests crossed.
    public let decision: Decision
    /// `fundsInsufficient` where it would be refused for that, and the decision is empty.
    public let refusal: Reason?
    /// What would stay open of it.
    public let open: Quantity
    /// What it is given would cost, and who would pay it; of a demand at rest, what it holds.
    public let cost: PlannedCost
    public let exclusions: ExclusionCounts
    /// Halts that keep it from what it could have: of the market, and of programmes whose lots could pay. Those of
    /// regions and providers are among the exclusions.
    public let halts: [HaltScope]
    public let remedies: Remedies
    /// Of a demand at rest.
    public let place: QueuePlace?
    /// Of a demand at rest, where enough others like it were filled lately.
    public let band: FillTimeBand?
}
