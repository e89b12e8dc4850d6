import Accounting
import Domain
import Programmes
import Records

// What demands hold and fills use of the caps that count after the issue.
extension Exchange {
    /// Sets what a demand holds of caps; returns when the first of their periods ends.
    mutating func setCapHolds(of entry: DemandEntry, from old: DemandHold, to new: DemandHold) -> Stamp? {
        if old.lots.isEmpty, new.lots.isEmpty { return nil }
        let applicant = parties.entry(entry.demand.buyer)!.applicant
        var ends: [Stamp] = []
        for held in programmesHeld(old, new) {
            let rules = rules(of: held.programme, held.version)
            caps.setHolds(
                held.amount, rules, programme: held.programme, applicant: applicant, demand: entry.id,
                window: entry.terms.window, at: draft.stamp)
            guard held.amount > .zero, let end = rules.capPeriodEnd(applicant, after: draft.stamp) else { continue }
            ends.append(end)
        }
        return ends.min()
    }

    mutating func queueCapPeriodEnd(of entry: DemandEntry, _ end: Stamp?) {
        guard end != entry.capPeriodEnd else { return }
        orders.update(entry.id) { $0.capPeriodEnd = end }
        guard let end, end < Stamp(hour: entry.terms.latestStart) else { return }
        due.insert(Due(at: end, kind: .capPeriodEnd, number: entry.id.number))
    }

    mutating func countCaps(of fill: Fill, at stamp: Stamp) {
        guard fill.shares.contains(where: { $0.source != .own }) else { return }
        let applicant = parties.entry(fill.buyer)!.applicant
        let hold = DemandHold(demand: fill.demand, own: .zero, lots: fill.lotAmounts)
        for used in programmesHeld(DemandHold.none(fill.demand), hold) {
            caps.recordFill(
                used.amount, rules(of: used.programme, used.version), programme: used.programme,
                applicant: applicant, window: fill.window, at: stamp)
        }
    }

    private struct HeldProgramme {
        let programme: ProgrammeID
        let version: Int64
        var amount: Money
    }

    /// The programmes of both holds in the order of their first lot, with what `new` has of each.
    private func programmesHeld(_ old: DemandHold, _ new: DemandHold) -> [HeldProgramme] {
        var held: [HeldProgramme] = []
        for (hold, counts) in [(old, false), (new, true)] {
            for part in hold.lots {
                let lot = lots[part.lot]!.lot
                let amount = counts ? part.amounts.reduce(Money.zero, +) : .zero
                if let position = held.firstIndex(where: {
                    $0.programme == lot.programme && $0.version == lot.programmeVersion
                }) {
                    held[position].amount += amount
                } else {
                    held.append(
                        HeldProgramme(programme: lot.programme, version: lot.programmeVersion, amount: amount))
                }
            }
        }
        return held
    }
}
