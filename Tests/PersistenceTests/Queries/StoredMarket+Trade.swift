import Domain
import Records
import Testing
import Trading

extension StoredMarket {
    /// Orders that end in each way: filled out of two offers, partly filled, cancelled, refused, at rest for long.
    func trade() throws {
        try offer(10, at: 20)
        try offer(5, at: 22, zone: Self.away)
        try offer(5, at: 30, by: Self.both)
        try amendOffer()
        try accept(.withdrawOffer(OfferID(3)), by: .provider(Self.both))
        try demand(12, limit: 25)
        try demand(4, limit: 25)
        try accept(
            .amendDemand(
                DemandID(2),
                try DemandAmendment(limit: try UnitPrice(21_000_000), quantity: try Quantity(5_000))),
            by: .buyer(Self.buyer))
        try demand(2, limit: 10, by: Self.both)
        try accept(.cancelDemand(DemandID(3)), by: .buyer(Self.both))
        try offer(3, at: 26)
        try demand(2, limit: 27, by: Self.both, funding: .ownMoney)
        let refused = try apply(
            .submitDemand(try demandTerms(900_000, limit: 1_000, funding: .ownMoney)), by: .buyer(Self.buyer))
        #expect(refused.header.outcome == .refused(.fundsInsufficient))
        try demand(1, limit: 1, from: 2_000, until: 2_010)
    }

    /// Another price, and two steps in place of one.
    private func amendOffer() throws {
        let steps = try [(10, 100, 4_000), (100, 150, 2_000)].map { from, until, milli in
            CapacityStep(
                window: try Window(Self.start + from, Self.start + until), quantity: try Quantity(milli))
        }
        let change = try OfferAmendment(
            price: .flat(try UnitPrice(31_000_000)), schedule: try CapacitySchedule(steps: steps))
        try accept(.amendOffer(OfferID(3), change), by: .provider(Self.both))
    }

    /// Lease 1 is used, idle and missed; 2 is reported in two parts; 3 is ended by its buyer; 4 is never reported.
    func deliver() throws {
        try advance(hours: 34)
        try report(LeaseID(1), from: 24, until: 34, used: 50, idle: 30)
        try report(LeaseID(2), from: 24, until: 30, used: 12, idle: 0)
        try report(LeaseID(2), from: 30, until: 34, used: 0, idle: 8)
        try advance(hours: 17)
        try accept(.endLease(LeaseID(3)), by: .buyer(Self.buyer))
        try advance(hours: 73)
        try accept(.claim(LeaseID(1)), by: .provider(Self.provider))
    }

    /// Hours are counted from the start of the tests; amounts in unit-hours.
    private func report(_ lease: LeaseID, from: Hour, until: Hour, used: Int64, idle: Int64) throws {
        let report = UsageReport(
            lease: lease, fromSecond: (Self.start + from) * 3_600, untilSecond: (Self.start + until) * 3_600,
            used: used * 3_600_000, idle: idle * 3_600_000)
        try accept(.reportUsage(report), by: .provider(Self.provider))
    }

    /// Hours are counted from the start of the tests; price in yuan per unit-hour.
    @discardableResult
    func offer(
        _ units: Int64, at yuan: Int64, from: Hour = 0, until: Hour = 200, zone: ZoneID = StoredMarket.home,
        by party: PartyID = StoredMarket.provider
    ) throws -> Record {
        let step = CapacityStep(
            window: try Window(Self.start + from, Self.start + until), quantity: try Quantity(units * 1_000))
        let terms = try OfferTerms(
            instanceType: InstanceTypeID(1), zone: zone, schedule: try CapacitySchedule(steps: [step]),
            lotSize: try Quantity(1_000), shortestTermHours: 1, price: .flat(try UnitPrice(yuan * 1_000_000)),
            vat: .cloudService, buyers: .everyone, tier: .declared)
        return try accept(.listOffer(terms), by: .provider(party))
    }

    func demandTerms(
        _ units: Int64, limit yuan: Int64, from: Hour = 24, until: Hour = 34, lane: Lane = .now,
        funding: Funding = .automatic
    ) throws -> DemandTerms {
        try DemandTerms(
            requirements: try Requirements(kind: .accelerator), quantity: try Quantity(units * 1_000),
            window: try Window(Self.start + from, Self.start + until), home: Self.home,
            reach: Reach(level: .nation, latencyMicrosecondsMost: nil), limit: try UnitPrice(yuan * 1_000_000),
            policy: .goodTillCancelled, use: .training, lane: lane, funding: funding)
    }

    @discardableResult
    func demand(
        _ units: Int64, limit yuan: Int64, from: Hour = 24, until: Hour = 34, by party: PartyID = StoredMarket.buyer,
        lane: Lane = .now, funding: Funding = .automatic
    ) throws -> Record {
        let terms = try demandTerms(units, limit: yuan, from: from, until: until, lane: lane, funding: funding)
        return try accept(.submitDemand(terms), by: .buyer(party))
    }
}
