/// The parameters of one statement as libpq wants them: addresses, lengths, types.
///
/// Kept by the connection and reused, so that a statement allocates nothing here.
struct ParameterBuffer: ~Copyable {
    /// 1 GB less one byte, the longest field that the server takes.
    static let valueLengthMax = 0x3fff_ffff
    static let countMax = 65_535

    private var buffer = BinaryBuffer()
    private var offsets: [Int] = []
    private(set) var types: [UInt32] = []
    private(set) var lengths: [Int32] = []
    private(set) var formats: [Int32] = []
    private(set) var values: [UnsafePointer<CChar>?] = []

    var count: Int { types.count }

    /// Errors in order: too many, NUL in a text, a value too long.
    mutating func encode(_ parameters: [Parameter]) throws(PostgresError) {
        guard parameters.count <= Self.countMax else { throw .tooManyParameters(parameters.count) }
        removeAll()
        for parameter in parameters { try append(parameter) }
        for (index, offset) in offsets.enumerated() {
            if case .null = parameters[index] {
                values.append(nil)
            } else {
                values.append(UnsafePointer((buffer.start + offset).assumingMemoryBound(to: CChar.self)))
            }
        }
    }

    private mutating func append(_ parameter: Parameter) throws(PostgresError) {
        let start = buffer.count
        guard buffer.append(parameter) else { throw .nulInText(parameter: types.count) }
        guard buffer.count - start <= Self.valueLengthMax else { throw .valueTooLong(parameter: types.count) }
        offsets.append(start)
        types.append(parameter.type.rawValue)
        lengths.append(Int32(buffer.count - start))
        formats.append(1)
    }

    private mutating func removeAll() {
        buffer.removeAll()
        offsets.removeAll(keepingCapacity: true)
        types.removeAll(keepingCapacity: true)
        lengths.removeAll(keepingCapacity: true)
        formats.removeAll(keepingCapacity: true)
        values.removeAll(keepingCapacity: true)
    }
}
