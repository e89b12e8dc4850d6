import Domain

/// A row that did not enter the market, and why.
struct RefusedRow: Sendable {
    let file: String
    let line: Int
    let column: String?
    let code: String
}

/// The rows of an offer and a demand file, parsed once; what could not be parsed stands beside.
struct MarketFiles {
    let offers: [OfferRow]
    let demands: [DemandRow]
    let refused: [RefusedRow]

    /// Throws `FileProblem` where a file as a whole cannot be read.
    init(offers offerPath: String, demands demandPath: String) throws {
        var refused: [RefusedRow] = []
        let offerTable = try CSVTable(path: offerPath, required: OfferRow.columns)
        offers = try Self.rows(of: offerTable, &refused) { try OfferRow(offerTable, $0) }
        let demandTable = try CSVTable(path: demandPath, required: DemandRow.columns)
        demands = try Self.rows(of: demandTable, &refused) { try DemandRow(demandTable, $0) }
        self.refused = refused
    }

    private static func rows<Row>(
        of table: CSVTable, _ refused: inout [RefusedRow], _ make: (CSVRow) throws -> Row
    ) throws -> [Row] {
        var rows: [Row] = []
        for row in table.rows {
            do {
                rows.append(try make(row))
            } catch let problem as FileProblem {
                refused.append(
                    RefusedRow(file: problem.file, line: row.line, column: problem.column, code: problem.code))
            }
        }
        return rows
    }
}
