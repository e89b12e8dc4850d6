/// Reads canonical bytes from the front, strictly.
public struct CanonicalReader: Sendable {
    private let bytes: [UInt8]
    private let end: Int
    /// Of the next byte, counted from 0.
    public private(set) var offset: Int

    public init(_ bytes: [UInt8]) {
        self.init(bytes, range: 0..<bytes.count)
    }

    /// Reads a part of `bytes`; offsets count from the first of them all.
    public init(_ bytes: [UInt8], range: Range<Int>) {
        precondition(range.lowerBound >= 0 && range.upperBound <= bytes.count, "a range lies within its bytes")
        self.bytes = bytes
        offset = range.lowerBound
        end = range.upperBound
    }

    public var remaining: Int { end - offset }
    public var isAtEnd: Bool { offset == end }

    /// The next value.
    public mutating func read<Value: Canonical>(
        _ type: Value.Type = Value.self
    ) throws(CanonicalError) -> Value {
        try Value(from: &self)
    }

    /// Errors: `trailingBytes`.
    public func finish() throws(CanonicalError) {
        guard isAtEnd else { throw CanonicalError(.trailingBytes(remaining), at: offset) }
    }

    /// Errors: `truncated`.
    @inline(__always)
    mutating func integer<Value: FixedWidthInteger>(_ type: Value.Type = Value.self) throws(CanonicalError) -> Value {
        let width = MemoryLayout<Value>.size
        guard remaining >= width else { throw CanonicalError(.truncated, at: offset) }
        let start = offset
        offset += width
        return bytes.withUnsafeBytes {
            Value(bigEndian: $0.loadUnaligned(fromByteOffset: start, as: Value.self))
        }
    }

    @inline(__always)
    mutating func byte() throws(CanonicalError) -> UInt8 {
        guard remaining >= 1 else { throw CanonicalError(.truncated, at: offset) }
        defer { offset += 1 }
        return bytes[offset]
    }

    /// Errors: `truncated`, `outOfRange`.
    mutating func integer(in bounds: ClosedRange<Int64>) throws(CanonicalError) -> Int64 {
        let start = offset
        let value = try integer(Int64.self)
        guard bounds.contains(value) else { throw CanonicalError(.outOfRange(value), at: start) }
        return value
    }

    /// So many bytes. Errors: `truncated`.
    public mutating func take(_ count: Int) throws(CanonicalError) -> ArraySlice<UInt8> {
        guard remaining >= count else { throw CanonicalError(.truncated, at: offset) }
        defer { offset += count }
        return bytes[offset..<offset + count]
    }

    /// A text behind its length in one byte. Errors: `truncated`, `notUTF8`.
    mutating func text() throws(CanonicalError) -> String {
        let start = offset
        let length = try byte()
        let taken = try take(Int(length))
        guard let text = String(validating: taken, as: UTF8.self) else { throw CanonicalError(.notUTF8, at: start) }
        return text
    }

    /// The number of elements of a list. Errors: `truncated`, `countTooLarge`.
    ///
    /// Every element takes a byte at least, so a false count cannot ask for more memory than was read.
    mutating func count() throws(CanonicalError) -> Int {
        let start = offset
        let count = try integer(UInt32.self)
        guard count <= CanonicalBound.listCountMost, count <= remaining else {
            throw CanonicalError(.countTooLarge(count), at: start)
        }
        return Int(count)
    }
}

/// Bounds of the form itself, where the types have none of their own.
public enum CanonicalBound {
    /// Elements of one list.
    public static let listCountMost: UInt32 = 1 << 20
}
