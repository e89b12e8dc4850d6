import Domain
import ExchangeAPI

/// One book, of the hour that most is wanted of, cleared under several escalation policies. Amounts are of that hour.
public struct PoliciesView: Encodable, Sendable {
    public let hour: Instant
    public let offers: Int64
    public let demands: Int64
    public let unitsWanted: Int64
    /// The last clears the nation at once.
    public let policies: [PolicyView]

    public init(hour: Hour, offers: Int64, demands: Int64, unitsWanted: Int64, policies: [PolicyView]) {
        self.hour = Instant(Stamp(hour: hour))
        self.offers = offers
        self.demands = demands
        self.unitsWanted = unitsWanted
        self.policies = policies
    }
}

/// What a book's clearing under a policy comes to.
public struct PolicyView: Encodable, Sendable {
    /// The levels that clear, in order.
    public let levels: [String]
    /// Units filled at each.
    public let unitsByLevel: [Int64]
    public let units: Int64
    /// What batches maximise, in fen: welfare less the policy tariff.
    public let valueFen: Int64
    public let welfareFen: Int64
    public let policyTariffFen: Int64
    /// The value in parts of a million of that of the nation's one clearing, half-even.
    public let shareMillionths: Int64
    /// Of the nation's one clearing, the bound that its prices prove; nil for the others.
    public let boundFen: Int64?

    public init(
        levels: [ZoneLevel], unitsByLevel: [Int64], units: Int64, valueFen: Int64, welfareFen: Int64,
        policyTariffFen: Int64, shareMillionths: Int64, boundFen: Int64?
    ) {
        self.levels = levels.map { "\($0)" }
        self.unitsByLevel = unitsByLevel
        self.units = units
        self.valueFen = valueFen
        self.welfareFen = welfareFen
        self.policyTariffFen = policyTariffFen
        self.shareMillionths = shareMillionths
        self.boundFen = boundFen
    }
}
