import Domain
import Records
import Testing

@Suite("Canonical bytes: strict reading")
struct StrictnessTests {
    private func check<Value: Canonical>(
        _ type: Value.Type, _ bytes: [UInt8], _ fault: CanonicalError.Fault, at offset: Int
    ) {
        var reader = CanonicalReader(bytes)
        #expect(throws: CanonicalError(fault, at: offset)) { try reader.read(type) }
    }

    private let eight: [UInt8] = [0, 0, 0, 0, 0, 0, 0, 0]
    private func number(_ value: Int64) -> [UInt8] {
        stride(from: 56, through: 0, by: -8).map { UInt8(truncatingIfNeeded: value >> Int64($0)) }
    }

    @Test func truncatedFieldsNameTheirOffset() {
        check(Int64.self, [0, 0, 0], .truncated, at: 0)
        check(Place.self, eight + [0], .truncated, at: 8)
        check(Symbol.self, [3, 0x61], .truncated, at: 1)
        check(Bool.self, [], .truncated, at: 0)
    }

    @Test func numbersOutsideTheirBounds() {
        check(Quantity.self, number(-1), .outOfRange(-1), at: 0)
        check(Quantity.self, number(1_000_000_001), .outOfRange(1_000_000_001), at: 0)
        check(UnitPrice.self, number(10_000_000_001), .outOfRange(10_000_000_001), at: 0)
        check(PartyID.self, number(-5), .outOfRange(-5), at: 0)
        check(BasisPoints.self, [0x27, 0x11], .refused(.rateOutOfRange), at: 0)
        check(VATRate.self, [101], .refused(.rateOutOfRange), at: 0)
        check(CivilDate.self, [0x07, 0xE9, 2, 29], .refused(.dateInvalid), at: 0)
        check(Window.self, number(5) + number(5), .refused(.windowInverted), at: 0)
        check(Window.self, number(0) + number(87_601), .refused(.windowTooLong), at: 0)
        check(Transfer.self, number(1) + number(2) + eight, .outOfRange(0), at: 16)
    }

    @Test func tagsThatNobodyHas() {
        check(Bool.self, [2], .unknownTag(2), at: 0)
        check(Sector.self, [16], .unknownTag(16), at: 0)
        check(LotID?.self, [2], .unknownTag(2), at: 0)
        check(TimeInForce.self, [4], .unknownTag(4), at: 0)
        check(Event.self, [UInt8(EventKind.allCases.count)], .unknownTag(UInt8(EventKind.allCases.count)), at: 0)
        check(Command.self, [UInt8(CommandKind.allCases.count)], .unknownTag(UInt8(CommandKind.allCases.count)), at: 0)
        check(Reason.self, [4] + Array("nope".utf8), .unknownReason, at: 0)
    }

    @Test func textsThatAreNone() {
        check(Symbol.self, [0], .refused(.symbolInvalid), at: 0)
        check(Symbol.self, [1, 0x41], .refused(.symbolInvalid), at: 0)
        check(Label.self, [1, 0x0A], .refused(.labelInvalid), at: 0)
        check(Label.self, [1, 0xFF], .notUTF8, at: 0)
        check(Label.self, [2, 0xC0, 0x80], .notUTF8, at: 0)
        check(CreditCode.self, Array("91110108MA01ABCD1!".utf8), .refused(.creditCodeInvalid), at: 0)
    }

    @Test func listsTooLong() {
        check([Money].self, [0, 0, 0, 9] + eight, .countTooLarge(9), at: 0)
        check([Money].self, [0xFF, 0xFF, 0xFF, 0xFF], .countTooLarge(.max), at: 0)
        check(CapacitySchedule.self, [0, 0, 0, 0], .refused(.scheduleEmpty), at: 0)
    }

    @Test func oneOrderAndOneSpelling() throws {
        let descending: [UInt8] = [0, 0, 0, 2, 1, 0x62, 1, 0x61]
        var writer = CanonicalWriter()
        let profile = FirmProfile(
            region: try Symbol("a"), sector: .other, staff: 1, revenue: .zero, assets: .zero,
            founded: try CivilDate(year: 2020, month: 1, day: 1))
        profile.write(to: &writer)
        let before = writer.bytes.dropLast(4)
        check(FirmProfile.self, before + descending, .notCanonical, at: before.count)
        check(FillPolicy.self, [3, 0] + eight, .notCanonical, at: 0)
        check(FillPolicy.self, [3, 1] + number(5), .refused(.fillPolicyContradictory), at: 0)
    }

    @Test func partsAndVersions() throws {
        let tick = Command.tick.canonicalBytes
        #expect(tick == [1, 0, 24])
        #expect(throws: CanonicalError(.unknownVersion(2), at: 0)) { try Command(canonicalBytes: [2, 0, 24]) }
        #expect(throws: CanonicalError(.unknownPart(1), at: 1)) { try Command(canonicalBytes: [1, 1, 24]) }
        #expect(throws: CanonicalError(.unknownPart(0), at: 1)) { try Event(canonicalBytes: tick) }
        #expect(throws: CanonicalError(.trailingBytes(1), at: 3)) { try Command(canonicalBytes: tick + [0]) }
        let header = RecordHeader(
            sequence: 1, stamp: .epoch, actor: .exchange, kind: .claim, outcome: .accepted)
        #expect(throws: CanonicalError(.kindMismatch, at: 0)) {
            try Record(header: header, body: tick, transfers: [])
        }
    }
}
