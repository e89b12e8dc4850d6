import Domain
import Records
import Simulation
import Testing

@testable import Trading

/// When a demand at rest is filled: the band that is told when it comes to rest, against what then happens.
struct FillTimeBandTests {
    @Test func isTheTenthAndTheNineTenthOfWhatOthersTook() throws {
        #expect(band(Array(1...8), waited: 0) == nil)
        let nine = try #require(band([9, 1, 8, 2, 7, 3, 6, 4, 5], waited: 0))
        #expect(nine.fromSeconds == 1 && nine.untilSeconds == 9 && nine.filled == 9 && nine.ended == 9)
        let many = try #require(band(Array(1...19), waited: 0))
        #expect(many.fromSeconds == 2 && many.untilSeconds == 18 && many.filled == 19)
        let later = try #require(band(Array(1...19), unfilled: [4, 30], waited: 5))
        #expect(later.fromSeconds == 0 && later.untilSeconds == 14 && later.filled == 15 && later.ended == 16)
        #expect(band(Array(1...19), waited: 12) == nil)
    }

    /// Of twenty that came to rest, nine were filled within nine seconds, and the others rest for twelve so far: as far as
    /// is known all of them may be filled, and the band ends when nothing can be any more. Only by and by, as they end
    /// unfilled, those nine become all that there was to know.
    @Test func whoRestsStillMayBeFilledLater() throws {
        let early = try #require(band(Array(1...9), open: [Int64](repeating: 12, count: 11), waited: 0))
        #expect(early.fromSeconds == 1 && early.untilSeconds == 1_000 && early.filled == 9 && early.ended == 9)
        let later = try #require(
            band(Array(1...9), unfilled: [Int64](repeating: 20, count: 11), waited: 0))
        #expect(later.fromSeconds == 1 && later.untilSeconds == 9 && later.ended == 20)
        // Those that came a moment ago say nothing of times.
        let young = try #require(band(Array(1...9), open: [Int64](repeating: 0, count: 11), waited: 0))
        #expect(young.fromSeconds == 1 && young.untilSeconds == 9)
        let near = try #require(band(Array(1...9), open: [12, 12, 12], waited: 0, latest: 5))
        #expect(near.fromSeconds == 1 && near.untilSeconds == 5)
        let past = try #require(band(Array(11...19), open: [12, 12, 12], waited: 10, latest: 0))
        #expect(past.fromSeconds == 0 && past.untilSeconds == 0)
    }

    /// Nine demands were filled an hour after they came; eleven that offer less rest still, or came to the end of their time.
    @Test func theExchangeCountsWhoRestsStill() throws {
        let hour: Int64 = 3_600
        let still = try bandAfterNine(others: .goodTillCancelled)
        #expect(still.fromSeconds == hour && still.untilSeconds == 12 * hour && still.ended == 9)
        let ended = try bandAfterNine(others: try FillPolicy(.goodTill(Stamp(hour: TestExchange.start + 6))))
        #expect(ended.fromSeconds == hour && ended.untilSeconds == hour && ended.ended == 20)
        let short = try bandAfterNine(
            others: .goodTillCancelled, own: try FillPolicy(.goodTill(Stamp(hour: TestExchange.start + 15))))
        #expect(short.fromSeconds == hour && short.untilSeconds == 3 * hour)
    }

    /// Of a demand that comes to rest twelve hours after those, twelve hours before its window.
    private func bandAfterNine(others: FillPolicy, own: FillPolicy = .goodTillCancelled) throws -> FillTimeBand {
        let market = try SmallMarket(fee: 0, deposit: 10_000_000)
        for _ in 0..<9 { _ = try market.demand(1, limit: 10) }
        for _ in 0..<11 { _ = try market.demand(1, limit: 5, policy: others) }
        try market.world.advance(hours: 1)
        let served = try market.offer(9, at: 10)
        #expect(served.fills.count == 9)
        try market.world.advance(hours: 11)
        _ = try market.demand(1, limit: 5, policy: own)
        let band = market.world.exchange.fillTimeBand(of: DemandID(21))
        return try #require(band)
    }

    /// One demand comes each second and is filled after 1 to 400 seconds, drawn evenly, but a quarter which never is: of
    /// those that come while nothing slow can have ended yet the band holds as of the others.
    @Test func holdsFromTheBeginning() {
        let seed = GeneratedHistoryTests.firstSeed
        print("FillTimeBandTests: drawn times from seed \(seed)")
        var random = SeededGenerator(seed: seed)
        let waits = (0..<2_000).map { _ in (seconds: random.number(1...400), isFilled: !random.chance(25)) }
        var (told, hits): ([Int], [Int]) = ([0, 0], [0, 0])
        for (now, wait) in waits.enumerated() where wait.isFilled {
            let rests = waits.prefix(now).enumerated().map { came, wait in
                let age = Int64(now - came)
                return age < wait.seconds
                    ? RestTime(seconds: age, end: .open)
                    : RestTime(seconds: wait.seconds, end: wait.isFilled ? .filled : .unfilled)
            }
            guard let band = FillTimeBand(rests, waited: 0, latest: 400) else { continue }
            let era = now < 400 ? 0 : 1
            told[era] += 1
            if band.fromSeconds <= wait.seconds, wait.seconds <= band.untilSeconds { hits[era] += 1 }
        }
        print("FillTimeBandTests: of \(told) told at the beginning and later, \(hits) within the band")
        #expect(told[0] > 150 && hits[0] * 100 >= told[0] * 80)
        #expect(told[1] > 1_000 && hits[1] * 100 >= told[1] * 74 && hits[1] * 100 <= told[1] * 90)
    }

    private func band(
        _ filled: [Int64], unfilled: [Int64] = [], open: [Int64] = [], waited: Int64, latest: Int64 = 1_000
    ) -> FillTimeBand? {
        let rests: [(RestTime.End, [Int64])] = [(.filled, filled), (.unfilled, unfilled), (.open, open)]
        return FillTimeBand(
            rests.flatMap { end, times in times.map { RestTime(seconds: $0, end: end) } }, waited: waited,
            latest: latest)
    }

    /// Of the demands of replayed markets that had a band and were filled, how many were filled within it: the band says
    /// eight in ten.
    @Test func holdsOnReplayedLoad() {
        let isLong = GeneratedHistoryTests.histories > 12
        let histories: UInt64 = isLong ? 40 : 4
        var (hits, filled, told) = (0, 0, 0)
        for number in UInt64(0)..<histories {
            let seed = GeneratedHistoryTests.firstSeed &+ number
            let journal = SimulatedExchange.journal(
                seed: seed, sizes: MarketSizes(parties: 8, offers: 1_000, commands: 2_000, hours: 1_500))
            var exchange = Exchange()
            var bands: [DemandID: (band: FillTimeBand, at: Stamp)] = [:]
            for entry in journal {
                do { try exchange.fold(entry) } catch { Issue.record("seed \(seed): \(error)") }
                let stamp = entry.record.header.stamp
                for event in entry.record.events {
                    switch event {
                    case .demandRested(let id, _) where bands[id] == nil:
                        let resting = exchange.orders.demand(id)!
                        if let band = exchange.fillTimeBand(of: resting) { bands[id] = (band, stamp) }
                    case .demandClosed(let id, nil):
                        guard let (band, at) = bands[id] else { continue }
                        filled += 1
                        let took = stamp.seconds - at.seconds
                        if band.fromSeconds <= took, took <= band.untilSeconds { hits += 1 }
                    default: break
                    }
                }
            }
            told += bands.count
        }
        print("FillTimeBandTests: \(told) bands told, \(filled) of them filled, \(hits) within the band")
        // So few in a short run that chance has its part.
        #expect(filled >= (isLong ? 150 : 8))
        #expect(hits * 100 >= filled * (isLong ? 70 : 50), "the band holds much less often than it says")
    }
}
