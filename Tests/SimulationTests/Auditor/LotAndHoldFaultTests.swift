import Domain
import Records
import Simulation
import Testing

/// Faults of lots and of what demands hold.
struct LotAndHoldFaultTests {
    @Test func aLotOfAnotherFaceIsSeen() throws {
        let found = faults(
            try tampering(events: { event in
                guard case .lotIssued(let lot) = event else { return nil }
                let faces = [lot.faces[0] + Money(fen: 3)] + lot.faces.dropFirst()
                return [
                    .lotIssued(
                        Lot(
                            id: lot.id, programme: lot.programme, programmeVersion: lot.programmeVersion,
                            holder: lot.holder, faces: Array(faces), issuedAt: lot.issuedAt, expiresAt: lot.expiresAt))
                ]
            }))
        #expect(
            found.contains {
                if case .lotDoesNotAddUp(_, 0, let face, let parts) = $0 { face - parts == 3 } else { false }
            })
    }

    @Test func aTransferThatNamesAnotherLotIsSeen() throws {
        let found = faults(
            try tampering(transfers: { $0.cause == .hold && $0.lot != nil ? [$0.with(lot: .some(LotID(999)))] : nil }))
        #expect(found.contains(.lotBelowZero(LotID(999), funder: 0)))
        #expect(found.contains { if case .lotHeldDiffers = $0 { true } else { false } })
    }

    /// Where no fill replaces the hold in the same record.
    @Test func aHoldOfAnotherAmountIsSeen() throws {
        let found = faults(
            try tampering(
                where: { record in
                    !record.events.contains { $0.kind == .filled } && record.events.last?.kind == .demandRested
                },
                events: { event in
                    guard case .holdSet(let hold) = event, hold.own > .zero else { return nil }
                    return [.holdSet(DemandHold(demand: hold.demand, own: hold.own + Money(fen: 5), lots: hold.lots))]
                }))
        #expect(
            found.contains {
                if case .heldDiffers(_, let demands, let held) = $0 { demands - held == 5 } else { false }
            })
    }

    /// A demand that closes and keeps its hold: events and transfers agree with each other, not with the demands.
    @Test func aClosedDemandThatHoldsIsSeen() throws {
        var records = CleanJournal.records
        let place = try #require(
            records.firstIndex { record in
                record.header.kind == .cancelDemand
                    && record.transfers.contains { $0.cause == .release && $0.lot == nil }
                    && !record.events.contains { $0.kind == .filled }
            })
        let record = records[place]
        records[place] = record.with(events: record.events.filter { $0.kind != .holdSet }, transfers: [])
        let found = faults((records, record.header.sequence))
        #expect(
            found.contains { if case .heldDiffers(_, let demands, let held) = $0 { demands < held } else { false } })
        #expect(!found.contains { if case .balanceDiffers = $0 { true } else { false } })
    }

    /// A fault that stands is told once, and again when it changes.
    @Test func aStandingFaultIsToldOnce() throws {
        var auditor = Auditor()
        let (records, sequence) = try tampering(transfers: {
            $0.cause == .deposit ? [$0.with(amount: $0.amount + 7)] : nil
        })
        for record in records { auditor.take(record) }
        #expect(auditor.findings.count == 3)
        #expect(auditor.findings.allSatisfy { $0.sequence == sequence })
    }
}
