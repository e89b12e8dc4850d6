import Domain
import Records
import Simulation
import Testing

/// Faults of a record by itself.
struct RecordFaultTests {
    @Test func aDroppedRecordLeavesAGap() {
        var records = CleanJournal.records
        let dropped = records.remove(at: 100).header.sequence
        let first = Auditor.findings(records).first
        #expect(first == AuditFinding(sequence: dropped + 1, fault: .sequenceGap(expected: dropped)))
    }

    @Test func aStampThatGoesBackIsSeen() {
        var records = CleanJournal.records
        let last = records.removeLast()
        records.append(last.with(stamp: .epoch))
        #expect(Auditor.findings(records) == [AuditFinding(sequence: last.header.sequence, fault: .stampBackwards)])
    }

    @Test func aRefusalThatMovesIsSeen() throws {
        var records = CleanJournal.records
        let place = try #require(records.lastIndex { $0.header.outcome == .accepted && !$0.transfers.isEmpty })
        let sequence = records[place].header.sequence
        records[place] = records[place].with(outcome: .refused(.busy))
        #expect(Auditor.findings(records) == [AuditFinding(sequence: sequence, fault: .refusalMoves)])
    }

    /// Each event that begins something, dropped: what is about it later has no subject.
    @Test func aDroppedBeginningIsMissedLater() {
        let beginnings: [(EventKind, EventKind)] = [
            (.offerListed, .filled), (.offerListed, .offerClosed), (.demandAccepted, .holdSet),
            (.demandAccepted, .demandClosed), (.demandAccepted, .filled), (.lotIssued, .holdSet),
            (.lotIssued, .lotExpired), (.lotIssued, .filled), (.payoutRequested, .payoutApproved),
            (.filled, .delivered), (.filled, .earningMatured), (.filled, .claimed),
        ]
        for (dropped, missed) in beginnings {
            let records = CleanJournal.records.map { record in
                record.with(events: record.events.filter { $0.kind != dropped })
            }
            let found = Auditor.findings(records).map(\.fault)
            #expect(found.contains(.unknownSubject(missed)), "\(dropped) for \(missed)")
        }
    }
}
