import Domain
import Matching

/// What an order at rest weighs in memory: a one-step schedule, one price, many orders in few classes.
///
/// Bytes of resident memory that the process grew by, for each of as many orders as make rounding to pages and what else
/// the process does negligible.
struct OrderWeight {
    let offer: Int64
    let demand: Int64

    /// - Parameter orders: on each side; at least one.
    init(_ market: RichMarket, orders: Int64) throws(Reason) {
        var book = market.emptyBook()
        let window = try Window(RichMarket.start, RichMarket.start + 24)
        offer = try OrderWeight.growth(by: orders) { () throws(Reason) in
            let schedule = try CapacitySchedule(
                steps: [CapacityStep(window: window, quantity: Quantity(unchecked: 8_000))])
            for number in 1...orders {
                let terms = try OfferTerms(
                    instanceType: InstanceTypeID(1 + number % 100), zone: RichMarket.city(number % 50),
                    schedule: schedule, lotSize: Quantity(unchecked: 1_000), shortestTermHours: 1,
                    price: .flat(UnitPrice(unchecked: 5_000_000 + number * 7_919 % 1_000_000)), vat: .cloudService,
                    buyers: .everyone, tier: .declared)
                let offer = Offer(
                    id: OfferID(number), provider: PartyID(1), terms: terms, place: Place(sequence: number))
                book.list(offer, admissionClass: 0)
            }
        }
        let facts = try RichMarket.facts(of: PartyID(2))
        demand = try OrderWeight.growth(by: orders) { () throws(Reason) in
            for number in 1...orders {
                let terms = try DemandTerms(
                    requirements: try Requirements(instanceTypes: [InstanceTypeID(1 + number % 100)]),
                    quantity: Quantity(unchecked: 1_000), window: window, home: RichMarket.city(number % 50),
                    reach: Reach(level: .city, latencyMicrosecondsMost: nil),
                    limit: UnitPrice(unchecked: 1_000_000 + number * 7_919 % 1_000_000), policy: .goodTillCancelled)
                let demand = Demand(
                    id: DemandID(number), buyer: PartyID(2), terms: terms,
                    place: Place(sequence: orders + number))
                book.admit(MarketDemand(demand: demand, buyer: facts, subsidyClass: 0, network: 1))
                book.rest(demand.id)
            }
        }
    }

    private static func growth(by orders: Int64, _ body: () throws(Reason) -> Void) throws(Reason) -> Int64 {
        let before = ResidentMemory.bytes
        try body()
        return (ResidentMemory.bytes - before) / orders
    }
}
