import Domain

/// A market run under several rules, side by side: the values that the page shows and that its JSON holds.
///
/// Money in fen, prices in micro-yuan per unit-hour, capacity in milli-unit-hours, times in seconds of market time.
public struct StudyView: Encodable, Sendable {
    /// Where offers and demands came from.
    public let offers: String
    public let demands: String
    public let rowsRefused: [String: Int64]
    /// Whole hours between a demand and the earliest start of its window.
    public let noticeHours: Int64
    public let batchMinutes: Int64
    public let runs: [RunView]
    public let curves: [CurveView]
    /// nil where nothing is wanted.
    public let policies: PoliciesView?
    public let surge: SurgeView?
    public let bands: BandView?

    public init(
        offers: String, demands: String, rowsRefused: [String: Int64], noticeHours: Int64, batchMinutes: Int64,
        runs: [RunView], curves: [CurveView], policies: PoliciesView?, surge: SurgeView?, bands: BandView?
    ) {
        self.offers = offers
        self.demands = demands
        self.rowsRefused = rowsRefused
        self.noticeHours = noticeHours
        self.batchMinutes = batchMinutes
        self.runs = runs
        self.curves = curves
        self.policies = policies
        self.surge = surge
        self.bands = bands
    }
}

/// What one run came to.
public struct RunView: Encodable, Sendable {
    public let name: RunName
    public let demands: DemandFigures
    public let money: MoneyFigures
    public let fillSeconds: WaitView
    public let hubs: [HubView]
    /// Demands by the reason for which they ended unfilled, or were not accepted.
    public let ended: [String: Int64]
    public let refused: [String: Int64]
    /// Unfilled demands that relaxing this dimension alone would bring offers for; under `several` those that take more.
    public let unfilledBy: [String: Int64]
    public let batches: Int64
    public let batchesReleased: Int64
    public let journal: JournalFigures

    public init(
        name: RunName, demands: DemandFigures, money: MoneyFigures, fillSeconds: WaitView, hubs: [HubView],
        ended: [String: Int64], refused: [String: Int64], unfilledBy: [String: Int64], batches: Int64,
        batchesReleased: Int64,
        journal: JournalFigures
    ) {
        self.name = name
        self.demands = demands
        self.money = money
        self.fillSeconds = fillSeconds
        self.hubs = hubs
        self.ended = ended
        self.refused = refused
        self.unfilledBy = unfilledBy
        self.batches = batches
        self.batchesReleased = batchesReleased
        self.journal = journal
    }
}

/// A run by what tells it from the others.
public struct RunName: Encodable, Hashable, Sendable {
    /// As on the wire.
    public let lane: String
    public let priceRule: String

    public init(_ lane: Lane, _ rule: PriceRule) {
        self.lane = "\(lane)"
        priceRule = "\(rule)"
    }
}

/// How much was asked for and filled.
public struct DemandFigures: Encodable, Sendable {
    public let accepted: Int64
    public let refused: Int64
    public let filledWhole: Int64
    public let filledPartly: Int64
    public let fills: Int64
    public let wantedMilli: Int64
    public let filledMilli: Int64
    public let wantedMilliUnitHours: Int64
    public let filledMilliUnitHours: Int64

    public init(
        accepted: Int64, refused: Int64, filledWhole: Int64, filledPartly: Int64, fills: Int64, wantedMilli: Int64,
        filledMilli: Int64, wantedMilliUnitHours: Int64, filledMilliUnitHours: Int64
    ) {
        self.accepted = accepted
        self.refused = refused
        self.filledWhole = filledWhole
        self.filledPartly = filledPartly
        self.fills = fills
        self.wantedMilli = wantedMilli
        self.filledMilli = filledMilli
        self.wantedMilliUnitHours = wantedMilliUnitHours
        self.filledMilliUnitHours = filledMilliUnitHours
    }
}

/// What it was worth and what was paid.
public struct MoneyFigures: Encodable, Sendable {
    public let welfareFen: Int64
    public let buyersGainFen: Int64
    public let providersGainFen: Int64
    /// Ranked the offers; nobody paid it.
    public let policyTariffFen: Int64
    public let capacityFen: Int64
    public let transferFen: Int64
    public let publicFen: Int64
    public let grossPriceMicroYuan: Int64?
    public let netPriceMicroYuan: Int64?

    public init(
        welfareFen: Int64, buyersGainFen: Int64, providersGainFen: Int64, policyTariffFen: Int64, capacityFen: Int64,
        transferFen: Int64, publicFen: Int64, grossPriceMicroYuan: Int64?, netPriceMicroYuan: Int64?
    ) {
        self.welfareFen = welfareFen
        self.buyersGainFen = buyersGainFen
        self.providersGainFen = providersGainFen
        self.policyTariffFen = policyTariffFen
        self.capacityFen = capacityFen
        self.transferFen = transferFen
        self.publicFen = publicFen
        self.grossPriceMicroYuan = grossPriceMicroYuan
        self.netPriceMicroYuan = netPriceMicroYuan
    }
}

/// How long something took: nearest ranks.
public struct WaitView: Encodable, Sendable {
    public let count: Int64
    public let median: Int64?
    public let p90: Int64?
    public let longest: Int64?

    public init(count: Int64, median: Int64?, p90: Int64?, longest: Int64?) {
        self.count = count
        self.median = median
        self.p90 = p90
        self.longest = longest
    }
}

/// What a hub's zones served; without names what none of them did.
public struct HubView: Encodable, Sendable {
    public let hub: String?
    public let chinese: String?
    public let english: String?
    public let milliUnitHours: Int64

    public init(_ hub: Zone?, milliUnitHours: Int64) {
        self.hub = hub?.code.text
        chinese = hub?.name.text
        english = hub?.nameEnglish.text
        self.milliUnitHours = milliUnitHours
    }
}

/// The journal that the figures of a run are sums of.
public struct JournalFigures: Encodable, Sendable {
    public let records: Int64
    public let root: String

    public init(records: Int64, root: String) {
        self.records = records
        self.root = root
    }
}

/// Supply and demand of a kind of resource.
public struct CurveView: Encodable, Sendable {
    public struct Point: Encodable, Sendable {
        public let priceMicroYuan: Int64
        /// At this price or a better one.
        public let milliUnitHours: Int64

        public init(priceMicroYuan: Int64, milliUnitHours: Int64) {
            self.priceMicroYuan = priceMicroYuan
            self.milliUnitHours = milliUnitHours
        }
    }

    public let kind: String
    /// Cheapest first.
    public let supply: [Point]
    /// Dearest first, never empty.
    public let demand: [Point]

    public init(_ kind: ResourceKind, supply: [Point], demand: [Point]) {
        self.kind = "\(kind)"
        self.supply = supply
        self.demand = demand
    }
}
