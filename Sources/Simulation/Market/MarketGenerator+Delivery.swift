import Domain
import Records

extension MarketGenerator {
    /// A provider reports what is due of a lease, whole or in part; more often than not all of it was used.
    mutating func reportUsage() -> GeneratedCommand? {
        guard let id = view.running.draw(&random), let lease = view.leases[id] else { return nil }
        let due = min(lease.endSecond, view.time.seconds)
        guard due > lease.reportedUntil else { return nil }
        let seconds = random.chance(60) ? due - lease.reportedUntil : random.number(1...due - lease.reportedUntil)
        let whole = lease.quantity.milli * seconds
        let used = random.chance(50) ? whole : random.below(whole + 1)
        let idle = random.chance(50) ? 0 : random.below(whole - used + 1)
        let report = UsageReport(
            lease: id, fromSecond: lease.reportedUntil, untilSecond: lease.reportedUntil + seconds, used: used,
            idle: idle)
        return GeneratedCommand(actor: SimulatedActors.provider(lease.provider), command: .reportUsage(report))
    }

    /// Of a lease that missed too much, or, in one case of five, of any.
    mutating func endLease() -> GeneratedCommand? {
        let failing = random.chance(80) ? view.failing.draw(&random) : nil
        guard let id = failing ?? view.running.draw(&random), let lease = view.leases[id] else { return nil }
        return GeneratedCommand(actor: SimulatedActors.buyer(lease.buyer), command: .endLease(id))
    }

    /// By the buyer where its money is given back, else by the provider.
    mutating func claim() -> GeneratedCommand? {
        let ripe = random.chance(90) ? view.claimable.draw(&random) : nil
        guard let id = ripe ?? view.running.draw(&random), let lease = view.leases[id] else { return nil }
        let byBuyer = lease.mode == .reimburse
        let actor = byBuyer ? SimulatedActors.buyer(lease.buyer) : SimulatedActors.provider(lease.provider)
        return GeneratedCommand(actor: actor, command: .claim(id))
    }
}
