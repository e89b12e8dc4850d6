import Domain

extension TieRule {
    /// Among demands of one window that gain the same from the same offers in the same hours; offers share nothing by
    /// hour. A fill's partner is the first cell of its arc.
    init(_ problem: HourlyProblem) {
        var rows: [HourlyRow] = []
        var starts: [Int32] = [0]
        for (number, demand) in problem.demands.enumerated() {
            let gains = problem.arcs(of: number).map {
                (problem.surplus(demand: number, arc: $0), problem.spans[$0].lowerBound)
            }
            let gaining = demand.quantity > .zero ? gains.filter { $0.0 > 0 } : []
            // First window and hours, under partners that are no cells, so that only those of one window are alike.
            if !gaining.isEmpty {
                rows.append(HourlyRow(surplus: demand.hours, partner: -2))
                rows.append(HourlyRow(surplus: demand.window.start << 32 | demand.window.end, partner: -1))
            }
            rows += gaining.map { HourlyRow(surplus: $0.0, partner: $0.1) }
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
