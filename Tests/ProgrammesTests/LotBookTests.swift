import Domain
import Programmes
import Simulation
import Testing

struct LotBookTests {
    func twoFunders() -> ProgrammeDefinition {
        var definition = Example.programme()
        definition.funders = [
            Funder(name: try! Label("city"), level: .city, share: try! BasisPoints(3_333)),
            Funder(name: try! Label("province"), level: .province, share: try! BasisPoints(6_667)),
        ]
        return definition
    }

    @Test func facesGoToTheHigherLevelOnATie() {
        var definition = twoFunders()
        definition.funders = [
            Funder(name: try! Label("city"), level: .city, share: try! BasisPoints(5_000)),
            Funder(name: try! Label("province"), level: .province, share: try! BasisPoints(5_000)),
        ]
        #expect(definition.faces(of: Money(fen: 3)) == [Money(fen: 1), Money(fen: 2)])
    }

    @Test func expiryIncludesTheLastDay() {
        var definition = twoFunders()
        definition.validity = .days(0)
        // 2025-06-02 12:00 in Shanghai; that day ends at 16:00 UTC.
        #expect(
            Example.lot(1, face: Money(fen: 3), of: definition).expiresAt
                == Stamp(seconds: try! Example.day("2025-06-02") + 16 * 3600))
        definition.validity = .months(9)
        definition.effectiveThrough = Example.date("2025-12-31")
        #expect(
            Example.lot(1, face: Money(fen: 3), of: definition).expiresAt
                == definition.clock.midnight(of: Example.date("2026-01-01")))
    }

    @Test func firstExpiringFirst() {
        var (definition, book) = (twoFunders(), LotBook())
        for (number, days) in [(1, 90), (2, 30), (3, 90), (4, 10)] as [(Int64, Int64)] {
            definition.validity = .days(days)
            book.issue(Example.lot(number, face: Example.yuan(100), of: definition), definition: definition)
        }
        let window = Window(unchecked: Example.noon.hour + 24 * 20, Example.noon.hour + 24 * 40)
        let lots = book.lots(of: PartyID(1), funding: .automatic, payingFor: window, at: Example.noon)
        #expect(lots.map(\.lot.id.number) == [2, 1, 3])
        #expect(lots.map { $0.covers(window) } == [false, true, true])
        #expect(book.lots(of: PartyID(1), funding: .ownMoney, payingFor: window, at: Example.noon).isEmpty)
        #expect(book.lots(of: PartyID(2)).isEmpty)
    }

    /// The shares of a fill leave out a funder that pays nothing.
    @Test func whatOneFunderPaysLeavesTheOthersPart() throws {
        var (book, definition) = (LotBook(), twoFunders())
        definition.validity = .days(30)
        book.issue(Example.lot(1, face: Money(fen: 300), of: definition), definition: definition)
        let demand = DemandID(1)
        book.setHold(LotPart(lot: LotID(1), amounts: [Money(fen: 10), Money(fen: 20)]), demand: demand)
        book.capture(LotPart(lot: LotID(1), amounts: [Money(fen: 1)]), demand: demand)
        let lot = try #require(book[LotID(1)])
        #expect(lot.held == [Money(fen: 9), Money(fen: 20)])
        #expect(lot.free.total == Money(fen: 270))
    }

    /// Random issues, holds, draws, refunds and expiries: the parts of every lot sum to its face, holds are as set.
    @Test func everyFenStaysInItsLot() {
        for seed in UInt64(1)...60 {
            var (random, book, definition) = (SeededGenerator(seed: seed), LotBook(), twoFunders())
            for number in Int64(1)...4 {
                definition.validity = .days(random.number(1...40))
                book.issue(
                    Example.lot(number, face: Money(fen: random.number(1...999)), of: definition),
                    definition: definition)
            }
            for _ in 0..<120 { step(&book, &random) }
            for balance in book.all {
                let parts = zip(zip(balance.free, balance.held), zip(balance.drawn, balance.expired))
                #expect(parts.map { $0.0 + $0.1 + $1.0 + $1.1 } == balance.lot.faces, "seed \(seed)")
                #expect(
                    balance.holders.reduce(Money.zero) { $0 + balance.held(by: $1).total } == balance.held.total,
                    "seed \(seed)")
            }
        }
    }

    func step(_ book: inout LotBook, _ random: inout SeededGenerator) {
        let balance = book[LotID(random.number(1...4))]!
        let (demand, id) = (DemandID(random.number(1...3)), balance.lot.id)
        let stamp = Stamp(seconds: Example.noon.seconds + random.number(0...60) * 86_400)
        switch random.number(1...4) {
        case 1:
            let amount = Money(fen: random.number(0...balance.available(to: demand).fen))
            book.setHold(LotPart(lot: id, amounts: balance.holdSplit(amount, demand: demand)), demand: demand)
            #expect(book[id]!.held(by: demand).total == amount)
        case 2:
            let amount = Money(fen: random.number(0...balance.held(by: demand).total.fen))
            book.capture(LotPart(lot: id, amounts: balance.drawSplit(amount, demand: demand)), demand: demand)
        case 3:
            let amount = Money(fen: random.number(0...balance.drawn.total.fen))
            let part = LotPart(lot: id, amounts: balance.refundSplit(amount))
            _ = book.refund(part, fault: random.chance(50) ? .provider : .buyer, at: stamp)
        default:
            if random.chance(20), stamp >= balance.usableUntil { _ = book.expire(id) }
        }
    }

    @Test func expiryEndsHoldsAndLeavesEscrow() {
        var (book, definition) = (LotBook(), twoFunders())
        definition.validity = .days(10)
        let lot = Example.lot(1, face: Money(fen: 900), of: definition)
        book.issue(lot, definition: definition)
        let demand = DemandID(5)
        book.setHold(
            LotPart(lot: lot.id, amounts: book[lot.id]!.holdSplit(Money(fen: 300), demand: demand)), demand: demand)
        let drawn = LotPart(lot: lot.id, amounts: book[lot.id]!.drawSplit(Money(fen: 100), demand: demand))
        book.capture(drawn, demand: demand)
        #expect(book.due(at: Stamp(microseconds: lot.expiresAt.microseconds - 1)).isEmpty)
        #expect(book.due(at: lot.expiresAt) == [lot.id])
        let expiry = book.expire(lot.id)
        #expect(expiry.released.map(\.demand) == [demand])
        #expect(expiry.released[0].amounts.total == Money(fen: 200))
        #expect(expiry.broken.total == Money(fen: 800))
        #expect(book[lot.id]!.drawn.total == Money(fen: 100))
        #expect(book.due(at: lot.expiresAt).isEmpty)

        // A refund at the buyer's fault is forfeited; at the provider's it is valid for thirty days.
        let half = LotPart(lot: lot.id, amounts: book[lot.id]!.refundSplit(Money(fen: 50)))
        #expect(book.refund(half, fault: .buyer, at: lot.expiresAt) == .forfeited(to: .available))
        let until = Stamp(seconds: lot.expiresAt.seconds + 30 * 86_400)
        let rest = LotPart(lot: lot.id, amounts: book[lot.id]!.refundSplit(Money(fen: 50)))
        #expect(book.refund(rest, fault: .provider, at: lot.expiresAt) == .renewed(until: until))
        #expect(book[lot.id]!.free.total == Money(fen: 50))
        #expect(book.due(at: until) == [lot.id])
    }

    @Test func aRefundToAnUnexpiredLotIsRestored() {
        var (book, definition) = (LotBook(), twoFunders())
        definition.validity = .days(10)
        let lot = Example.lot(1, face: Money(fen: 900), of: definition)
        book.issue(lot, definition: definition)
        let part = LotPart(lot: lot.id, amounts: [Money(fen: 1), Money(fen: 2)])
        book.draw(part)
        #expect(book.refund(part, fault: .buyer, at: Example.noon) == .restored)
        #expect(book[lot.id]!.free == lot.faces)
        #expect(book[lot.id]!.refunded == part.amounts)
    }

    @Test func anIssueNeedsAllFunders() throws {
        var pool = PoolBook()
        let definition = twoFunders()
        try pool.add([Money(fen: 1_000), Money(fen: 10)], to: ProgrammeID(1))
        #expect(throws: Reason.poolInsufficient) {
            try pool.issue(definition.faces(of: Money(fen: 100)), from: ProgrammeID(1))
        }
        #expect(pool.available(ProgrammeID(1)) == [Money(fen: 1_000), Money(fen: 10)])
        let most = pool.issuable(ProgrammeID(1), definition: definition)
        #expect(most == Money(fen: 14))
        try pool.issue(definition.faces(of: most), from: ProgrammeID(1))
        #expect(pool.issuable(ProgrammeID(2), definition: definition) == .zero)
        #expect(throws: Reason.programmeInvalid) { try pool.add([Money(fen: 1)], to: ProgrammeID(1)) }
    }
}
