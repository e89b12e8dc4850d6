import Domain
import Records

/// Adds up a journal record by record, and says what does not come out even.
///
/// It takes nothing from the state machine: its books are two folds, one of the events and one of the transfers, and
/// the rules that both must meet at every record. A fault is told once; while it stands unchanged it is not repeated.
///
///     var auditor = Auditor()
///     for record in records { auditor.take(record) }
///     precondition(auditor.findings.isEmpty)
public struct Auditor: Sendable {
    /// Everything found so far, in order of record.
    public private(set) var findings: [AuditFinding] = []
    private var sequence: Int64 = 0
    private var stamp = Stamp.epoch
    var transfers = AuditedTransfers()
    var market = AuditedMarket()
    /// By what a difference is about: its size when it was last told.
    var told: [AuditSubject: Int128] = [:]

    public init() {}

    /// The findings over a whole journal.
    public static func findings(_ records: some Sequence<Record>) -> [AuditFinding] {
        var auditor = Auditor()
        for record in records { auditor.take(record) }
        return auditor.findings
    }

    /// Takes the next record. Complexity: O(events + transfers), and for a fill O(hours).
    ///
    /// - Returns: what this record added to `findings`; empty for a clean one.
    @discardableResult
    public mutating func take(_ record: Record) -> [AuditFinding] {
        var faults = headerFaults(record)
        market.begin(record)
        for event in record.events {
            if case .accountOpened(let id, let account) = event, let fault = transfers.open(id, account) {
                faults.append(fault)
            }
            market.fold(event)
        }
        market.endRecord()
        market.checkPieces()
        market.checkBundles()
        faults += market.faults
        market.faults.removeAll()
        for (position, transfer) in record.transfers.enumerated() {
            if let fault = transfers.post(transfer, position: position) { faults.append(fault) }
        }
        faults += totalFaults()
        let found = faults.map { AuditFinding(sequence: record.header.sequence, fault: $0) }
        findings += found
        return found
    }

    private mutating func headerFaults(_ record: Record) -> [AuditFault] {
        let header = record.header
        var faults: [AuditFault] = []
        if header.sequence != sequence + 1 { faults.append(.sequenceGap(expected: sequence + 1)) }
        if header.stamp < stamp { faults.append(.stampBackwards) }
        if header.outcome != .accepted, !record.events.isEmpty || !record.transfers.isEmpty {
            faults.append(.refusalMoves)
        }
        (sequence, stamp) = (header.sequence, max(stamp, header.stamp))
        return faults
    }
}
