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

    private func band(_ filled: [Int64], unfilled: [Int64] = [], waited: Int64) -> FillTimeBand? {
        FillTimeBand(filled.map { ($0, true) } + unfilled.map { ($0, false) }, waited: waited)
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
