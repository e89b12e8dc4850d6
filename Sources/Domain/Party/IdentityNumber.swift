/// A citizen identity number: 18 characters with a check character, GB 11643.
///
/// It never enters a record: the door turns it into a `Commitment` and a keyed hash.
public struct IdentityNumber: Hashable, Sendable {
    public let text: String

    static let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    static let checkCharacters = Array("10X98765432".utf8)

    /// Errors: `identityNumberInvalid` (length, digits, date of birth), `identityNumberCheckDigit`.
    public init(_ text: String) throws(Reason) {
        let bytes = Array(text.utf8)
        guard bytes.count == 18,
            bytes.prefix(17).allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
        else { throw .identityNumberInvalid }
        let digits = bytes.prefix(17).map { Int($0 - UInt8(ascii: "0")) }
        func number(_ range: Range<Int>) -> Int64 { digits[range].reduce(0) { $0 * 10 + Int64($1) } }
        do throws(Reason) {
            _ = try CivilDate(year: number(6..<10), month: number(10..<12), day: number(12..<14))
        } catch { throw .identityNumberInvalid }
        let sum = zip(digits, IdentityNumber.weights).reduce(0) { $0 + $1.0 * $1.1 }
        guard IdentityNumber.checkCharacters[sum % 11] == bytes[17] else { throw .identityNumberCheckDigit }
        self.text = text
    }
}
