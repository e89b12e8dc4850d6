/// A unified social credit code: 18 characters with a check character, GB 32100-2015.
public struct CreditCode: Hashable, Comparable, Sendable, CustomStringConvertible {
    public let text: String

    /// The alphabet of GB 32100-2015: digits and capitals without I, O, S, V, Z.
    static let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY".utf8)
    /// The weights of GB 32100-2015: 3^(i-1) mod 31.
    static let weights: [Int] = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]

    /// Errors: `creditCodeInvalid` (length, alphabet), `creditCodeCheckDigit`.
    public init(_ text: String) throws(Reason) {
        let bytes = Array(text.utf8)
        guard bytes.count == 18 else { throw .creditCodeInvalid }
        let values = bytes.compactMap { CreditCode.alphabet.firstIndex(of: $0) }
        guard values.count == 18 else { throw .creditCodeInvalid }
        guard CreditCode.checkValue(values.prefix(17)) == values[17] else { throw .creditCodeCheckDigit }
        self.text = text
    }

    /// (31 − Σ value × weight mod 31) mod 31.
    static func checkValue(_ values: some Collection<Int>) -> Int {
        let sum = zip(values, weights).reduce(0) { $0 + $1.0 * $1.1 }
        return (31 - sum % 31) % 31
    }

    /// The code whose first 17 characters are given. Errors: `creditCodeInvalid`.
    public init(completing body: String) throws(Reason) {
        let values = body.utf8.compactMap { CreditCode.alphabet.firstIndex(of: $0) }
        guard body.utf8.count == 17, values.count == 17 else { throw .creditCodeInvalid }
        let check = CreditCode.alphabet[CreditCode.checkValue(values)]
        text = body + String(decoding: [check], as: UTF8.self)
    }

    public var description: String { text }
    public static func < (left: CreditCode, right: CreditCode) -> Bool { left.text < right.text }
}
