import Domain

/// What would become of a line of a bundle.
public struct LinePreviewBody: Codable, Hashable, Sendable {
    public let state: Named<OrderState>
    /// Why it would be closed, or refused.
    public let reason: ReasonCode?
    /// What it would be given at once: all of it, or nothing.
    public let fills: [PlannedFillBody]
    public let cost: CostBody

    public init(state: OrderState, reason: Reason?, fills: [PlannedFillBody], cost: CostBody) {
        self.state = Named(state)
        self.reason = reason.map(ReasonCode.init)
        self.fills = fills
        self.cost = cost
    }
}

/// Why a line keeps the bundle from being filled, and the nearest changes of that line by which it would be.
public struct ShortLineBody: Codable, Hashable, Sendable {
    /// Its position among the lines, from 0.
    public let line: Int64
    /// Where all lines begin together: the first hour that was tried, which is what is told of.
    public let start: WholeHour?
    /// Of what the lines before it have left.
    public let exclusions: ExclusionsBody
    /// Of the offers that fail in nothing, those too far from what serves the lines before.
    public let tooFar: Int64
    public let halts: [HaltScope]
    /// The nearest first; each names the line as it is to be posted, and fills the whole bundle.
    public let remedies: [RemedyBody]
    /// Whether all was tried that there is to try of this line.
    public let exhaustive: Bool

    public init(
        line: Int64, start: Hour?, exclusions: ExclusionsBody, tooFar: Int64, halts: [HaltScope],
        remedies: [RemedyBody], exhaustive: Bool
    ) {
        self.line = line
        self.start = start.map { WholeHour($0) }
        self.exclusions = exclusions
        self.tooFar = tooFar
        self.halts = halts
        self.remedies = remedies
        self.exhaustive = exhaustive
    }
}

/// What would become of a bundle at one record: POST /v1/bundles/preview.
public struct BundlePreviewResource: Codable, Hashable, Sendable {
    /// In their order.
    public let lines: [LinePreviewBody]
    /// Of all lines together.
    public let cost: CostBody
    /// For people.
    public let text: String
    public let short: ShortLineBody?

    public init(lines: [LinePreviewBody], text: String, short: ShortLineBody?) {
        self.lines = lines
        cost = CostBody(sumOf: lines.map(\.cost))
        self.text = text
        self.short = short
    }
}
