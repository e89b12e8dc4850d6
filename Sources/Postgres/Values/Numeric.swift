/// Whole numbers in the server's `numeric`: digits of base 10,000, most significant first.
enum Numeric {
    static let base: UInt128 = 10_000
    static let negative: UInt16 = 0x4000

    /// Least significant first; at most ten for 128 bits.
    static func digits(of magnitude: UInt128) -> [Int16] {
        var digits: [Int16] = []
        var rest = magnitude
        while rest > 0 {
            digits.append(Int16(rest % base))
            rest /= base
        }
        return digits
    }
}

extension BinaryBuffer {
    mutating func append(numeric value: Int128) {
        let digits = Numeric.digits(of: value.magnitude)
        append(Int16(digits.count))
        append(Int16(max(digits.count - 1, 0)))
        append(value < 0 ? Numeric.negative : 0)
        append(Int16(0))
        for digit in digits.reversed() { append(digit) }
    }
}

extension Int128: BinaryValue {
    /// A whole `numeric`, or any of the integer types. Nil for fractions, NaN and overflow.
    public static func decode(_ bytes: UnsafeRawBufferPointer, type: PostgresType) -> Int128? {
        guard type == .numeric else { return Int64.decode(bytes, type: type).map { Int128($0) } }
        guard bytes.count >= 8 else { return nil }
        func word(_ index: Int) -> Int16 {
            Int16(bigEndian: bytes.loadUnaligned(fromByteOffset: index * 2, as: Int16.self))
        }
        let count = Int(word(0))
        let weight = Int(word(1))
        let sign = UInt16(bitPattern: word(2))
        guard bytes.count == 8 + 2 * count, sign == 0 || sign == Numeric.negative else { return nil }
        return whole(digits: (0..<count).map { word(4 + $0) }, weight: weight, negative: sign != 0)
    }

    private static func whole(digits: [Int16], weight: Int, negative: Bool) -> Int128? {
        guard !digits.isEmpty else { return 0 }
        guard digits.count <= weight + 1, weight < 12 else { return nil }
        var value: Int128 = 0
        for place in 0...weight {
            let digit = place < digits.count ? Int128(digits[place]) : 0
            let (shifted, tooLarge) = value.multipliedReportingOverflow(by: 10_000)
            let (sum, overflow) = shifted.addingReportingOverflow(negative ? -digit : digit)
            guard !tooLarge, !overflow else { return nil }
            value = sum
        }
        return value
    }
}
