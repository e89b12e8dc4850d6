import Domain
import Matching
import Records
import Simulation
import Trading

extension RichMarket {
    /// The records of the market: catalogue, firms, offers, then demands on own money.
    ///
    /// Errors: none; a `Reason` is a fault of the generator.
    func journal(offers: Int, demands: Int) throws(Reason) -> [JournalEntry] {
        let firms = MarketFirms(providers: 120, buyers: 5_000)
        var exchange = MemoryExchange(keepsJournal: true)
        try exchange.open(try catalogue() + firms.opening())
        for listing in try self.offers(offers) {
            exchange.apply(.listOffer(listing.offer.terms), by: SimulatedActors.provider(listing.offer.provider))
        }
        for entry in try self.demands(demands) {
            let buyer = firms.buyer(entry.demand.buyer.number)
            exchange.apply(.submitDemand(entry.demand.terms), by: SimulatedActors.buyer(buyer))
        }
        return exchange.journal
    }

    /// Numbers are given in order from 1, so that zones and types keep theirs.
    private func catalogue() throws(Reason) -> [GeneratedCommand] {
        var chips: [Chip] = []
        for type in types where !chips.contains(where: { $0.code == type.terms.chip }) {
            guard let code = type.terms.chip else { continue }
            chips.append(Chip(code: code, architecture: type.terms.architecture, origin: type.terms.origin, rates: []))
        }
        var commands: [Command] = [.advanceClock(Stamp(hour: RichMarket.start - 1))]
        commands += zones.map {
            .defineZone(
                ZoneTerms(
                    code: $0.code, name: $0.name, nameEnglish: $0.nameEnglish, level: $0.level, parent: $0.parent))
        }
        commands += [.publishNetwork(links), .publishConversion(chips)]
        commands += types.map { .defineInstanceType($0.terms) }
        return commands.map { GeneratedCommand(actor: SimulatedActors.operators[0], command: $0) }
    }
}
