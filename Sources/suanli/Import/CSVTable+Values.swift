import Domain

/// Bounds of what a unit has: as the exchange admits them.
enum MeasureBounds {
    static let most: Int64 = 1 << 60
}

extension CSVTable {
    /// A whole number; nil where the field is empty. Throws `FileProblem`.
    func integer(_ row: CSVRow, _ column: String) throws -> Int64? {
        let text = field(row, column)
        if text.isEmpty { return nil }
        guard let number = Int64(text) else {
            throw problem(
                row, column, "not_a_number",
                "“\(text.prefix(40))” is not a whole number of 64 bits; write digits only")
        }
        return number
    }

    func requireInteger(_ row: CSVRow, _ column: String) throws -> Int64 {
        guard let number = try integer(row, column) else {
            throw problem(row, column, "field_missing", "is empty; write a number")
        }
        return number
    }

    /// A number that has to be there, within bounds.
    func integer(_ row: CSVRow, _ column: String, in bounds: ClosedRange<Int64>) throws -> Int64 {
        let number = try requireInteger(row, column)
        guard bounds.contains(number) else {
            throw problem(
                row, column, "value_out_of_range",
                "\(number) is not within \(bounds.lowerBound) and \(bounds.upperBound); correct it")
        }
        return number
    }

    /// What a unit has of something; an empty field is none.
    func measure(_ row: CSVRow, _ column: String) throws -> Int64 {
        if field(row, column).isEmpty { return 0 }
        return try integer(row, column, in: 0...MeasureBounds.most)
    }

    /// A number in another unit, which Domain parses.
    ///
    /// - Parameter tooLarge: the reason where the number does not fit after the change of unit.
    func scaled<Value>(
        _ row: CSVRow, _ column: String, by factor: Int64, _ tooLarge: Reason,
        _ parse: (Int64) throws(Reason) -> Value
    ) throws -> Value {
        let (number, overflow) = try requireInteger(row, column).multipliedReportingOverflow(by: factor)
        return try domain(row, column) { () throws(Reason) in
            guard !overflow else { throw tooLarge }
            return try parse(number)
        }
    }

    func requireText(_ row: CSVRow, _ column: String) throws -> String {
        let text = field(row, column)
        if text.isEmpty { throw problem(row, column, "field_missing", "is empty; fill it in") }
        return text
    }

    func symbol(_ row: CSVRow, _ column: String) throws -> Symbol {
        try domain(row, column) { () throws(Reason) in try Symbol(field(row, column)) }
    }

    /// Parses into Domain's types; a refusal becomes a problem at this field.
    func domain<Value>(
        _ row: CSVRow, _ column: String, _ body: () throws(Reason) -> Value
    ) throws -> Value {
        do throws(Reason) {
            return try body()
        } catch {
            throw problem(row, column, error.code, "“\(field(row, column).prefix(40))” is refused; correct the field")
        }
    }
}
