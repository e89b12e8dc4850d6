import Testing
import TransparencyLog

@Suite struct DigestTests {
    @Test func textsAndBytesReadBackAsTheSameDigest() throws {
        var random = seeded()
        for _ in 0..<200 {
            let bytes = random.bytes(32)
            let digest = try Digest(bytes)
            #expect(digest.bytes == bytes)
            #expect(try Digest(hexadecimal: digest.hexadecimal) == digest)
            #expect(try Digest(base64: digest.base64) == digest)
            var buffer: [UInt8] = [7]
            digest.append(to: &buffer)
            #expect(buffer == [7] + bytes)
        }
    }

    @Test func orderIsThatOfTheBytes() throws {
        var random = seeded()
        for _ in 0..<500 {
            let left = random.bytes(32)
            var right = random.bytes(32)
            for position in 0..<Int.random(in: 0...31, using: &random) { right[position] = left[position] }
            #expect(try (Digest(left) < Digest(right)) == left.lexicographicallyPrecedes(right))
        }
    }

    @Test func refusesWhatIsNoDigest() {
        #expect(throws: DigestError.byteCount(31)) { try Digest([UInt8](repeating: 0, count: 31)) }
        #expect(throws: DigestError.byteCount(33)) { try Digest([UInt8](repeating: 0, count: 33)) }
        #expect(throws: DigestError.hexadecimal) { try Digest(hexadecimal: String(repeating: "A", count: 64)) }
        #expect(throws: DigestError.hexadecimal) { try Digest(hexadecimal: String(repeating: "a", count: 63)) }
        #expect(throws: DigestError.byteCount(2)) { try Digest(hexadecimal: "abcd") }
        #expect(throws: DigestError.base64) { try Digest(base64: "abc") }
        #expect(throws: DigestError.byteCount(3)) { try Digest(base64: "abcd") }
    }

    /// The vectors of RFC 4648, section 10.
    @Test(arguments: [
        ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE="),
        ("foobar", "Zm9vYmFy"),
    ])
    func base64OfTheStandard(plain: String, text: String) {
        #expect(Base64.encode(Array(plain.utf8)) == text)
        #expect(Base64.decode(text.utf8) == Array(plain.utf8))
    }

    @Test(arguments: ["Zg", "Zg=", "Zh==", "Zm9=", "Z===", "====", "Zg==Zg==", "Zm9v\n", "Zm-_", "Z g="])
    func base64ThatIsNotCanonicalIsRefused(text: String) {
        #expect(Base64.decode(text.utf8) == nil)
    }

    @Test func base64OfEveryLengthReadsBack() {
        var random = seeded()
        for count in 0..<200 {
            let bytes = random.bytes(count)
            #expect(Base64.decode(Base64.encode(bytes).utf8) == bytes)
            #expect(Hexadecimal.decode(Hexadecimal.encode(bytes).utf8) == bytes)
        }
    }

    @Test func decimalsHaveOneForm() {
        #expect(CanonicalDecimal.decode("0".utf8) == 0)
        #expect(CanonicalDecimal.decode("9223372036854775807".utf8) == UInt64(Int64.max))
        for text in ["", "00", "01", "+1", "-1", "1 ", "1a", "9223372036854775808", "18446744073709551616"] {
            #expect(CanonicalDecimal.decode(text.utf8) == nil)
        }
    }
}
