import Postgres

/// A statement that changes rows, and the arrays that it takes; it raises unless it meets every row it was sent.
struct RowUpdate: Sendable {
    let statement: UpdateStatement
    let parameters: [Parameter]
    let rowCount: Int
}

/// The statements of a batch that change rows.
///
/// `require_rows` raises within the transaction: an answer that is read later would come too late.
enum UpdateStatement: String, CaseIterable, Sendable {
    case balance
    case lotBalance
    case partyAdmitted
    case payoutApproved
    case programmeLive
    case versionApproved
    case lotExpired
    case offer
    case demand
    case lease
    case batchClosed
    case logHead

    var sql: String {
        switch self {
        case .balance:
            Self.update(
                "balance AS r", "balance = u.balance", "(account, balance)", ["bigint", "bigint"],
                "r.account = u.account")
        case .lotBalance:
            """
            WITH changed AS (
                INSERT INTO exchange.lot_balance AS r (lot, free, held)
                SELECT * FROM unnest($1::bigint[], $2::bigint[], $3::bigint[])
                ON CONFLICT (lot) DO UPDATE SET free = excluded.free, held = excluded.held RETURNING 1)
            SELECT exchange.require_rows(count(*), cardinality($1)) FROM changed
            """
        case .partyAdmitted: Self.update("party AS r", "admitted = true", "(id)", ["bigint"])
        case .payoutApproved:
            Self.update(
                "payout AS r", "approver = u.approver, reference = u.reference, approved_seq = u.seq",
                "(id, approver, reference, seq)", ["bigint", "bigint", "text", "bigint"])
        case .programmeLive:
            Self.update("programme AS r", "live_version = u.version", "(id, version)", ["bigint", "bigint"])
        case .versionApproved:
            Self.update(
                "programme_version AS r", "approver = u.approver, approved_seq = u.seq",
                "(programme, version, approver, seq)", ["bigint", "bigint", "bigint", "bigint"],
                "r.programme = u.programme AND r.version = u.version")
        case .lotExpired:
            Self.update(
                "lot AS r", "state = 'expired', expired_amount = u.amount, expired_to = u.destination",
                "(id, amount, destination)", ["bigint", "bigint", "text"])
        case .offer:
            Self.update(
                "offer AS r",
                """
                state = CASE WHEN u.reason IS NULL THEN r.state ELSE 'closed' END,
                reason = coalesce(u.reason, r.reason), start_hour = coalesce(u.start_hour, r.start_hour),
                end_hour = coalesce(u.end_hour, r.end_hour),
                price = CASE WHEN u.body IS NULL THEN r.price ELSE u.price END, body = coalesce(u.body, r.body)
                """,
                "(id, reason, start_hour, end_hour, price, body)",
                ["bigint", "text", "bigint", "bigint", "bigint", "bytea"])
        case .demand:
            Self.update(
                "demand AS r",
                """
                filled_hours = r.filled_hours + u.filled, held_own = coalesce(u.own, r.held_own),
                held_lots = coalesce(u.lots, r.held_lots), state = coalesce(u.state, r.state),
                reason = coalesce(u.reason, r.reason), quantity = coalesce(u.quantity, r.quantity),
                price_limit = coalesce(u.price_limit, r.price_limit), body = coalesce(u.body, r.body),
                network_version = coalesce(u.network, r.network_version),
                conversion_version = coalesce(u.conversion, r.conversion_version),
                policy_version = coalesce(u.policy, r.policy_version),
                reference_version = coalesce(u.reference, r.reference_version), most = coalesce(u.most, r.most)
                """,
                """
                (id, filled, own, lots, state, reason, quantity, price_limit, body, network, conversion, policy,
                 reference, most)
                """,
                [
                    "bigint", "bigint", "bigint", "bigint", "text", "text", "bigint", "bigint", "bytea", "bigint",
                    "bigint", "bigint", "bigint", "bigint",
                ])
        case .lease:
            Self.update(
                "lease AS r",
                """
                used = r.used + u.used, idle = r.idle + u.idle, missed = r.missed + u.missed,
                delivered_until = coalesce(u.until, r.delivered_until), matured = r.matured + u.matured,
                claimed = r.claimed + u.claimed, reason = coalesce(u.reason, r.reason),
                ended_hour = coalesce(u.ended, r.ended_hour), cut = r.cut + u.cut,
                sought = coalesce(u.sought, r.sought)
                """,
                "(id, used, idle, missed, until, matured, claimed, reason, ended, cut, sought)",
                [
                    "bigint", "bigint", "bigint", "bigint", "bigint", "bigint", "bigint", "text", "bigint", "bigint",
                    "bigint",
                ])
        case .batchClosed:
            Self.update(
                "batch AS r",
                "state = u.state, reason = u.reason, proof = u.proof, rejected = u.rejected, closed_seq = u.seq",
                "(id, state, reason, proof, rejected, seq)", ["bigint", "text", "text", "bytea", "bigint", "bigint"])
        case .logHead:
            """
            WITH changed AS (
                UPDATE exchange.log_head SET size = $2, root = $3, frontier = $4, stamp = $5
                WHERE only_row AND size = $1 RETURNING 1)
            SELECT exchange.require_rows(count(*), 1) FROM changed
            """
        }
    }

    private static func update(
        _ table: String, _ assignments: String, _ names: String, _ types: [String], _ condition: String = "r.id = u.id"
    ) -> String {
        let arrays = types.enumerated().map { "$\($0 + 1)::\($1)[]" }.joined(separator: ", ")
        return """
            WITH changed AS (
                UPDATE exchange.\(table) SET \(assignments)
                FROM unnest(\(arrays)) AS u\(names) WHERE \(condition) RETURNING 1)
            SELECT exchange.require_rows(count(*), cardinality($1)) FROM changed
            """
    }
}
