import Domain
import Records
import Testing

@testable import Trading

/// Trades that make a reference price, and what it then is.
extension SmallMarket {
    /// Sells units for ten hours, a day from now, at once and at the ask; on own money where nothing else is said.
    @discardableResult
    func sell(
        _ units: Int64, at yuan: Int64, zone: ZoneID = SmallMarket.home, funding: Funding = .ownMoney,
        acceptsRelated: Bool = false
    ) throws -> Fill {
        let start = world.time.hour - TestExchange.start + 24
        _ = try offer(units, at: yuan, from: start, until: start + 10, zone: zone)
        let terms = try demandTerms(
            units, limit: yuan + 1, from: start, until: start + 10, funding: funding, acceptsRelated: acceptsRelated)
        let record = try world.accept(.submitDemand(terms), by: TestExchange.buyer(Self.buyer))
        return try #require(record.fills.first { $0.quantity.milli == units * 1_000 })
    }

    /// Lets the clock run to the next midnight in Shanghai, 16:00 UTC.
    func pastMidnight() throws {
        let hour = world.time.hour - TestExchange.start
        try world.advance(hours: 24 - (hour + 8) % 24)
    }

    /// The version in force, and what it gives a class in yuan per unit-hour, with its basis.
    func reference(_ zone: ZoneID = SmallMarket.home) -> (version: Int64, yuan: Double?, basis: ReferenceBasis?) {
        let version = world.exchange.references.version
        let finding = world.exchange.references.finding(
            of: ReferenceClass(instanceType: Self.type, zone: zone), version: version)
        return (version, finding.map { Double($0.price.microYuan) / 1_000_000 }, finding?.basis)
    }

    /// More providers, each owned by nobody known.
    func providers(_ numbers: ClosedRange<Int>) throws -> [PartyID] {
        try numbers.map { try admit(Self.registration($0, buys: false, provides: true), by: 2) }
    }
}
