import Domain
import Records

extension MarketGenerator {
    /// Of an offer with a lease that runs, mostly; else of an open one.
    mutating func planWithdrawal() throws -> GeneratedCommand? {
        if random.chance(80), let id = view.running.draw(&random), let lease = view.leases[id] {
            let first = max(view.time.hour + 1, lease.reportedUntil / 3600)
            let plan = try withdrawal(from: first + random.number(0...6))
            return GeneratedCommand(
                actor: SimulatedActors.provider(lease.provider), command: .planWithdrawal(lease.offer, plan))
        }
        guard let offer = view.offers.draw(&random), let owner = view.offerOwners[offer] else { return nil }
        let plan = try withdrawal(from: view.time.hour + random.number(0...20))
        return GeneratedCommand(actor: SimulatedActors.provider(owner), command: .planWithdrawal(offer, plan))
    }

    mutating func withdrawal(from start: Hour) throws -> PlannedWithdrawal {
        let left = random.chance(60) ? Quantity.zero : try Quantity(1_000 * random.number(1...3))
        return try PlannedWithdrawal(window: Window(start, start + random.number(1...60)), left: left)
    }
}
