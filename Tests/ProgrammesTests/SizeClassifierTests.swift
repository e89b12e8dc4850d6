import Domain
import Programmes
import Testing

/// Every bound of the standard of 2011, from both sides.
struct SizeClassifierTests {
    /// staff (persons), revenue and assets (10,000 yuan): large/medium/small; a dash where it is not measured.
    static let standard = """
        industry               | 1000/300/20 | 40000/2000/300    | -
        software               | 300/100/10  | 10000/1000/50     | -
        informationTransmission| 2000/100/10 | 100000/1000/100   | -
        wholesale              | 200/20/5    | 40000/5000/1000   | -
        retail                 | 300/50/10   | 20000/500/100     | -
        construction           | -           | 80000/6000/300    | 80000/5000/300
        transport              | 1000/300/20 | 30000/3000/200    | -
        warehousing            | 200/100/20  | 30000/1000/100    | -
        postal                 | 1000/300/20 | 30000/2000/100    | -
        accommodation          | 300/100/10  | 10000/2000/100    | -
        catering               | 300/100/10  | 10000/2000/100    | -
        propertyManagement     | 1000/300/100| 5000/1000/500     | -
        leasingAndBusiness     | 300/100/10  | -                 | 120000/8000/100
        realEstate             | -           | 200000/1000/100   | 10000/5000/2000
        agriculture            | -           | 20000/500/50      | -
        other                  | 300/100/10  | -                 | -
        """

    struct Row {
        let sector: Sector
        /// By measure: bounds of large, medium, small in the measure's smallest unit.
        let bounds: [(measure: Int, bounds: [Int64])]
    }

    static let rows: [Row] = standard.split(separator: "\n").map { line in
        let cells = line.split(separator: "|").map { $0.filter { $0 != " " } }
        let sector = Sector.allCases.first { "\($0)" == cells[0] }!
        let bounds = cells.dropFirst().enumerated().filter { $0.element != "-" }.map { place, cell in
            (measure: place, bounds: cell.split(separator: "/").map { Int64($0)! * (place == 0 ? 1 : 1_000_000) })
        }
        return Row(sector: sector, bounds: bounds)
    }

    func size(_ row: Row, _ values: [Int64]) -> FirmSize {
        var measured: [Int64] = [0, 0, 0]
        for (place, bound) in row.bounds.enumerated() { measured[bound.measure] = values[place] }
        return SizeClassifier.size(
            of: FirmProfile(
                region: Example.symbol("x"), sector: row.sector, staff: measured[0],
                revenue: Money(fen: measured[1]), assets: Money(fen: measured[2]),
                founded: Example.date("2020-01-01")))
    }

    @Test func everySectorHasARow() {
        #expect(Self.rows.map(\.sector) == Sector.allCases)
    }

    @Test func atEveryBound() {
        for row in Self.rows {
            let (large, medium, small) = (0, 1, 2)
            func at(_ level: Int) -> [Int64] { row.bounds.map { $0.bounds[level] } }
            #expect(size(row, at(large)) == .large, "\(row.sector)")
            #expect(size(row, at(medium)) == .medium, "\(row.sector)")
            #expect(size(row, at(small)) == .small, "\(row.sector)")
            for place in row.bounds.indices {
                func below(_ level: Int, rest: Int) -> [Int64] {
                    var values = at(rest)
                    values[place] = row.bounds[place].bounds[level] - 1
                    return values
                }
                // One measure under its upper bound makes an SME, however large the other is.
                #expect(size(row, below(large, rest: large)) == .medium, "\(row.sector) \(place)")
                // One measure short of a class falls through to the next.
                #expect(size(row, below(medium, rest: large)) == .small, "\(row.sector) \(place)")
                #expect(size(row, below(small, rest: large)) == .micro, "\(row.sector) \(place)")
                #expect(size(row, below(medium, rest: medium)) == .small, "\(row.sector) \(place)")
                #expect(size(row, below(small, rest: small)) == .micro, "\(row.sector) \(place)")
            }
        }
    }
}
