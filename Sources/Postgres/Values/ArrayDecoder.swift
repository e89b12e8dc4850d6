/// Reads the binary form of a one-dimensional array without NULLs.
struct ArrayDecoder {
    private let bytes: UnsafeRawBufferPointer
    private var offset = 0

    init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

    /// Nil when the bytes are not such an array, or hold elements of another type.
    consuming func elements<Element: BinaryValue>() -> [Element]? {
        guard let dimensions = number(), number() != nil, let type = number() else { return nil }
        if dimensions == 0 { return [] }
        guard dimensions == 1, let count = number(), count >= 0, number() != nil else { return nil }
        var elements: [Element] = []
        for _ in 0..<count {
            guard let field = field(),
                let element = Element.decode(field, type: PostgresType(rawValue: UInt32(bitPattern: type)))
            else { return nil }
            elements.append(element)
        }
        return offset == bytes.count ? elements : nil
    }

    private mutating func number() -> Int32? {
        guard offset + 4 <= bytes.count else { return nil }
        defer { offset += 4 }
        return Int32(bigEndian: bytes.loadUnaligned(fromByteOffset: offset, as: Int32.self))
    }

    private mutating func field() -> UnsafeRawBufferPointer? {
        guard let length = number(), length >= 0, offset + Int(length) <= bytes.count else { return nil }
        defer { offset += Int(length) }
        return UnsafeRawBufferPointer(rebasing: bytes[offset..<(offset + Int(length))])
    }
}
