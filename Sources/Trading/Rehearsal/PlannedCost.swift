import Accounting
import Domain
import Matching
import Programmes
import Records

/// What a lot pays of the fills of a demand.
public struct VoucherShare: Hashable, Sendable {
    public let lot: LotID
    public let programme: ProgrammeID
    /// Whether it replaces own money, or runs beside it.
    public let mode: ProgrammeMode
    public let amount: Money
}

/// What a walk gives a demand, as it would be posted if nothing came between.
public struct PlannedCost: Hashable, Sendable {
    /// With the numbers that they would get.
    public let fills: [Fill]
    public let evaluations: [FillEvaluation]
    /// By lot, in the order of use.
    public let vouchers: [VoucherShare]
    /// What is held for what stays open of it, for the worst case: no fill to come takes more.
    public let hold: DemandHold
}

extension PlannedCost {
    /// Nothing given, and this held.
    init(holding hold: DemandHold) { self.init(fills: [], evaluations: [], vouchers: [], hold: hold) }

    /// The capacity lines together: price × quantity × hours.
    public var capacity: Money { fills.reduce(.zero) { $0 + $1.capacity } }
    /// The transfer lines together; own money.
    public var transfer: Money { fills.reduce(.zero) { $0 + $1.transfer } }
    /// What own money pays of the capacity lines.
    public var own: Money {
        fills.flatMap(\.shares).reduce(.zero) { $1.source == .own ? $0 + $1.amount : $0 }
    }
}

extension Exchange {
    /// What a decision and its funding come to, with numbers from one on.
    ///
    /// - Parameter entry: the demand before them, with what it then holds.
    func cost(
        of decision: Decision, _ funding: [PlannedFunding], for entry: DemandEntry, from first: FillID
    ) -> PlannedCost {
        let (fills, evaluations) = fills(of: decision, funding, for: entry, from: first)
        let hold = decision.residual == .rest ? funding.last?.residual ?? entry.hold : .none(entry.id)
        return PlannedCost(fills: fills, evaluations: evaluations, vouchers: vouchers(paying: fills), hold: hold)
    }

    /// Planned fills as they would be posted, with numbers from one on.
    func fills(
        of decision: Decision, _ funding: [PlannedFunding], for entry: DemandEntry, from first: FillID
    ) -> (fills: [Fill], evaluations: [FillEvaluation]) {
        var (fills, evaluations): ([Fill], [FillEvaluation]) = ([], [])
        for (planned, funded) in zip(decision.fills, funding) {
            let id = FillID(first.number + Int64(fills.count))
            fills.append(fill(id, planned, funded, of: entry))
            evaluations += funded.evaluations(of: id)
        }
        return (fills, evaluations)
    }

    private func vouchers(paying fills: [Fill]) -> [VoucherShare] {
        var (lots, amounts): ([LotID], [LotID: Money]) = ([], [:])
        for share in fills.flatMap(\.shares) {
            guard case .lot(let lot, _) = share.source else { continue }
            if amounts[lot] == nil { lots.append(lot) }
            amounts[lot, default: .zero] += share.amount
        }
        return lots.map { lot in
            let terms = lotTerms(lot)
            return VoucherShare(lot: lot, programme: terms.programme, mode: terms.mode, amount: amounts[lot]!)
        }
    }
}
