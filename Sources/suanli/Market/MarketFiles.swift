import Domain
import TransparencyLog

/// A row that did not enter the market, and why.
struct RefusedRow: Sendable {
    let file: String
    let line: Int
    let column: String?
    let code: String
}

/// One file of a market: where it is, and what its bytes hash to.
struct MarketFile {
    enum Kind: String {
        case offers
        case demands
    }

    let path: String
    let hash: Digest

    /// A file that is not given.
    static let none = MarketFile(path: "", hash: .sha256(of: []))
}

extension MarketFile.Kind {
    /// The column that a refusal by the exchange points at; nil where it is the row as a whole.
    func column(of code: String) -> String? {
        switch (self, code) {
        case (.offers, "unknown_chip"), (.offers, "rate_above_dense"): "chip"
        case (.offers, "unknown_party"), (.offers, "not_admitted"): "provider"
        case (.demands, "unknown_chip"): "syn_chips_ok"
        case (.demands, "unknown_party"), (.demands, "not_admitted"): "syn_tenant"
        case (.demands, "window_past"): "submit_s"
        case (.demands, "window_too_long"), (.demands, "window_out_of_range"): "duration_s"
        case (.demands, "funds_insufficient"): "syn_limit_fen_per_hour"
        default: nil
        }
    }
}

/// The rows of an offer and a demand file, parsed once; what could not be parsed stands beside.
struct MarketFiles {
    let offers: [OfferRow]
    let demands: [DemandRow]
    let refused: [RefusedRow]
    private let files: [MarketFile.Kind: MarketFile]

    /// Either may be left out. Throws `FileProblem` where a file as a whole cannot be read.
    init(offers offerPath: String?, demands demandPath: String?) throws {
        var refused: [RefusedRow] = []
        let offerTable = try offerPath.map { try CSVTable(path: $0, required: OfferRow.columns) }
        offers = try Self.rows(of: offerTable, &refused) { try OfferRow($0, $1) }
        let demandTable = try demandPath.map { try CSVTable(path: $0, required: DemandRow.columns) }
        demands = try Self.rows(of: demandTable, &refused) { try DemandRow($0, $1) }
        self.refused = refused
        files = [
            .offers: offerTable.map { MarketFile(path: $0.file, hash: $0.hash) } ?? .none,
            .demands: demandTable.map { MarketFile(path: $0.file, hash: $0.hash) } ?? .none,
        ]
    }

    private static func rows<Row>(
        of table: CSVTable?, _ refused: inout [RefusedRow], _ make: (CSVTable, CSVRow) throws -> Row
    ) throws -> [Row] {
        var rows: [Row] = []
        for row in table?.rows ?? [] {
            do {
                rows.append(try make(table!, row))
            } catch let problem as FileProblem {
                refused.append(
                    RefusedRow(file: problem.file, line: row.line, column: problem.column, code: problem.code))
            }
        }
        return rows
    }

    func file(_ kind: MarketFile.Kind) -> MarketFile { files[kind] ?? .none }

    /// Stands for both files.
    var hash: Digest { .sha256(of: file(.offers).hash.bytes + file(.demands).hash.bytes) }

    /// In order of appearance.
    var providerNames: [String] { Self.distinct(offers.lazy.map(\.provider), except: []) }

    /// In order of appearance; who provides too is not among them.
    var buyerNames: [String] { Self.distinct(demands.lazy.map(\.tenant), except: Set(providerNames)) }

    private static func distinct(_ names: some Sequence<String>, except known: Set<String>) -> [String] {
        var seen = known
        return names.filter { seen.insert($0).inserted }
    }
}
