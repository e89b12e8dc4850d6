import Domain
import Programmes
import Testing

struct CapBookTests {
    func account(_ scope: CapScope, _ amount: Int64 = 1_000, countsAt: CountedEvent = .fill) -> CapAccount {
        CapAccount(
            party: PartyID(1), programme: ProgrammeID(1),
            cap: Cap(id: Example.symbol("cap"), scope: scope, amount: Money(fen: amount), countsAt: countsAt),
            clock: .shanghai)
    }

    /// The first instant of a local day.
    func midnight(_ day: String) -> Stamp { ZoneClock.shanghai.midnight(of: Example.date(day)) }
    func justBefore(_ day: String) -> Stamp { Stamp(microseconds: midnight(day).microseconds - 1) }

    @Test(arguments: [
        (CapScope.calendarYear, "2026-01-01"), (.fiscalYear(firstMonth: 4), "2026-04-01"),
        (.fiscalYear(firstMonth: 1), "2026-01-01"),
    ])
    func aYearEndsAtLocalMidnight(_ scope: CapScope, _ end: String) {
        let (account, day) = (account(scope), "2025-12-31")
        var book = CapBook()
        book.use(Money(fen: 900), of: account, at: midnight(day))
        #expect(book.remaining(account, at: justBefore(end)) == Money(fen: 100))
        #expect(book.remaining(account, at: midnight(end)) == Money(fen: 1_000))
        #expect(scope.periodEnd(after: midnight(day), clock: .shanghai) == midnight(end))
    }

    @Test func rollingDaysIncludeThePresentOne() {
        let account = account(.rollingDays(3))
        var book = CapBook()
        book.use(Money(fen: 400), of: account, at: midnight("2025-06-01"))
        book.use(Money(fen: 300), of: account, at: midnight("2025-06-02"))
        #expect(book.remaining(account, at: midnight("2025-06-03")) == Money(fen: 300))
        #expect(book.remaining(account, at: midnight("2025-06-04")) == Money(fen: 700))
        #expect(book.remaining(account, at: midnight("2025-06-05")) == Money(fen: 1_000))
        book.restore(Money(fen: 300), of: account, countedAt: midnight("2025-06-02"))
        #expect(book.remaining(account, at: midnight("2025-06-04")) == Money(fen: 1_000))
    }

    @Test func lifetimeAndContract() {
        var book = CapBook()
        book.use(Money(fen: 999), of: account(.lifetime), at: midnight("2020-06-01"))
        #expect(book.remaining(account(.lifetime), at: midnight("2030-06-01")) == Money(fen: 1))
        book.use(Money(fen: 999), of: account(.contract), at: midnight("2020-06-01"))
        #expect(book.remaining(account(.contract), at: midnight("2020-06-01")) == Money(fen: 1_000))
    }

    @Test func holdsAreWithinWhatIsThere() {
        let (account, now) = (account(.calendarYear), midnight("2025-06-01"))
        var book = CapBook()
        book.setHold(Money(fen: 800), of: account, demand: DemandID(1), at: now)
        book.setHold(Money(fen: 500), of: account, demand: DemandID(2), at: now)
        #expect(book.remaining(account, at: now) == .zero)
        #expect(book.remaining(account, for: DemandID(2), at: now) == Money(fen: 200))
        book.use(Money(fen: 300), of: account, at: now)
        book.setHold(.zero, of: account, demand: DemandID(1), at: now)
        #expect(book.remaining(account, for: DemandID(2), at: now) == Money(fen: 700))
        // Set anew in the next period, the hold moves there.
        book.setHold(Money(fen: 100), of: account, demand: DemandID(2), at: midnight("2026-01-01"))
        #expect(book.remaining(account, at: now) == Money(fen: 700))
        #expect(book.remaining(account, at: midnight("2026-01-01")) == Money(fen: 900))
    }

    @Test func aDeliveryCapCountsWhereTheLastHourIs() {
        let window = Window(unchecked: justBefore("2026-01-01").hour - 5, midnight("2026-01-01").hour)
        let filled = midnight("2025-12-01")
        let delivery = account(.calendarYear, countsAt: .delivery).cap
        let claim = account(.calendarYear, countsAt: .claim).cap
        #expect(
            CapScope.calendarYear.period(
                at: delivery.countingInstant(filledAt: filled, window: window), clock: .shanghai) == .calendarYear(2025)
        )
        #expect(
            CapScope.calendarYear.period(at: claim.countingInstant(filledAt: filled, window: window), clock: .shanghai)
                == .calendarYear(2026))
    }
}
