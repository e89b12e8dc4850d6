import Accounting
import Domain
import Records
import Simulation
import Testing

/// Generated leases and reports against an oracle that keeps one running total a source.
@Suite struct LeasePropertyTests {
    private struct Stretch {
        var used: Int64
        var idle: Int64
        var missed: Int64
    }

    private func lease(_ chance: inout SeededGenerator) throws -> LeaseAccount {
        let shares = [
            own(chance.number(0...2000)), share(1, 0, chance.number(0...900)), share(1, 1, chance.number(0...9)),
        ]
        return try LeaseAccount(
            fill(
                milli: chance.number(1...3) * 500, hours: chance.number(1...4),
                shares: shares + [share(2, 0, chance.number(0...500))], transfer: chance.number(0...30),
                fee: chance.number(0...10_000)), lots: termsByThrees)
    }

    /// Cuts the whole into stretches at random; the last takes the rest.
    private func stretches(_ whole: Int64, _ chance: inout SeededGenerator) -> [Stretch] {
        var (left, cut) = (whole, [Stretch]())
        while left > 0 {
            let part = chance.oneIn(12) ? left : chance.number(1...max(1, min(left, whole / 4)))
            let used = chance.number(0...part)
            let idle = chance.oneIn(2) ? 0 : chance.number(0...part - used)
            cut.append(Stretch(used: used, idle: idle, missed: part - used - idle))
            left -= part
        }
        return cut
    }

    @Test func everyPrefixAgreesWithTheOracleAndTheEndIsExact() throws {
        for seed in seeds("lease pieces") {
            var chance = SeededGenerator(seed: seed)
            for _ in 0..<150 {
                var lease = try lease(&chance)
                let start = lease
                for stretch in stretches(lease.whole, &chance) { try step(&lease, stretch) }
                try checkEnd(lease, start)
            }
        }
    }

    private func step(_ lease: inout LeaseAccount, _ stretch: Stretch) throws {
        let before = lease
        let split = try lease.deliver(
            used: stretch.used, idle: stretch.idle, missed: stretch.missed, maturesAt: .epoch)
        for (piece, share) in zip(split.pieces, before.shares) {
            let due = { (done: Int64) in
                Int64(nearestEven(Int128(share.amount.fen) * Int128(done), Int128(before.whole)))
            }
            #expect(piece.used.fen == due(before.done + stretch.used) - due(before.done))
            let earned = before.done + stretch.used + stretch.idle
            #expect(piece.earned.fen == due(earned) - due(before.done))
            #expect(piece.missed.fen == due(lease.done) - due(earned))
            #expect(piece.used >= .zero && piece.idle >= .zero && piece.missed >= .zero)
        }
        let ownPiece = split.pieces.first { $0.source == .own }?.earned ?? .zero
        #expect(split.fee >= .zero && split.fee <= ownPiece, "a fee never exceeds what it comes out of")
    }

    private func checkEnd(_ lease: LeaseAccount, _ start: LeaseAccount) throws {
        #expect(lease.undelivered == 0)
        for share in lease.shares { #expect(share.earned + share.refunded == share.amount) }
        let earned = lease.shares.first { $0.source == .own }?.earned ?? .zero
        #expect(Int128(lease.fee.fen) == nearestEven(Int128(earned.fen) * Int128(lease.feeRate.value), 10_000))
        var (matured, all) = (lease, Money.zero)
        if let earning = matured.mature(until: .epoch) { all = earning.own }
        #expect(all == earned - lease.fee)
    }

    /// However a lease that is all used is cut, and in whatever order, every source comes to the same.
    @Test func manySmallReportsComeToTheSameAsOne() throws {
        for seed in seeds("lease cuts") {
            var chance = SeededGenerator(seed: seed)
            for _ in 0..<60 {
                let start = try lease(&chance)
                let cuts = stretches(start.whole, &chance).map { $0.used + $0.idle + $0.missed }
                let ends = try [cuts, cuts.reversed(), cuts.shuffled(using: &chance), [start.whole]].map { parts in
                    var lease = start
                    for part in parts { try lease.deliver(used: part, idle: 0, missed: 0, maturesAt: .epoch) }
                    lease.mature(until: .epoch)
                    return lease
                }
                #expect(ends.allSatisfy { $0 == ends[0] })
                #expect(ends[0].shares.allSatisfy { $0.earned == $0.amount })
            }
        }
    }

    /// Reports in any order leave nothing over: every source is out of escrow, earned within a fen a boundary.
    @Test func theOrderOfOutcomesMovesNoTotal() throws {
        for seed in seeds("lease orders") {
            var chance = SeededGenerator(seed: seed)
            for _ in 0..<60 {
                let start = try lease(&chance)
                let cut = stretches(start.whole, &chance)
                for order in [cut, cut.reversed(), cut.shuffled(using: &chance)] {
                    var lease = start
                    for part in order {
                        try lease.deliver(used: part.used, idle: part.idle, missed: part.missed, maturesAt: .epoch)
                    }
                    checkTotals(lease, cut)
                }
            }
        }
    }

    private func checkTotals(_ lease: LeaseAccount, _ cut: [Stretch]) {
        let earnedSeconds = cut.reduce(Int128(0)) { $0 + Int128($1.used + $1.idle) }
        for share in lease.shares {
            #expect(share.earned + share.refunded == share.amount)
            let exact = nearestEven(Int128(share.amount.fen) * earnedSeconds, Int128(lease.whole))
            #expect((Int128(share.earned.fen) - exact).magnitude <= UInt128(cut.count + 1))
        }
    }

    /// Control: pieces that are each rounded by themselves miss the amount, which the checks above would see.
    @Test func roundingPieceByPieceWouldNotSum() {
        let alone = (0..<4).map { _ in nearestEven(10 * 900, 3600) }.reduce(0, +)
        #expect(alone != 10)
    }
}
