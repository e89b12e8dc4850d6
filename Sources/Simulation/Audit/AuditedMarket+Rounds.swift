import Domain
import Records

/// A round of the policy of batches: when it is due, and what it waits for.
struct AuditedRound: Sendable {
    let round: BatchRound
    var next: Stamp
    var awaits: Set<BatchID>?

    init(_ round: BatchRound, after stamp: Stamp) {
        self.round = round
        next = AuditedRound.next(round, after: stamp)
    }

    /// Minute by minute.
    static func next(_ round: BatchRound, after stamp: Stamp) -> Stamp {
        var minute = stamp.microseconds.quotientAndRemainder(dividingBy: 60_000_000).quotient + 1
        while (minute - round.offsetMinutes) % round.everyMinutes != 0 { minute += 1 }
        return Stamp(microseconds: minute * 60_000_000)
    }

    /// Whether it keeps whom it would let in.
    func keeps(at stamp: Stamp) -> Bool {
        guard round.noCancelSeconds > 0 else { return false }
        return awaits != nil || next.microseconds - stamp.microseconds <= round.noCancelSeconds * 1_000_000
    }

    /// The first hour that it can clear.
    func firstHour(at stamp: Stamp) -> Hour {
        let call = awaits == nil ? max(stamp, next) : stamp
        return call == Stamp(hour: call.hour) ? call.hour : call.hour + 1
    }
}

extension AuditedMarket {
    /// What has nothing to wait for any more is called by the next record, unless that is another that fell due.
    mutating func begin(_ record: Record) {
        let header = record.header
        stamp = header.stamp
        called = []
        if bounds.count(record), let party = header.actor.organisation { faults.append(.ordersTooMany(party)) }
        guard header.kind != .tick else { return }
        for (number, round) in rounds.enumerated() where round.awaits == [] {
            faults.append(.residualLate(Int64(number)))
        }
    }

    mutating func waits(for ids: [BatchID], round number: Int64, next: Stamp) {
        guard rounds.indices.contains(Int(number)) else { return faults.append(.roundDiffers(number)) }
        let round = rounds[Int(number)]
        let isRight =
            round.round.clearsResidual && round.next <= stamp && !ids.isEmpty
            && ids == openBatches(within: round.round.zone)
            && next == AuditedRound.next(round.round, after: stamp)
        if !isRight { faults.append(.roundDiffers(number)) }
        rounds[Int(number)].next = next
        rounds[Int(number)].awaits = Set(ids)
    }

    mutating func hold(round number: Int64, next: Stamp) {
        guard rounds.indices.contains(Int(number)) else { return faults.append(.roundDiffers(number)) }
        let round = rounds[Int(number)]
        let isDue = round.next <= stamp
        let isFree = !round.round.clearsResidual || openBatches(within: round.round.zone).isEmpty
        let isRight =
            isDue
            ? isFree && next == AuditedRound.next(round.round, after: stamp) : round.awaits == [] && next == round.next
        if !isRight { faults.append(.roundDiffers(number)) }
        rounds[Int(number)].next = next
        rounds[Int(number)].awaits = nil
    }

    /// Before this record.
    private func openBatches(within zone: ZoneID) -> [BatchID] {
        batches.values.filter { !called.contains($0.id) && isWithin($0.scope.zone, zone) }.map(\.id).sorted()
    }

    private func isWithin(_ zone: ZoneID, _ outer: ZoneID) -> Bool {
        lineage(zone).contains(outer)
    }

    /// Owners take nothing out that a near round keeps, and amend nothing of it.
    mutating func checkLeaving(_ event: Event) {
        let isKept =
            switch event {
            case .demandClosed(let id, .cancelledByOwner): keeps(id)
            case .demandAmended(let demand, _, _): keeps(demand.id)
            case .offerClosed(let id, .withdrawn): keeps(id)
            case .offerAmended(let offer): keeps(offer.id)
            default: false
            }
        if isKept { faults.append(.leftInNoCancelPhase(event.kind)) }
    }

    private func keeps(_ id: DemandID) -> Bool {
        guard let terms = demands[id]?.terms, terms.lane == .batch else { return false }
        return rounds.contains {
            $0.keeps(at: stamp) && isWithin(terms.home, $0.round.zone)
                && terms.window.end - terms.hours >= $0.firstHour(at: stamp)
        }
    }

    private func keeps(_ id: OfferID) -> Bool {
        guard let terms = offers[id]?.offer.terms else { return false }
        return rounds.contains {
            $0.keeps(at: stamp) && isWithin(terms.zone, $0.round.zone)
                && $0.round.lot.milli % terms.lotSize.milli == 0
                && (terms.schedule.steps.last?.window.end ?? 0) > $0.firstHour(at: stamp)
        }
    }
}
