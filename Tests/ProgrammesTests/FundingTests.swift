import Domain
import Programmes
import Testing

/// Hand-worked cases of holds and splits.
struct FundingTests {
    /// From 18:00 on the next day in Shanghai to 04:00 on the day after.
    static let window = Window(unchecked: Example.noon.hour + 30, Example.noon.hour + 40)

    /// A demand for 10 units over 10 hours at a limit of 10 yuan: 1,000 yuan.
    func desk(
        _ definition: ProgrammeDefinition, free: Int64, faces: [Int64] = [10_000], days: [Int64]? = nil,
        funding: Funding = .automatic, related: Bool = false, origin: ChipOrigin? = nil
    ) throws -> Desk {
        Desk(
            definition, applicant: Example.applicant(),
            terms: try DemandTerms(
                requirements: Requirements(kind: .accelerator, origin: origin), quantity: Quantity(10_000),
                window: Self.window, home: ZoneID(1), reach: Reach(level: .nation, latencyMicrosecondsMost: nil),
                limit: UnitPrice(10_000_000), policy: .goodTillCancelled, funding: funding, acceptsRelated: related),
            free: Example.yuan(free), faces: faces.map(Example.yuan), validDays: days ?? faces.map { _ in 300 })
    }

    let whole = Quantity(unchecked: 10_000)
    let ten = UnitPrice(unchecked: 10_000_000)

    @Test func aBuyerWithASixtyPercentLotPaysForty() throws {
        var poor = try desk(Example.programme(60), free: 400)
        #expect(try !poor.hold())
        // 400 yuan, the fen of the limit amount, and 16 fen against the rounding of later fills.
        var desk = try desk(Example.programme(60), free: 401)
        #expect(try desk.hold())
        #expect(desk.held == Money(fen: 40_017))
        #expect(desk.lots.all[0].held.total == Money(fen: 60_001))
        #expect(try desk.fill(whole, ask: ten))
        #expect(desk.fills[0].own == Example.yuan(400))
        #expect(desk.fills[0].publicShare == Example.yuan(600))
        #expect(desk.free == Example.yuan(1))
        #expect(desk.held == .zero)
        #expect(desk.lots.all[0].drawn.total == Example.yuan(600))
        #expect(desk.lots.all[0].held.total == .zero)
    }

    @Test func reimbursedVouchersRunBesideTheMoney() throws {
        var desk = try desk(Example.programme(20, mode: .reimburse), free: 1_001)
        #expect(try desk.hold())
        #expect(desk.held == Money(fen: 100_001))
        #expect(try desk.fill(whole, ask: ten))
        #expect(desk.fills[0].own == Example.yuan(1_000))
        #expect(desk.fills[0].publicShare == Example.yuan(200))
    }

    @Test func whereTheLeastShareIsNothing() throws {
        func own(
            _ change: (inout ProgrammeDefinition) -> Void = { _ in }, _ shape: (inout Desk) -> Void = { _ in },
            related: Bool = false, days: [Int64]? = nil, origin: ChipOrigin? = nil
        ) throws -> Int64 {
            var definition = Example.programme(60)
            change(&definition)
            var desk = try desk(definition, free: 2_000, days: days, related: related, origin: origin)
            shape(&desk)
            return try desk.holds().own.fen
        }
        let domestic = RateTier(
            id: Example.symbol("d"), conditions: [.chipOrigin(.domestic)], rate: BasisPoints(unchecked: 6_000))
        #expect(try own() == 40_017)
        #expect(try own({ $0.minimum = Money(fen: 1) }) == 100_001)
        #expect(try own({ $0.providers = [try! CreditCode("91110199MAAQEGK149")] }) == 100_001)
        #expect(try own({ $0.rates = [domestic] }) == 100_001)
        #expect(try own({ $0.rates = [domestic] }, origin: .domestic) == 40_017)
        #expect(try own({ $0.baseUses = [.training] }) == 100_001)
        #expect(try own(related: true) == 100_001)
        #expect(try own({ $0.mode = .reimburse }) == 100_001)
        // A lot that cannot pay for every hour.
        #expect(try own(days: [1]) == 100_001)
        #expect(try own({ $0.useBy = .fill }, days: [1]) == 40_017)
        #expect(try own({ _ in }, { $0.priceRule = .resting }) == 100_001)
        // The dearest tariff and the reference lower what the programme can be counted on for.
        #expect(try own({ _ in }, { $0.dearestTariff = UnitPrice(unchecked: 5_000_000) }) == 70_017)
        #expect(try own({ _ in }, { $0.reference = UnitPrice(unchecked: 2_500_000) }) == 70_017)
        // So do caps and small lots.
        let cap = Cap(id: Example.symbol("c"), scope: .lifetime, amount: Money(fen: 10_000), countsAt: .fill)
        #expect(try own({ $0.caps = [cap] }) == 90_001)
    }

    @Test func lotsAreHeldFirstExpiringFirst() throws {
        var desk = try desk(Example.programme(60), free: 1_000, faces: [500, 300, 700], days: [200, 100, 300])
        #expect(try desk.hold())
        #expect(desk.lots.all.map(\.held.total) == [Money(fen: 30_001), Example.yuan(300), .zero])
        #expect(try desk.fill(Quantity(unchecked: 6_000), ask: ten))
        #expect(desk.lots.all.map(\.drawn.total) == [Example.yuan(60), Example.yuan(300), .zero])
        #expect(desk.fills[0].shares.map(\.source) == [.own, .lot(LotID(2), funder: 0), .lot(LotID(1), funder: 0)])
    }

    @Test func aLotPaysForHoursThatEndByItsExpiry() throws {
        var desk = try desk(Example.programme(60), free: 2_000, faces: [10_000, 100], days: [1, 300])
        let covered = Stamp(microseconds: desk.lots.all[0].usableUntil.microseconds).hour - Self.window.start
        #expect(covered == 6)
        #expect(try desk.hold())
        #expect(try desk.fill(whole, ask: ten))
        #expect(desk.lots.all[0].drawn.total == Example.yuan(60 * covered))
        #expect(desk.lots.all[1].drawn.total == Example.yuan(min(100, 600 - 60 * covered)))
    }

    @Test func aContractDrawsOnOneProgramme() throws {
        var listed = Example.programme(30)
        listed.providers = [try CreditCode("91110199MAAQEGK149")]
        let open = Example.programme(50)
        var book = LotBook()
        book.issue(Example.lot(1, face: Example.yuan(10), of: listed, programme: 1), definition: listed)
        book.issue(Example.lot(2, face: Example.yuan(500), of: open, programme: 2), definition: open)
        for lot in book.all { book.setHold(LotPart(lot: lot.lot.id, amounts: lot.free), demand: Desk.demand) }
        func split(_ provider: String?, _ state: ContractState = ContractState()) -> FillSplit {
            let candidates = ProgrammeCandidate.grouped(book.lots(of: PartyID(1))) { programme, version, lots in
                ProgrammeCandidate(
                    programme: programme, version: version, definition: programme.number == 1 ? listed : open,
                    lots: lots,
                    caps: [])
            }
            let terms = FillTerms(
                window: Self.window, ask: .flat(ten), priceSum: 100_000_000, lowestOpenSum: nil, reference: nil,
                vat: .cloudService, capacity: Example.yuan(100))
            return FillSplit.compute(
                FillRequest(
                    demand: Desk.demand, applicant: Example.applicant(), contract: Example.contract(provider: provider),
                    terms: terms, state: state, at: Example.noon), candidates: candidates)
        }
        // An unlisted provider: the first programme refuses, with a trace, the second pays.
        let other = split(nil)
        #expect(other.payer?.programme == ProgrammeID(2))
        #expect(other.publicShare == Example.yuan(50))
        #expect(other.evaluations.map(\.programme.number) == [1, 2])
        #expect(other.evaluations[0].trace.contains { $0.reason == .providerNotListed })
        // A listed one: the first pays until its lot is out, and no second subsidy comes on top.
        let first = split("91110199MAAQEGK149")
        #expect(first.payer?.programme == ProgrammeID(1))
        #expect(first.publicShare == Example.yuan(10))
        #expect(split("91110199MAAQEGK149", first.state).evaluations.map(\.programme.number) == [1])
    }

    @Test func aMinimumTakesBackWhatEarlierLotsWouldPay() throws {
        var definition = Example.programme(60)
        definition.minimum = Example.yuan(601)
        var desk = try desk(definition, free: 2_000, faces: [300, 400], days: [200, 300])
        #expect(try desk.hold())
        #expect(try desk.fill(whole, ask: ten))
        #expect(desk.fills[0].publicShare == .zero)
        #expect(desk.fills[0].evaluations[0].trace.last?.reason == .belowMinimum)
    }

    @Test func ownMoneyOnly() throws {
        var desk = try desk(Example.programme(60), free: 1_001, funding: .ownMoney)
        #expect(try desk.hold())
        #expect(desk.held == Money(fen: 100_001))
        #expect(try desk.fill(whole, ask: ten))
        #expect(desk.fills[0].shares == [FundingShare(source: .own, amount: Example.yuan(1_000))])
    }

    @Test func anAmountTooLargeIsRefused() {
        let request = HoldRequest(
            demand: Desk.demand, limit: UnitPrice(unchecked: UnitPrice.mostMicroYuan),
            grains: Quantity.mostMilli, window: Window(unchecked: 0, Window.mostHours),
            priceRule: .listed, dearestTariff: .zero, reference: nil)
        #expect(throws: Reason.overflow) { try request.limitAmount() }
    }
}
