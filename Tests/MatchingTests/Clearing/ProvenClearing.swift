import Matching
import Testing

/// A batch cleared to its end, whose certificate holds.
func proven(
    _ offers: [ClearingProblem.Offer], _ demands: [ClearingProblem.Demand], _ arcs: [[ClearingProblem.Arc]]
) throws -> Clearing {
    let problem = try ClearingProblem(offers: offers, demands: demands, arcs: arcs)
    let clearing = Clearing(optimumOf: problem)
    #expect(clearing.certificate.verify(problem, clearing.fills).isEmpty)
    #expect(clearing.isFinished)
    return clearing
}
