import Domain

extension TieRule {
    /// Among demands of one window that gain the same from the same offers; offers share nothing by hour.
    init(_ problem: HourlyProblem) {
        var rows: [HourlyRow] = []
        var starts: [Int32] = [0]
        for (number, demand) in problem.demands.enumerated() {
            // First the window, under a partner that is no offer, so that only those of one window are alike.
            if !problem.arcs(of: number).isEmpty {
                rows.append(HourlyRow(surplus: demand.window.start << 32 | demand.window.end, partner: -1))
            }
            for arc in problem.arcs(of: number) {
                rows.append(
                    HourlyRow(surplus: problem.surplus(demand: number, arc: arc), partner: problem.arcs[arc].offer))
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
