/// The binary form of a one-dimensional array, `array_send` of the server.
extension BinaryBuffer {
    /// Dimensions, a NULL flag, the element's type, length and lower bound. An empty array has none.
    mutating func appendArrayHeader(of element: PostgresType, count: Int, nulls: Bool) {
        append(Int32(count == 0 ? 0 : 1))
        append(Int32(nulls ? 1 : 0))
        append(element.rawValue)
        guard count > 0 else { return }
        append(Int32(count))
        append(Int32(1))
    }

    /// Complexity: O(n), 4 bytes of length before each element.
    mutating func appendArray<Number: FixedWidthInteger & BitwiseCopyable>(
        _ numbers: [Number], of element: PostgresType
    ) {
        appendArrayHeader(of: element, count: numbers.count, nulls: false)
        let width = MemoryLayout<Number>.size
        var place = claim(numbers.count * (4 + width))
        for number in numbers {
            place.storeBytes(of: Int32(width).bigEndian, as: Int32.self)
            place.storeBytes(of: number.bigEndian, toByteOffset: 4, as: Number.self)
            place += 4 + width
        }
    }

    mutating func appendArray<Number: FixedWidthInteger & BitwiseCopyable>(
        _ numbers: [Number?], of element: PostgresType
    ) {
        appendArrayHeader(of: element, count: numbers.count, nulls: true)
        for number in numbers {
            guard let number else {
                append(Int32(-1))
                continue
            }
            append(Int32(MemoryLayout<Number>.size))
            append(number)
        }
    }

    mutating func appendArray(_ packed: PackedBytes) {
        appendArrayHeader(of: .bytea, count: packed.count, nulls: false)
        packed.bytes.withUnsafeBytes { all in
            var from = 0
            for end in packed.ends {
                append(Int32(end - from))
                append(bytes: UnsafeRawBufferPointer(rebasing: all[from..<end]))
                from = end
            }
        }
    }

    mutating func appendArray(_ elements: [[UInt8]?], nulls: Bool) {
        appendArrayHeader(of: .bytea, count: elements.count, nulls: nulls)
        for element in elements {
            append(Int32(element?.count ?? -1))
            element?.withUnsafeBytes { append(bytes: $0) }
        }
    }

    /// False if one of the texts holds U+0000.
    mutating func appendArray(_ texts: [String?], nulls: Bool) -> Bool {
        appendArrayHeader(of: .text, count: texts.count, nulls: nulls)
        for text in texts {
            append(Int32(text?.utf8.count ?? -1))
            if let text, !append(text: text) { return false }
        }
        return true
    }
}
