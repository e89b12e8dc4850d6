import Domain

/// The continuous market: offers and demands at rest, and the walk that matches them.
///
/// It knows prices, windows, capacity, zones and classes; it knows no money, no programmes and no
/// ownership graphs. Those come as data: a rate for each pair of classes, a relation for each pair of
/// parties, and while it decides a callback on funds. It has no clock: what falls due is taken out by
/// whoever has one, who also says which hours have begun.
///
/// Deciding changes nothing. A demand is admitted, decided, and the decision committed; or what was
/// decided earlier is folded through `take`, `rest` and `remove`, to the same state.
public struct MarketBook: ~Copyable {
    public let rule: PriceRule
    public let clock: ZoneClock

    var zones = ZoneTree()
    var types = TypeTable()
    var offerClasses = OfferClassTable()
    var requirements = RequirementTable()
    var reaches = ReachTable()
    var demandClasses = DemandClassTable()
    var subsidies = SubsidyRows()
    public internal(set) var pairs = PairTable()

    var offers = Slots<OfferRow>()
    var offerNumbers = NumberMap()
    var demands = Slots<DemandRow>()
    var demandNumbers = NumberMap()
    var buyers = BuyerTable()
    var capacity = FreeCapacity()
    var weeklyPrices = WeeklyPrices()
    /// The queues of offer books, cheapest first.
    var offerQueues = PriceBook()
    /// The queues of demand classes, dearest first.
    var demandQueues = PriceBook()
    /// How many listed offers have each lot size.
    var lotSizes: [Int64: Int] = [:]
    var conditional = ConditionalDemands()
    var frozen = FrozenTable()
    /// Nothing matches.
    public internal(set) var isHalted = false
    /// Offers that stand in no queue whatever they have free.
    var suspended: Set<OfferID> = []
    /// Unit-hours open of a demand of which some units have a part of their pieces: between the fills of one decision.
    var unitHours: [DemandID: Int64] = [:]
    /// No chosen hour is before it.
    var firstHour: Int32 = 0
    var quoted = QuotedTable()

    /// - Parameters:
    ///   - rule: how the price of a fill is found.
    ///   - clock: the time zone of prices by hour of the week.
    public init(rule: PriceRule, clock: ZoneClock) {
        self.rule = rule
        self.clock = clock
    }
}
