/// How far a solver goes. Both bounds count what it does, never time, so that they mean the same on every machine.
public struct ClearingEffort: Hashable, Sendable {
    /// Arcs that may be looked at. Where they are used up, the best allocation so far is the result.
    public let arcsMost: Int
    /// It is enough where the certified gap is not more than so many millionths of the bound; 0 asks for the optimum.
    public let gapMillionths: Int64

    public init(arcsMost: Int, gapMillionths: Int64 = 0) {
        self.arcsMost = max(0, arcsMost)
        self.gapMillionths = max(0, gapMillionths)
    }

    /// The optimum; the bound is about a hundred times what generated markets need.
    public static func optimum(of problem: ClearingProblem) -> ClearingEffort {
        ClearingEffort(arcsMost: 1_000_000 + 2_000 * (problem.arcs.count + problem.demands.count))
    }
}
