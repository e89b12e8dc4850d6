import Postgres

/// The statements of the writer, parsed once in its session.
struct WriterStatements {
    private let inserts: [String: PreparedStatement]
    private let updates: [UpdateStatement: PreparedStatement]
    let fence: PreparedStatement

    /// Every table that a batch may write.
    static let tables: [Table] = [
        .journal, .clientKey, .erasableText, .transfer, .zone, .link, .chip, .marketPolicy, .instanceType,
        .referencePrice, .party, .partyApproval, .ownership, .relation, .bankReference, .deposit, .payout, .programme,
        .programmeVersion,
        .poolAuthorisation, .voucherDecision, .lot, .lotFace, .offer, .offerStep, .demand, .fill, .fillShare,
        .fillEvaluation, .lease, .delivery, .claim, .batch, .batchRun, .halt, .verification, .account, .balance,
        .treeHash,
        .stateHash,
        .checkpoint,
    ]

    init(_ connection: Connection) throws(PostgresError) {
        var inserts: [String: PreparedStatement] = [:]
        for table in Self.tables {
            inserts[table.name] = try connection.prepare("insert_\(table.name)", table.insertSQL)
        }
        var updates: [UpdateStatement: PreparedStatement] = [:]
        for statement in UpdateStatement.allCases {
            updates[statement] = try connection.prepare("update_\(statement.rawValue)", statement.sql)
        }
        self.inserts = inserts
        self.updates = updates
        fence = try connection.prepare("fence", "SELECT exchange.require_epoch($1)")
    }

    func insert(_ table: Table) -> PreparedStatement {
        guard let statement = inserts[table.name] else { preconditionFailure("\(table.name) is in the list") }
        return statement
    }

    func update(_ statement: UpdateStatement) -> PreparedStatement {
        guard let prepared = updates[statement] else { preconditionFailure("every update is prepared") }
        return prepared
    }
}
