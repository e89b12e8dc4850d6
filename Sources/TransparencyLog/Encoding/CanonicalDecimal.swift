/// Decimal digits without sign or leading zero; zero is "0".
package enum CanonicalDecimal {
    /// The number that `text` writes, or nil where the text is not canonical or passes 2⁶³ − 1, the bound of every
    /// size and index here, chosen so that a number also fits a signed 64-bit column.
    package static func decode(_ text: some Collection<UInt8>) -> UInt64? {
        guard let first = text.first, first != UInt8(ascii: "0") || text.count == 1 else { return nil }
        var value: UInt64 = 0
        for character in text {
            guard case UInt8(ascii: "0")...UInt8(ascii: "9") = character else { return nil }
            let (product, overflow) = value.multipliedReportingOverflow(by: 10)
            let (sum, carry) = product.addingReportingOverflow(UInt64(character - UInt8(ascii: "0")))
            guard !overflow, !carry, sum <= UInt64(Int64.max) else { return nil }
            value = sum
        }
        return value
    }
}
