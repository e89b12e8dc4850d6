import Accounting
import Domain
import Records
import Testing

extension Posting {
    /// `hold 12 cny/free/party-1 > cny/held/party-1 of demand-1 lot-3`; zero amounts are left out of tables.
    var text: String {
        "\(cause) \(amount) \(from.path) > \(to.path)\(subject.text)" + (lot.map { " \($0)" } ?? "")
    }
}

extension TransferSubject {
    fileprivate var text: String {
        switch self {
        case .none: ""
        case .party(let id): " of \(id)"
        case .programme(let id): " of \(id)"
        case .lot(let id): " of \(id)"
        case .demand(let id): " of \(id)"
        case .lease(let id): " of \(id)"
        case .payout(let id): " of \(id)"
        }
    }
}

/// Compares a moment's postings with a table of one line each.
func expect(_ postings: [Posting], _ table: String, sourceLocation: SourceLocation = #_sourceLocation) {
    let lines = postings.filter { $0.amount != 0 }.map(\.text).joined(separator: "\n")
    #expect(lines == table, sourceLocation: sourceLocation)
}
