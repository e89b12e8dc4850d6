import Domain
import MatchingOracle
import Simulation

extension GeneratedHistory {
    /// Of one of the latest demands, open or not: a limit, a quantity, a time limit, or several of them.
    mutating func demandAmendment() throws -> OracleCommand {
        let position = latest(of: demands.count)
        let demand = demands[position]
        let quantity = max(lots[0], demand.terms.quantity.milli + random.pick(lots) * random.number(-4...2))
        let change = try DemandAmendment(
            limit: random.chance(40) ? UnitPrice(10 * random.number(7...20)) : nil,
            quantity: random.chance(60) ? Quantity(quantity) : nil,
            timeInForce: random.chance(20) ? .goodTill(Stamp(hour: GeneratedHistory.firstHour + 1)) : nil)
        if let terms = try? demand.terms.amended(by: change) {
            demands[position] = demand.amended(terms, place: demand.place)
        }
        return .amendDemand(
            demand.id, change, subsidyClass: Int32(random.number(0...2)), links: random.pick(catalogue.networks),
            place: place())
    }

    /// Of one of the latest offers: a price, more or less at some steps of its schedule, or another schedule.
    mutating func offerAmendment() throws -> OracleCommand {
        let position = latest(of: offers.count)
        let offer = offers[position]
        let lot = offer.terms.lotSize.milli
        var schedule: CapacitySchedule?
        switch random.number(0...3) {
        case 0: break
        case 1: schedule = try self.schedule(lot: lot)
        default: schedule = try changed(offer.terms.schedule, lot: lot)
        }
        let change = try OfferAmendment(price: random.chance(40) ? price() : nil, schedule: schedule)
        offers[position] = offer.amended(try offer.terms.amended(by: change), place: offer.place)
        return .amendOffer(offer.id, change, place: place())
    }

    private mutating func latest(of count: Int) -> Int { count - 1 - Int(random.below(Int64(min(count, 8)))) }

    /// One step has more or less, or ends earlier or later.
    private mutating func changed(_ schedule: CapacitySchedule, lot: Int64) throws -> CapacitySchedule {
        var steps = schedule.steps
        let position = Int(random.below(Int64(steps.count)))
        let step = steps[position]
        let last = position == steps.count - 1
        let quantity = max(lot, step.quantity.milli + lot * random.number(-2...1))
        let end = max(step.window.start + 1, step.window.end + (last ? random.number(-3...2) : random.number(-3...0)))
        steps[position] = CapacityStep(window: try Window(step.window.start, end), quantity: try Quantity(quantity))
        return try CapacitySchedule(steps: steps)
    }
}
