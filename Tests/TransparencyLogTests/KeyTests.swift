import Testing
import TransparencyLog

@Suite struct KeyTests {
    @Test(arguments: [
        PublishedNote.peterKey, PublishedNote.enochKey, PublishedNote.exampleKey, PublishedNote.checksumKey,
        "TEST+7997405c+AQcC+FTVKf0jlTdHDY3rbevmnKxxPjigCXlVtGe6RIr6",
    ])
    func publishedKeysReadBack(text: String) throws {
        let key = try VerifierKey(parsing: text)
        #expect(key.text == text)
        #expect(key.description == text)
    }

    @Test func secretAndSeedGiveThePublishedKey() throws {
        let peter = try SigningKey(parsing: PublishedNote.peterSecret)
        #expect(peter.verifierKey.text == PublishedNote.peterKey)
        #expect(peter.secretText == PublishedNote.peterSecret)
        let enoch = try SigningKey(name: KeyName("EnochRoot"), seed: [UInt8](repeating: 0, count: 32))
        #expect(enoch.verifierKey.text == PublishedNote.enochKey)
        #expect(enoch.verifierKey.identifier == 0xAF0C_FE78)
    }

    @Test func generatedKeysDifferAndReadBack() throws {
        let name = try KeyName("log.example/market")
        let keys = (0..<8).map { _ in SigningKey.generate(name: name) }
        #expect(Set(keys.map(\.verifierKey)).count == 8)
        for key in keys {
            #expect(try SigningKey(parsing: key.secretText).verifierKey == key.verifierKey)
            #expect(try VerifierKey(parsing: key.verifierKey.text) == key.verifierKey)
        }
    }

    @Test func secretIsNotPrinted() throws {
        let key = try SigningKey(parsing: PublishedNote.peterSecret)
        #expect("\(key)" == "SigningKey(\(PublishedNote.peterKey))")
        #expect(String(reflecting: key) == "SigningKey(\(PublishedNote.peterKey))")
        #expect(Mirror(reflecting: key).children.isEmpty)
    }

    @Test(
        arguments: [
            ("", .form), ("PeterNeumann", .form), ("PeterNeumann+c74f20a3", .form),
            ("+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW", .name),
            ("Peter Neumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW", .name),
            ("Peter\u{2003}+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW", .name),
            ("PeterNeumann+c74f20a+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW", .identifier),
            ("PeterNeumann+c74f20a30+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW", .identifier),
            ("PeterNeumann+C74F20A3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW", .identifier),
            ("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10T", .base64),
            ("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW\n", .base64),
            ("PeterNeumann+c74f20a3+", .algorithm(nil)),
            ("PeterNeumann+c74f20a3+AhpC2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW", .algorithm(2)),
            ("PeterNeumann+c74f20a3+ARpc", .byteCount(2)),
            ("PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW", .identifierMismatch),
            ("PeterNeuman+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW", .identifierMismatch),
        ] as [(String, KeyError)])
    func refusesWhatIsNoKey(text: String, error: KeyError) {
        #expect(throws: error) { try VerifierKey(parsing: text) }
    }

    @Test func refusesWhatIsNoSecret() throws {
        #expect(throws: KeyError.form) { try SigningKey(parsing: PublishedNote.peterKey) }
        #expect(throws: KeyError.identifierMismatch) {
            try SigningKey(parsing: "PRIVATE+KEY+" + PublishedNote.peterKey)
        }
        #expect(throws: KeyError.byteCount(31)) {
            try SigningKey(name: KeyName("a"), seed: [UInt8](repeating: 0, count: 31))
        }
        #expect(throws: KeyError.byteCount(33)) {
            try VerifierKey(name: KeyName("a"), publicKey: [UInt8](repeating: 0, count: 33))
        }
    }

    @Test func namesCompareByBytes() throws {
        #expect(try KeyName("caf\u{E9}") != KeyName("cafe\u{301}"))
        #expect(try KeyName("算力.example") == KeyName("算力.example"))
        for text in ["", "a b", "a+b", "a\nb", "a\u{85}b", "a\u{A0}b", "a\u{1}b"] {
            #expect(throws: KeyError.name) { try KeyName(text) }
        }
    }
}
