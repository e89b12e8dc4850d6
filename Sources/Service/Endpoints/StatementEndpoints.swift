import Accounting
import Domain
import ExchangeAPI
import Identity
import Trading

/// The provider's statement, fill by fill, footing to the ledger.
enum StatementEndpoints {
    static let all: [Endpoint] = [.list("/v1/statement", .getStatement, statement)]

    @Sendable private static func statement(_ call: Call) async throws(ServiceFault) -> Answer {
        guard let provider = call.actor.organisation else { throw ServiceFault(.seatForbidden) }
        let page = call.pageRequest
        let found = try await call.inspect { exchange in exchange.statement(of: provider) }
        let rest = found.value.fills.filter { $0.lease.number > page.after.first }
        let items = rest.prefix(page.limit)
        let next =
            rest.count > items.count ? items.last.map { Cursor(PagePosition($0.lease.number), of: .getStatement) } : nil
        return .json(
            StatementResource(
                provider: provider, foots: found.value.foots, items: items.map(FillStatementBody.init),
                next: next?.text), sequence: found.sequence)
    }
}

extension FillStatementBody {
    fileprivate init(_ statement: FillStatement) {
        self.init(
            lease: statement.lease, demand: statement.demand, buyer: statement.buyer, used: statement.used,
            idle: statement.idle, missed: statement.missed, undelivered: statement.undelivered,
            lines: statement.lines.map(StatementLineBody.init))
    }
}

extension StatementLineBody {
    fileprivate init(_ line: StatementLine) {
        let (source, funder): (String, Int64?) =
            switch line.source {
            case .own: ("own", nil)
            case .transfer: ("transfer", nil)
            case .lot(let lot): ("\(lot.lot)", lot.funder)
            }
        self.init(
            source: source, funder: funder, amount: line.amount, escrow: line.escrow, earned: line.earned,
            refunded: line.refunded, fee: line.fee, waiting: line.waiting, paid: line.paid,
            claimable: line.claimable, claimed: line.claimed, claimState: Named(line.claimState).wire)
    }
}
