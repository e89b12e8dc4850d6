/// Writes canonical bytes into a buffer that can be used again.
public struct CanonicalWriter: Sendable {
    /// Longer than what was written, so that a field is stored without growing it.
    private var storage: [UInt8]
    /// The number of bytes written.
    public private(set) var count: Int

    public init(capacity: Int = 256) {
        storage = [UInt8](repeating: 0, count: max(capacity, 16))
        count = 0
    }

    /// What was written. The slice shares the buffer; to keep it across the next write costs a copy.
    public var written: ArraySlice<UInt8> { storage[..<count] }

    /// A copy of what was written.
    public var bytes: [UInt8] { Array(written) }

    /// Drops what was written and keeps the memory.
    public mutating func removeAll() { count = 0 }

    /// Makes room for `more` bytes. Complexity: amortised constant.
    @inline(__always)
    private mutating func ensure(_ more: Int) {
        if storage.count - count < more { grow(more) }
    }

    @inline(never)
    private mutating func grow(_ more: Int) {
        storage.append(contentsOf: repeatElement(0, count: max(storage.count, more)))
    }

    /// Any integer of a fixed width, the most significant byte first.
    @inline(__always)
    mutating func append<Value: FixedWidthInteger & BitwiseCopyable>(_ value: Value) {
        ensure(MemoryLayout<Value>.size)
        storage.withUnsafeMutableBytes { $0.storeBytes(of: value.bigEndian, toByteOffset: count, as: Value.self) }
        count += MemoryLayout<Value>.size
    }

    @inline(__always)
    mutating func append(byte: UInt8) { append(byte) }

    /// A number that must lie within `bounds` to be read back.
    @inline(__always)
    mutating func append(_ value: Int64, in bounds: ClosedRange<Int64>) {
        precondition(bounds.contains(value), "a value lies within the bounds of its type")
        append(value)
    }

    /// A text of at most 255 bytes behind its length.
    mutating func append(text: String) {
        append(byte: UInt8(text.utf8.count))
        append(contentsOf: text)
    }

    /// The UTF-8 of a text without a length.
    mutating func append(contentsOf text: String) {
        var text = text
        text.withUTF8 { append(contentsOf: UnsafeRawBufferPointer($0)) }
    }

    public mutating func append(contentsOf other: [UInt8]) {
        other.withUnsafeBytes { append(contentsOf: $0) }
    }

    /// Bytes that lie in memory.
    public mutating func append(contentsOf memory: UnsafeRawBufferPointer) {
        ensure(memory.count)
        storage.withUnsafeMutableBytes {
            UnsafeMutableRawBufferPointer(rebasing: $0[count...]).copyMemory(from: memory)
        }
        count += memory.count
    }
}
