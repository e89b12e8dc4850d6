import Domain

extension TieRule {
    /// Among demands of one window that gain the same from the same offers in the same hours, with the same nominal
    /// subsidy; offers share nothing by hour. A fill's partner is the first cell of its arc.
    init(_ problem: HourlyProblem) {
        var rows: [HourlyRow] = []
        var starts: [Int32] = [0]
        for (number, demand) in problem.demands.enumerated() {
            // Without a subsidy nobody is served who gains nothing.
            let least: Int64 = problem.rates.isEmpty ? 1 : 0
            let gaining = problem.arcs(of: number).filter {
                demand.quantity > .zero && problem.surplus(demand: number, arc: $0) >= least
            }
            // First window and hours, under partners that are no cells, so that only those of one window are alike.
            if !gaining.isEmpty {
                rows.append(HourlyRow(surplus: demand.hours, partner: -2))
                rows.append(HourlyRow(surplus: demand.window.start << 32 | demand.window.end, partner: -1))
            }
            rows += gaining.map {
                HourlyRow(surplus: problem.surplus(demand: number, arc: $0), partner: problem.spans[$0].lowerBound)
            }
            // Then what they have of subsidy, so that sharing moves none.
            if !problem.rates.isEmpty {
                rows += gaining.map { HourlyRow(surplus: problem.rates[$0], partner: problem.spans[$0].lowerBound) }
            }
            starts.append(Int32(rows.count))
        }
        let groups = rows.withUnsafeBufferPointer { rows in
            starts.withUnsafeBufferPointer { starts in
                rows.baseAddress.map { first in
                    AlikeRegister(members: problem.demands.count, rows: first, starts: starts.baseAddress!).groups
                }
            }
        }
        self.init(
            demands: groups ?? [], offers: [],
            sizes: problem.demands.map { Size(quantity: $0.quantity.milli, minimum: $0.minimum.milli) })
    }
}

private struct HourlyRow: AlikeRow {
    let surplus: Int64
    let partner: Int32
}
