import Domain
import Programmes
import Testing

/// What a reference price does to a programme: sales that make it, its own table, the base, the trace and the holds.
struct ReferenceBoundTests {
    static let type = InstanceTypeTerms(
        code: Example.symbol("a100.8"), kind: .accelerator, architecture: Example.symbol("cuda"),
        chip: Example.symbol("a100"), origin: .foreign, chipsMilli: 8_000, chipMemoryBytes: 0, vcpuMilli: 0,
        memoryBytes: 0)

    private func fill(_ shares: [FundingShare], priceSum: Int64 = 100, related: Bool = false) -> Fill {
        Fill(
            id: FillID(1), demand: DemandID(1), offer: OfferID(1), buyer: PartyID(2), provider: PartyID(1),
            quantity: Quantity(unchecked: 2_000), window: Window(unchecked: 10, 18), askSum: priceSum,
            priceSum: priceSum, chargeTariff: UnitPrice(unchecked: 50), home: ZoneID(1), zone: ZoneID(3),
            capacity: Money(fen: 10), transfer: .zero, shares: shares, fee: .zero,
            versions: PinnedVersions(network: 1, conversion: 1, policy: 1, reference: 0), related: related)
    }

    @Test func whichFillsCount() throws {
        let own = FundingShare(source: .own, amount: Money(fen: 10))
        let lot = FundingShare(source: .lot(LotID(1), funder: 0), amount: Money(fen: 1))
        let none = FundingShare(source: .lot(LotID(1), funder: 0), amount: .zero)
        // 100 over 8 hours is 12.5, to the even; 2 units × 8 hours.
        let sale = try #require(ReferenceSale(fill([own]), instanceType: InstanceTypeID(5)))
        #expect(sale.referenceClass == ReferenceClass(instanceType: InstanceTypeID(5), zone: ZoneID(3)))
        #expect(sale.price == UnitPrice(unchecked: 12) && sale.weight == 16_000)
        #expect(ReferenceSale(fill([own], priceSum: 108), instanceType: InstanceTypeID(5))?.price.microYuan == 14)
        #expect(ReferenceSale(fill([own, none]), instanceType: InstanceTypeID(5)) != nil)
        #expect(ReferenceSale(fill([own, lot]), instanceType: InstanceTypeID(5)) == nil)
        #expect(ReferenceSale(fill([lot]), instanceType: InstanceTypeID(5)) == nil)
        #expect(ReferenceSale(fill([own], related: true), instanceType: InstanceTypeID(5)) == nil)
    }

    private func table(_ rows: (PricedUnit, Int64)...) -> ProgrammeDefinition {
        var definition = Example.programme()
        definition.referencePrices = rows.map { TablePrice(unit: $0, price: UnitPrice(unchecked: $1)) }
        return definition
    }

    @Test func theTableIsReadByTypeThenByChip() {
        let (chip, type) = (PricedUnit.chip(Example.symbol("a100")), PricedUnit.instanceType(Self.type.code))
        #expect(table().tablePrice(of: Self.type) == nil)
        #expect(table((chip, 12)).tablePrice(of: Self.type)?.microYuan == 96)
        #expect(table((chip, 12), (type, 90)).tablePrice(of: Self.type)?.microYuan == 90)
        #expect(table((.chip(Example.symbol("h100")), 12)).tablePrice(of: Self.type) == nil)
        #expect(table((.instanceType(Example.symbol("a100")), 12)).tablePrice(of: Self.type) == nil)
    }

    /// Ten hours at an ask of 20.00 yuan: 20,000 fen for a unit.
    private func base(reference: Int64?, table: Int64?, tolerance: Int64 = 0) throws -> Int64 {
        var definition = Example.programme()
        definition.referenceTolerance = try BasisPoints(tolerance)
        definition.referencePrices =
            try table.map {
                [TablePrice(unit: .instanceType(Self.type.code), price: try UnitPrice($0))]
            } ?? []
        let terms = FillTerms(
            window: Window(unchecked: 485_000, 485_010), ask: .flat(try UnitPrice(20_000_000)), priceSum: 200_000_000,
            lowestOpenSum: nil, reference: try reference.map { try UnitPrice($0) }, type: Self.type,
            vat: .cloudService, capacity: Money(fen: 20_000))
        return EligibleBase.of(terms, definition: definition).fen
    }

    @Test func theMarketComesBeforeTheTable() throws {
        #expect(try base(reference: nil, table: nil) == 20_000)
        #expect(try base(reference: nil, table: 15_000_000) == 15_000)
        #expect(try base(reference: 18_000_000, table: 15_000_000) == 18_000)
        #expect(try base(reference: 30_000_000, table: 15_000_000) == 20_000)
    }

    @Test func theToleranceBitesToTheFen() throws {
        // 16.00 × 1.25 is the ask; a fen over the ten hours is 0.001 yuan an hour.
        #expect(try base(reference: 16_000_000, table: nil, tolerance: 2_500) == 20_000)
        #expect(try base(reference: 15_999_200, table: nil, tolerance: 2_500) == 19_999)
        #expect(try base(reference: 15_999_600, table: nil, tolerance: 2_500) == 20_000)
        #expect(try base(reference: 15_999_599, table: nil, tolerance: 2_500) == 19_999)
        #expect(try base(reference: 20_000_000, table: nil) == 20_000)
    }

    /// A demand for 10 units over 10 hours at a limit of 10 yuan, all of it filled at 10 yuan.
    @Test func theTraceShowsWhatWasCut() throws {
        var desk = try FundingTests().desk(Example.programme(60), free: 1_000)
        desk.reference = try UnitPrice(4_000_000)
        #expect(try desk.hold())
        // 4 yuan and as much again of tolerance: 60 % of 800 yuan is sure but for 16 fen; and the fen on top.
        #expect(desk.held == Money(fen: 100_001 - 48_000 + 16))
        #expect(try desk.fill(Quantity(10_000), ask: UnitPrice(10_000_000)))
        #expect(desk.fills[0].publicShare == Example.yuan(480))
        let trace = try #require(desk.fills[0].payer?.trace)
        let steps = trace.filter { $0.phase == .eligibleBase }
        #expect(
            steps == [
                TraceStep(
                    phase: .eligibleBase, rule: nil, input: 100_000, output: 80_000, reason: .aboveReference),
                TraceStep(phase: .eligibleBase, rule: nil, input: 80_000, output: 80_000),
            ])
    }

    @Test func whereItDoesNotBiteTheTraceIsSilent() throws {
        var desk = try FundingTests().desk(Example.programme(60), free: 1_000)
        desk.reference = try UnitPrice(5_000_000)
        #expect(try desk.hold())
        #expect(try desk.fill(Quantity(10_000), ask: UnitPrice(10_000_000)))
        #expect(desk.fills[0].publicShare == Example.yuan(600))
        #expect(desk.fills[0].payer?.trace.contains { $0.reason == .aboveReference } == false)
    }
}
