import Domain
import Records

/// One line of a demand's fills: what it comes to exactly so far, and what was posted of it.
public struct RunningLine: Hashable, Sendable {
    /// Sum over the fills, before rounding.
    public private(set) var exact: ExactAmount = ExactAmount()
    /// The sum, half-even; what the fills were posted in all.
    public private(set) var posted: Money = .zero

    public init() {}

    /// What one more fill is posted: the running total, half-even to fen, less what was posted; never negative.
    ///
    /// Errors: `overflow`; the line is then unchanged.
    public mutating func add(_ amount: ExactAmount) throws(Reason) -> Money {
        let (sum, overflow) = exact.value.addingReportingOverflow(amount.value)
        guard !overflow else { throw .overflow }
        let total = try ExactAmount(sum).rounded()
        defer { (exact, posted) = (ExactAmount(sum), total) }
        return total - posted
    }
}

extension RunningLine: Canonical {
    public func write(to writer: inout CanonicalWriter) { writer.write(exact.value, posted) }

    public init(from reader: inout CanonicalReader) throws(CanonicalError) {
        (exact, posted) = (ExactAmount(try reader.read()), try reader.read())
    }
}
