import Domain
import Wording

/// Why a demand is not filled: the listed offers by what they fail in.
public struct ExclusionsBody: Codable, Hashable, Sendable {
    /// Offers listed.
    public let offers: Int64
    /// Offers that fail in nothing.
    public let open: Int64
    /// In the order in which they are told; those that exclude nothing left out.
    public let dimensions: [DimensionBody]
    /// Offers that fail in exactly these: the first 64 sets, those of the fewest dimensions first.
    public let together: [ExcludedSetBody]
    public static let mostSets = 64

    public init(offers: Int64, open: Int64, dimensions: [DimensionBody], together: [ExcludedSetBody]) {
        self.offers = offers
        self.open = open
        self.dimensions = dimensions
        self.together = together
    }
}

public struct DimensionBody: Codable, Hashable, Sendable {
    /// As `price_limit`.
    public let dimension: String
    /// Offers that fail in it, whatever else they fail in.
    public let failing: Int64
    /// Offers that fail in it alone.
    public let alone: Int64

    public init(dimension: String, failing: Int64, alone: Int64) {
        self.dimension = dimension
        self.failing = failing
        self.alone = alone
    }
}

public struct ExcludedSetBody: Codable, Hashable, Sendable {
    /// Two or more.
    public let dimensions: [String]
    public let offers: Int64

    public init(dimensions: [String], offers: Int64) {
        self.dimensions = dimensions
        self.offers = offers
    }
}

/// A change by which the demand would be filled whole, and the demand to post.
public struct RemedyBody: Codable, Hashable, Sendable {
    public let changes: [Named<ChangedTerm>]
    public let distanceBasisPoints: Int64
    /// For people.
    public let text: String
    public let demand: DemandBody

    public init(changes: [ChangedTerm], distance: Int64, terms: DemandTerms, language: Language) {
        self.changes = changes.map(Named.init)
        distanceBasisPoints = distance
        text = Wording.sentence(changing: changes, language)
        demand = DemandBody(terms)
    }
}

/// Where a demand at rest stands among those that may want the same capacity.
public struct QueuePlaceBody: Codable, Hashable, Sendable {
    public let place: Int64
    public let count: Int64

    public init(place: Int64, count: Int64) {
        self.place = place
        self.count = count
    }
}

/// When a demand at rest may be filled, if it is, in seconds from now: drawn from so many that were filled, of so many
/// like it that ended.
public struct FillTimeBody: Codable, Hashable, Sendable {
    public let fromSeconds: Int64
    public let untilSeconds: Int64
    public let filled: Int64
    public let ended: Int64

    public init(fromSeconds: Int64, untilSeconds: Int64, filled: Int64, ended: Int64) {
        self.fromSeconds = fromSeconds
        self.untilSeconds = untilSeconds
        self.filled = filled
        self.ended = ended
    }
}

/// What becomes, or would become, of a demand at one record: GET …/explanation and POST /v1/demands/preview.
public struct ExplanationResource: Codable, Hashable, Sendable {
    /// What it would be; of a demand that stands, `open`.
    public let state: Named<OrderState>
    /// Why it would be closed, or refused.
    public let reason: ReasonCode?
    public let openMilli: Int64
    /// What it would be given at once.
    public let fills: [PlannedFillBody]
    /// What these cost, and who pays that; of a demand at rest, what it holds.
    public let cost: CostBody
    public let exclusions: ExclusionsBody
    /// What stands still and keeps it from what it could have, as `market` or `programme-2`.
    public let halts: [HaltScope]
    /// The nearest first.
    public let remedies: [RemedyBody]
    /// Whether all was tried that there is to try.
    public let exhaustive: Bool
    /// Of a demand at rest.
    public let queue: QueuePlaceBody?
    public let fillTime: FillTimeBody?

    public init(
        state: OrderState, reason: Reason?, open: Quantity, fills: [PlannedFillBody], cost: CostBody,
        exclusions: ExclusionsBody, halts: [HaltScope], remedies: [RemedyBody], exhaustive: Bool,
        queue: QueuePlaceBody?, fillTime: FillTimeBody?
    ) {
        self.state = Named(state)
        self.reason = reason.map(ReasonCode.init)
        openMilli = open.milli
        self.fills = fills
        self.cost = cost
        self.exclusions = exclusions
        self.halts = halts
        self.remedies = remedies
        self.exhaustive = exhaustive
        self.queue = queue
        self.fillTime = fillTime
    }
}
