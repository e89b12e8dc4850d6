import Crypto
import Testing

@testable import TransparencyLog

/// Against the library's own SHA-256 and the examples of FIPS 180-4.
struct HashFunctionTests {
    private static func hash(_ pieces: [ArraySlice<UInt8>]) -> TransparencyLog.Digest {
        var function = HashFunction()
        for piece in pieces { piece.withUnsafeBytes { function.update($0) } }
        return function.finalize()
    }

    private static func library(_ bytes: [UInt8]) -> [UInt8] { Array(SHA256.hash(data: bytes)) }

    @Test(arguments: [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        ),
    ])
    func publishedExamples(text: String, hash: String) {
        #expect(Self.hash([Array(text.utf8)[...]]).hexadecimal == hash)
    }

    /// Every length about the ends of blocks, whole and cut in two at every place.
    @Test func everyLengthAndCut() {
        let bytes = (0..<200).map { UInt8(truncatingIfNeeded: $0 &* 151 &+ 7) }
        for length in 0...bytes.count {
            let message = bytes[..<length]
            let expected = Self.library(Array(message))
            #expect(Self.hash([message]).bytes == expected)
            for cut in 0...length where Self.hash([message[..<cut], message[cut...]]).bytes != expected {
                Issue.record("\(length) bytes cut at \(cut)")
            }
        }
    }

    /// A copy goes on from where it was taken, and leaves the other as it was.
    @Test func copiesGoOn() {
        var random = seeded()
        for _ in 0..<200 {
            let start = random.bytes(Int.random(in: 0...150, using: &random))
            let ends = (0..<2).map { _ in random.bytes(Int.random(in: 0...150, using: &random)) }
            var function = HashFunction()
            start.withUnsafeBytes { function.update($0) }
            let hashes = ends.map { end in
                var copy = function
                end.withUnsafeBytes { copy.update($0) }
                return copy.finalize()
            }
            #expect(hashes.map(\.bytes) == ends.map { Self.library(start + $0) })
            #expect(function.finalize().bytes == Self.library(start))
        }
    }
}
