/// A statement that one connection has parsed and keeps under a name.
public struct PreparedStatement: Sendable {
    public let name: String
    /// As the server wants them, so that a value of another width is refused here and not misread there.
    public let parameterTypes: [PostgresType]
    let kind: StatementKind

    /// Throws `parameterMismatch` with the first parameter that does not fit.
    func check(_ parameters: [Parameter]) throws(PostgresError) {
        guard parameters.count == parameterTypes.count else {
            let first = min(parameters.count, parameterTypes.count)
            throw .parameterMismatch(statement: name, parameter: first)
        }
        for (index, type) in parameterTypes.enumerated() where !parameters[index].fits(type) {
            throw .parameterMismatch(statement: name, parameter: index)
        }
    }
}
