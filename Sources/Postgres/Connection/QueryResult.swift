import CLibPQ

/// What a statement returned: rows in the binary format, and how many it touched.
///
/// Stays on the connection's thread; copy values out of it to hand them on.
public final class QueryResult {
    let handle: OpaquePointer

    /// Takes over the result and frees it at the end.
    init(owning handle: OpaquePointer) { self.handle = handle }

    deinit { PQclear(handle) }

    public var rowCount: Int { Int(PQntuples(handle)) }
    public var columnCount: Int { Int(PQnfields(handle)) }

    /// The command tag, such as `INSERT 0 5`.
    public var commandTag: String { String(cString: PQcmdStatus(handle)) }

    /// Rows inserted, updated, deleted, selected or copied; 0 for other commands.
    public var affectedRows: Int { Int(String(cString: PQcmdTuples(handle))) ?? 0 }

    /// What a described statement wants.
    var parameterTypes: [PostgresType] {
        (0..<PQnparams(handle)).map { PostgresType(rawValue: PQparamtype(handle, $0)) }
    }

    /// The place of a column by its name; nil if there is none.
    public func column(named name: String) -> Int? {
        let place = PQfnumber(handle, SQLText.identifier(name))
        return place < 0 ? nil : Int(place)
    }

    /// Traps on a row that does not exist, as an array does.
    public subscript(row: Int) -> Row {
        precondition(row >= 0 && row < rowCount, "no such row")
        return Row(result: self, index: Int32(row))
    }

    public var rows: some Sequence<Row> { (0..<rowCount).lazy.map { self[$0] } }

    /// The first row. Throws `noSuchRow` if there is none.
    public func first() throws(PostgresError) -> Row {
        guard rowCount > 0 else { throw .noSuchRow(0) }
        return self[0]
    }
}
