import CLibPQ

extension ServerError {
    /// Reads the fields of an error or notice; nil when libpq itself made the result up, which
    /// it does when the connection is gone.
    init?(result: OpaquePointer?) {
        func field(_ code: Unicode.Scalar) -> String? {
            PQresultErrorField(result, Int32(code.value)).map { String(cString: $0) }
        }
        guard let sqlState = field("C") else { return nil }
        self.init(
            severity: Severity(rawValue: field("V") ?? field("S") ?? "") ?? .error,
            sqlState: sqlState,
            message: field("M") ?? "",
            detail: field("D"),
            hint: field("H"),
            schema: field("s"),
            table: field("t"),
            column: field("c"),
            constraint: field("n"),
            position: field("P").flatMap { Int($0) })
    }
}
