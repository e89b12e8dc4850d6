import Domain

/// Why bytes are not the canonical form of anything, and where.
public struct CanonicalError: Error, Hashable, Sendable {
    /// What is wrong, in the order in which one field is looked at.
    public enum Fault: Hashable, Sendable {
        /// The bytes end before the value does.
        case truncated
        /// A version of the form that this program does not know.
        case unknownVersion(UInt8)
        /// Neither command, event nor transfer, or not the one that was expected.
        case unknownPart(UInt8)
        /// No case of the enumeration has this number.
        case unknownTag(UInt8)
        /// No reason has this code.
        case unknownReason
        /// A list is longer than its bound or than the bytes that are left.
        case countTooLarge(UInt32)
        /// A text is not UTF-8.
        case notUTF8
        /// A number is outside its bounds.
        case outOfRange(Int64)
        /// The type refuses the values that were read.
        case refused(Reason)
        /// The values are right, but not in the one order or spelling that they have.
        case notCanonical
        /// The value has ended and so many bytes follow.
        case trailingBytes(Int)
        /// The header names another kind than the command has.
        case kindMismatch
    }

    public let fault: Fault
    /// Of the field in the bytes that were read, counted from 0.
    public let offset: Int

    public init(_ fault: Fault, at offset: Int) {
        self.fault = fault
        self.offset = offset
    }
}

extension CanonicalError {
    /// What `make` returns; a refusal becomes an error at `offset`.
    public static func checking<Value>(
        at offset: Int, _ make: () throws(Reason) -> Value
    ) throws(CanonicalError) -> Value {
        do { return try make() } catch { throw CanonicalError(.refused(error), at: offset) }
    }
}
