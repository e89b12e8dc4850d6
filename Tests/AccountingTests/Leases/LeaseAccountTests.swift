import Accounting
import Domain
import Records
import Testing

@Suite struct LeaseAccountTests {
    /// Each line: used/idle/missed seconds of one unit, then for each source used+idle+missed fen, then the fee.
    private func check(_ match: Fill, _ table: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
        var lease = try LeaseAccount(match, lots: termsByThrees)
        var lines: [String] = []
        for line in table.split(separator: "\n") {
            let stretch = line.split(separator: " ")[0]
            let seconds = stretch.split(separator: "/").map { (Int64($0) ?? 0) * 1000 }
            let split = try lease.deliver(used: seconds[0], idle: seconds[1], missed: seconds[2], maturesAt: .epoch)
            let pieces = split.pieces.map { "\($0.used.fen)+\($0.idle.fen)+\($0.missed.fen)" }
            lines.append(([String(stretch)] + pieces + ["fee \(split.fee.fen)"]).joined(separator: " "))
        }
        #expect(lines.joined(separator: "\n") == table, sourceLocation: sourceLocation)
    }

    @Test func eachSourceIsPaidOnItsOwnAndTheLastPieceTakesTheRest() throws {
        // own 10, transfer 1, lot 3: a quarter hour each time. 2.5 → 2, 5, 7.5 → 8, 10.
        try check(
            fill(shares: [own(10), share(1, 0, 3)], transfer: 1, fee: 1000),
            """
            900/0/0 2+0+0 0+0+0 1+0+0 fee 0
            0/900/0 0+3+0 0+0+0 0+1+0 fee 0
            0/0/900 0+0+3 0+0+1 0+0+0 fee 0
            900/0/0 2+0+0 0+0+0 1+0+0 fee 1
            """)
    }

    @Test func aStretchIsUsedThenIdleThenMissed() throws {
        try check(fill(shares: [own(10)]), "900/1800/900 2+6+2 fee 0")
        try check(fill(shares: [own(1)]), "1800/1800/0 0+1+0 fee 0")
        try check(fill(shares: [own(1)]), "1801/0/1799 1+0+0 fee 0")
    }

    @Test func theFeeIsOnTheRunningTotalOfOwnMoney() throws {
        // 5 % of 10 fen a piece: 0.5 → 0, 1, 1.5 → 2, 2.
        try check(
            fill(shares: [own(40), share(1, 0, 4)], fee: 500),
            """
            900/0/0 10+0+0 1+0+0 fee 0
            900/0/0 10+0+0 1+0+0 fee 1
            900/0/0 10+0+0 1+0+0 fee 1
            900/0/0 10+0+0 1+0+0 fee 0
            """)
    }

    @Test func anEarlyEndRefundsTheRest() throws {
        var lease = try LeaseAccount(fill(shares: [own(100)], transfer: 10), lots: termsByThrees)
        try lease.deliver(used: 360_000, idle: 0, missed: 0, maturesAt: .epoch)
        let split = try lease.deliver(used: 0, idle: 0, missed: lease.undelivered, maturesAt: .epoch)
        #expect(split.pieces.map(\.missed) == [yuan(90), yuan(9)])
        #expect(lease.undelivered == 0 && lease.shares.allSatisfy { $0.escrow == .zero })
    }

    @Test(
        arguments: [
            (-1, 0, 0), (0, -1, 1), (0, 0, -1), (3_600_001, 0, 0), (1, 0, 3_600_000), (1, Int64.max, Int64.max),
        ] as [(Int64, Int64, Int64)])
    func aDeliveryOutsideTheLeaseChangesNothing(_ used: Int64, _ idle: Int64, _ missed: Int64) throws {
        var lease = try LeaseAccount(fill(shares: [own(10)]), lots: termsByThrees)
        let before = lease
        #expect(throws: AccountingFault.deliveryOutsideLease(lease1)) {
            try lease.deliver(used: used, idle: idle, missed: missed, maturesAt: .epoch)
        }
        #expect(lease == before)
    }

    @Test(arguments: [
        ([own(10)], 11 as Int64, AccountingFault.sharesDoNotSum(lease1)),
        ([own(10), share(1, 0, 2)], 10, .sharesDoNotSum(lease1)),
        ([own(10), share(2, 0, 2)], 12, .sharesDoNotSum(lease1)),
        ([own(10), share(3, 0, 2)], 10, .shareInvalid(lease1, .lot(LotID(3), funder: 0))),
        ([share(1, 0, 5), share(1, 0, 5)], 10, .shareInvalid(lease1, .lot(LotID(1), funder: 0))),
        ([own(12), share(1, 0, -2)], 10, .shareInvalid(lease1, .lot(LotID(1), funder: 0))),
    ])
    func sharesThatCannotBeAreRefused(_ shares: [FundingShare], _ capacity: Int64, _ fault: AccountingFault) {
        #expect(throws: fault) {
            try LeaseAccount(fill(shares: shares, capacity: capacity), lots: termsByThrees)
        }
    }

    @Test func whatIsEarnedMaturesAtItsInstantInOrder() throws {
        var lease = try LeaseAccount(fill(shares: [own(100), share(1, 0, 40)], fee: 1000), lots: termsByThrees)
        for (second, at) in [(900, 30), (900, 10), (900, 30)] as [(Int64, Int64)] {
            try lease.deliver(used: second * 1000, idle: 0, missed: 0, maturesAt: Stamp(seconds: at))
        }
        try lease.deliver(used: 0, idle: 0, missed: 900_000, maturesAt: Stamp(seconds: 5))
        #expect(lease.nextMaturity == Stamp(seconds: 10))
        let early = lease.mature(until: Stamp(seconds: 9))
        #expect(early == nil)
        let parts = { (fen: Int64) in [ProgrammeClaim(lot: LotID(1), funder: 0, amount: yuan(fen))] }
        // Fees on 25, 50 and 75 fen: 2.5 → 2, 5, 7.5 → 8.
        let first = lease.mature(until: Stamp(seconds: 10))
        #expect(first == MaturedEarning(own: yuan(22), lots: parts(10)))
        let rest = lease.mature(until: Stamp(seconds: 99))
        #expect(rest == MaturedEarning(own: yuan(45), lots: parts(20)))
        let late = lease.mature(until: Stamp(seconds: 99))
        #expect(lease.nextMaturity == nil && late == nil)
    }

    @Test func aClaimIsTheClaimantsAndNoMoreThanMatured() throws {
        var lease = try LeaseAccount(fill(shares: [own(60), share(1, 0, 40), share(2, 0, 30)]), lots: termsByThrees)
        try lease.deliver(used: 1_800_000, idle: 0, missed: 0, maturesAt: .epoch)
        #expect(lease.claimable(by: provider).isEmpty)
        lease.mature(until: .epoch)
        #expect(lease.claimable(by: provider) == [ProgrammeClaim(lot: LotID(1), funder: 0, amount: yuan(20))])
        #expect(lease.claimable(by: buyer) == [ProgrammeClaim(lot: LotID(2), funder: 0, amount: yuan(15))])
        let before = lease
        let tooMuch = lease.claimable(by: buyer) + [ProgrammeClaim(lot: LotID(1), funder: 0, amount: yuan(21))]
        #expect(throws: AccountingFault.claimOutsideLease(lease1, LotID(1))) { try lease.claim(tooMuch) }
        #expect(lease == before)
        try lease.claim(lease.claimable(by: provider))
        #expect(lease.claimable(by: provider).isEmpty && lease.claimable(by: buyer).count == 1)
    }
}
