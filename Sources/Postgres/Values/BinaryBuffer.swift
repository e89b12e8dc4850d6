import Glibc

/// Bytes in network order, reused from one statement to the next.
///
/// Owned by one place at a time, hence neither copied nor shared.
struct BinaryBuffer: ~Copyable, @unchecked Sendable {
    /// Above this the memory is given back when the buffer is emptied.
    static let keptCapacityMax = 64 << 20

    private(set) var start: UnsafeMutableRawPointer
    private(set) var count = 0
    private var capacity: Int

    init(capacity: Int = 4096) {
        self.capacity = capacity
        start = .allocate(byteCount: capacity, alignment: 16)
    }

    deinit { start.deallocate() }

    mutating func removeAll() {
        count = 0
        if capacity > Self.keptCapacityMax { resize(to: 4096) }
    }

    /// Room for so many bytes at the end, to be filled by the caller at once.
    /// Complexity: amortised O(1).
    mutating func claim(_ bytes: Int) -> UnsafeMutableRawPointer {
        let end = count + bytes
        if end > capacity { resize(to: max(end, capacity * 2)) }
        let place = start + count
        count = end
        return place
    }

    mutating func append<Number: FixedWidthInteger & BitwiseCopyable>(_ number: Number) {
        claim(MemoryLayout<Number>.size).storeBytes(of: number.bigEndian, as: Number.self)
    }

    mutating func append(bytes: UnsafeRawBufferPointer) {
        guard let source = bytes.baseAddress, !bytes.isEmpty else { return }
        claim(bytes.count).copyMemory(from: source, byteCount: bytes.count)
    }

    /// Writes over a number that was appended before, such as a length that was not known then.
    mutating func overwrite(_ number: Int32, at offset: Int) {
        (start + offset).storeBytes(of: number.bigEndian, as: Int32.self)
    }

    private mutating func resize(to bytes: Int) {
        let larger = UnsafeMutableRawPointer.allocate(byteCount: bytes, alignment: 16)
        larger.copyMemory(from: start, byteCount: count)
        start.deallocate()
        start = larger
        capacity = bytes
    }
}

extension BinaryBuffer {
    /// Appends UTF-8, without a terminator. False, and nothing appended, if it holds U+0000.
    mutating func append(text: String) -> Bool {
        var text = text
        return text.withUTF8 { utf8 in
            let bytes = UnsafeRawBufferPointer(utf8)
            if let first = bytes.baseAddress, !bytes.isEmpty, memchr(first, 0, bytes.count) != nil { return false }
            append(bytes: bytes)
            return true
        }
    }
}
