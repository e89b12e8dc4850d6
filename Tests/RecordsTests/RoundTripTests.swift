import Domain
import Records
import Testing

@Suite("Canonical bytes: every value comes back")
struct RoundTripTests {
    /// Writes and reads 300 values of a type; their first bytes are the numbers of its cases, or of one of them.
    private func check<Value: Canonical & Generated & Equatable>(
        _ type: Value.Type, cases: Int? = nil, seed: UInt64 = 20_261_125
    ) throws {
        var make = Generator(seed: seed)
        var firstBytes = Set<UInt8>()
        for _ in 0..<300 {
            let value = make(type)
            var writer = CanonicalWriter()
            value.write(to: &writer)
            var reader = CanonicalReader(writer.bytes)
            #expect(try reader.read(type) == value, "seed \(seed)")
            try reader.finish()
            firstBytes.insert(writer.bytes[0])
        }
        if let cases { #expect(firstBytes == Set(0..<UInt8(cases)), "every case of \(type) was met") }
    }

    @Test func numbersAndTexts() throws {
        try check(Int64.self)
        try check(Int128.self)
        try check(Bool.self, cases: 2)
        try check(Money.self)
        try check(Quantity.self)
        try check(UnitPrice.self)
        try check(BasisPoints.self)
        try check(VATRate.self)
        try check(Stamp.self)
        try check(Window.self)
        try check(CivilDate.self)
        try check(ZoneClock.self)
        try check(Symbol.self)
        try check(Label.self)
        try check(Commitment.self)
        try check(CreditCode.self)
        try check(PartyID.self)
        try check(LotID?.self, cases: 2)
        try check([LeaseID].self)
    }

    @Test func plainEnumerations() throws {
        try check(Sector.self, cases: Sector.allCases.count)
        try check(FirmSize.self, cases: FirmSize.allCases.count)
        try check(RelationKind.self, cases: RelationKind.allCases.count)
        try check(Seat.self, cases: Seat.allCases.count)
        try check(ResourceKind.self, cases: ResourceKind.allCases.count)
        try check(ChipOrigin.self, cases: ChipOrigin.allCases.count)
        try check(ServiceKind.self, cases: ServiceKind.allCases.count)
        try check(Precision.self, cases: Precision.allCases.count)
        try check(ZoneLevel.self, cases: ZoneLevel.allCases.count)
        try check(TariffKind.self, cases: TariffKind.allCases.count)
        try check(PriceRule.self, cases: PriceRule.allCases.count)
        try check(VerificationTier.self, cases: VerificationTier.allCases.count)
        try check(DemandUse.self, cases: DemandUse.allCases.count)
        try check(Lane.self, cases: Lane.allCases.count)
        try check(EvaluationPhase.self, cases: EvaluationPhase.allCases.count)
        try check(ProgrammeMode.self, cases: ProgrammeMode.allCases.count)
        try check(FunderLevel.self, cases: FunderLevel.allCases.count)
        try check(CountedEvent.self, cases: CountedEvent.allCases.count)
        try check(DayCount.self, cases: DayCount.allCases.count)
        try check(UseBy.self, cases: UseBy.allCases.count)
        try check(BreakageTo.self, cases: BreakageTo.allCases.count)
        try check(Rounding.self, cases: Rounding.allCases.count)
        try check(AccountRole.self, cases: AccountRole.allCases.count)
        try check(TransferCause.self, cases: TransferCause.allCases.count)
        try check(CommandKind.self, cases: CommandKind.allCases.count)
        try check(EventKind.self, cases: EventKind.allCases.count)
    }

    @Test func enumerationsWithValues() throws {
        try check(PartyIdentity.self, cases: 3)
        try check(PriceSchedule.self, cases: 2)
        try check(TimeInForce.self, cases: 4)
        try check(Funding.self, cases: 3)
        try check(FundingSource.self, cases: 2)
        try check(BatchResult.self, cases: 2)
        try check(BatchOutcome.self, cases: 2)
        try check(EligibilityTest.self, cases: 8)
        try check(RateCondition.self, cases: 5)
        try check(CapScope.self, cases: 5)
        try check(LotValidity.self, cases: 3)
        try check(Asset.self, cases: 3)
        try check(AccountOwner.self, cases: 3)
        try check(TransferSubject.self, cases: 7)
        try check(HaltScope.self, cases: 4)
        try check(VerificationSubject.self, cases: 2)
        try check(Outcome.self, cases: 2)
        try check(Command.self, cases: CommandKind.allCases.count)
        try check(Event.self, cases: EventKind.allCases.count)
    }

    @Test func structures() throws {
        try check(Actor.self, cases: 2)
        try check(PartyRegistration.self, cases: 3)
        try check(OfferTerms.self)
        try check(DemandTerms.self)
        try check(FillPolicy.self, cases: 4)
        try check(Fill.self)
        try check(Batch.self)
        try check(BatchPolicy.self)
        try check(SafetyPolicy.self)
        try check(ProgrammeDefinition.self)
        try check(Account.self, cases: 3)
        try check(Transfer.self)
        try check(RecordHeader.self)
    }

    @Test func everyReason() throws {
        for reason in Reason.allCases {
            var writer = CanonicalWriter()
            reason.write(to: &writer)
            #expect(writer.bytes == [UInt8(reason.code.utf8.count)] + Array(reason.code.utf8))
            var reader = CanonicalReader(writer.bytes)
            #expect(try reader.read(Reason.self) == reason)
        }
    }

    @Test func recordsByHeaderBodyAndTransfers() throws {
        var make = Generator(seed: 7)
        for _ in 0..<200 {
            let record = make(Record.self)
            let header = try RecordHeader(canonicalBytes: record.header.canonicalBytes)
            let transfers = try record.transfers.map { try Transfer(canonicalBytes: $0.canonicalBytes) }
            #expect(try Record(header: header, body: record.body, transfers: transfers) == record)
        }
    }

    @Test func partsAreCommandEventsTransfers() {
        var make = Generator(seed: 8)
        var buffer = RecordParts()
        for _ in 0..<200 {
            let record = make(Record.self)
            let each =
                [record.command.canonicalBytes] + record.events.map(\.canonicalBytes)
                + record.transfers.map(\.canonicalBytes)
            #expect(record.parts == each)
            buffer.encode(record)
            var handed: [[UInt8]] = []
            buffer.forEachPart { handed.append(Array($0)) }
            #expect(handed == each)
            #expect(buffer.body == each[...record.events.count].flatMap { $0 })
        }
    }
}
