import Domain
import Records
import Simulation
import Testing
import Trading

/// A clean journal to plant faults in.
enum CleanJournal {
    /// Of the first seed whose market moves money for every reason there is yet, fills in a batch, fills a demand in SCU, and
    /// finds hours in place of a lease that it cuts.
    static let records: [Record] = {
        let wanted = Set(TransferCause.allCases).subtracting([.forfeit])
        let journals = (1...100).lazy.map { seed in
            SimulatedExchange.journal(seed: seed, sizes: MarketSizes(commands: 600)).map(\.record)
        }
        return journals.first { records in
            wanted.isSubset(of: records.flatMap(\.transfers).map(\.cause))
                && records.contains { $0.events.contains { $0.kind == .quoteTaken } }
                && records.contains { $0.fillsInABatch } && records.contains { $0.cutsAndFills }
                && records.flatMap(\.events).contains {
                    if case .filled(let fill) = $0 { fill.milliScu != nil } else { false }
                }
        } ?? []
    }()

    /// As it was listed.
    static func offer(_ id: OfferID) -> Offer? {
        for case .offerListed(let offer) in records.lazy.flatMap(\.events) where offer.id == id { return offer }
        return nil
    }

    /// As it was accepted or quoted.
    static func demand(_ id: DemandID) -> Demand? {
        records.lazy.flatMap(\.events).compactMap { event in
            switch event {
            case .demandAccepted(let demand, _): demand
            case .demandQuoted(let quote): quote.demand
            default: nil
            }
        }.first { $0.id == id }
    }
}

extension Record {
    /// Whether it closes a batch and makes fills.
    var fillsInABatch: Bool {
        events.contains { if case .batchClosed(_, .cleared) = $0 { true } else { false } }
            && events.contains { $0.kind == .filled }
    }

    /// Whether it cuts leases and fills what looks for their hours, and nothing else before.
    var cutsAndFills: Bool {
        let sought = events.compactMap { if case .leaseCut(let cut) = $0 { cut.sought } else { nil } }
        guard let first = sought.first else { return false }
        return events.lazy.compactMap { if case .filled(let fill) = $0 { fill.demand } else { nil } }.first == first
    }

    func with(
        sequence: Int64? = nil, stamp: Stamp? = nil, outcome: Outcome? = nil, events: [Event]? = nil,
        transfers: [Transfer]? = nil
    ) -> Record {
        let old = header
        let header = RecordHeader(
            sequence: sequence ?? old.sequence, stamp: stamp ?? old.stamp, actor: old.actor, kind: old.kind,
            outcome: outcome ?? old.outcome)
        return Record(
            header: header, command: command, events: events ?? self.events, transfers: transfers ?? self.transfers)
    }
}

extension Transfer {
    func with(
        debit: AccountID? = nil, credit: AccountID? = nil, amount: Int64? = nil, lot: LotID?? = nil
    ) -> Transfer {
        Transfer(
            debit: debit ?? self.debit, credit: credit ?? self.credit, amount: amount ?? self.amount,
            lot: lot ?? self.lot, cause: cause, subject: subject)
    }
}

extension Fill {
    func with(
        id: FillID? = nil, quantity: Quantity? = nil, priceSum: Int64? = nil, capacity: Money? = nil,
        shares: [FundingShare]? = nil, versions: PinnedVersions? = nil, milliScu: Int64?? = nil,
        window: Window? = nil
    ) -> Fill {
        Fill(
            id: id ?? self.id, demand: demand, offer: offer, buyer: buyer, provider: provider,
            quantity: quantity ?? self.quantity, window: window ?? self.window, askSum: askSum,
            priceSum: priceSum ?? self.priceSum,
            chargeTariff: chargeTariff, home: home, zone: zone, capacity: capacity ?? self.capacity,
            transfer: transfer, shares: shares ?? self.shares, fee: fee, versions: versions ?? self.versions,
            related: related,
            milliScu: milliScu ?? self.milliScu)
    }
}

/// Replaces an event of the first record that suits and in which `change` finds something to change.
///
/// - Returns: the spoilt journal and the sequence of the record.
func tampering(
    where suits: (Record) -> Bool = { _ in true }, events change: (Event) -> [Event]?,
    _ sourceLocation: SourceLocation = #_sourceLocation
) throws -> (records: [Record], sequence: Int64) {
    var records = CleanJournal.records
    for (position, record) in records.enumerated() where suits(record) {
        guard let place = record.events.firstIndex(where: { change($0) != nil }) else { continue }
        var events = record.events
        events.replaceSubrange(place...place, with: change(events[place]) ?? [])
        records[position] = record.with(events: events)
        return (records, record.header.sequence)
    }
    throw NothingToTamper(sourceLocation: sourceLocation)
}

/// The same for a transfer of any record.
func tampering(
    transfers change: (Transfer) -> [Transfer]?, _ sourceLocation: SourceLocation = #_sourceLocation
) throws -> (records: [Record], sequence: Int64) {
    var records = CleanJournal.records
    for (position, record) in records.enumerated() {
        guard let place = record.transfers.firstIndex(where: { change($0) != nil }) else { continue }
        var transfers = record.transfers
        transfers.replaceSubrange(place...place, with: change(transfers[place]) ?? [])
        records[position] = record.with(transfers: transfers)
        return (records, record.header.sequence)
    }
    throw NothingToTamper(sourceLocation: sourceLocation)
}

/// The clean journal has no such event or transfer.
struct NothingToTamper: Error {
    let sourceLocation: SourceLocation
}

/// The faults that an auditor finds in a spoilt journal, with the first of them at the spoilt record.
func faults(
    _ spoilt: (records: [Record], sequence: Int64), _ sourceLocation: SourceLocation = #_sourceLocation
) -> [AuditFault] {
    let findings = Auditor.findings(spoilt.records)
    #expect(findings.first?.sequence == spoilt.sequence, sourceLocation: sourceLocation)
    return findings.filter { $0.sequence == spoilt.sequence }.map(\.fault)
}
