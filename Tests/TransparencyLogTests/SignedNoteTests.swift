import Testing
import TransparencyLog

@Suite struct SignedNoteTests {
    private let peter: VerifierKey
    private let enoch: VerifierKey
    private let text = PublishedNote.text
    private let both = PublishedNote.text + "\n" + PublishedNote.peterLine + PublishedNote.enochLine

    init() throws {
        peter = try VerifierKey(parsing: PublishedNote.peterKey)
        enoch = try VerifierKey(parsing: PublishedNote.enochKey)
    }

    @Test func signingGivesThePublishedBytes() throws {
        var note = try SignedNote(text: Array(text.utf8))
        note.sign(with: try SigningKey(parsing: PublishedNote.peterSecret))
        #expect(note.bytes == Array((text + "\n" + PublishedNote.peterLine).utf8))
        note.sign(with: try SigningKey(name: KeyName("EnochRoot"), seed: [UInt8](repeating: 0, count: 32)))
        #expect(note.bytes == Array(both.utf8))
        #expect(try SignedNote(parsing: note.bytes) == note)
    }

    @Test func signingAgainReplacesTheLine() throws {
        var note = try SignedNote(parsing: Array(both.utf8))
        note.sign(with: try SigningKey(parsing: PublishedNote.peterSecret))
        #expect(note.signatures.map(\.name.text) == ["EnochRoot", "PeterNeumann"])
    }

    @Test func onlyKnownKeysCount() throws {
        let note = try SignedNote(parsing: Array(both.utf8))
        #expect(try note.verifiedSignatures(by: [peter]).map(\.name.text) == ["PeterNeumann"])
        #expect(try note.verifiedSignatures(by: [enoch, peter]).map(\.name.text) == ["PeterNeumann", "EnochRoot"])
        let example = try SignedNote(parsing: Array(PublishedNote.exampleNote.utf8))
        #expect(try example.verifiedSignatures(by: [VerifierKey(parsing: PublishedNote.exampleKey)]).count == 1)
        #expect(throws: NoteError.noKnownSignature) { try example.verifiedSignatures(by: [peter, enoch]) }
        #expect(throws: NoteError.noKnownSignature) { try note.verifiedSignatures(by: []) }
    }

    @Test func keysOfOneNameOrOneIdentifierAloneAreUnknown() throws {
        let namesake = SigningKey.generate(name: peter.name).verifierKey
        let note = try SignedNote(parsing: Array(both.utf8))
        #expect(throws: NoteError.noKnownSignature) { try note.verifiedSignatures(by: [namesake]) }
        #expect(try note.verifiedSignatures(by: [namesake, peter]).count == 1)
        #expect(try note.verifiedSignatures(by: [peter, peter]).count == 1)
    }

    @Test func badSignatureOfAKnownKeyRefusesTheNote() throws {
        let line = PublishedNote.peterLine.replacing("ZJkuBS9UG", with: "ZJkuBS9UH")
        let note = try SignedNote(parsing: Array((text + "\n" + PublishedNote.enochLine + line).utf8))
        #expect(throws: NoteError.invalidSignature(peter.name, 0xC74F_20A3)) {
            try note.verifiedSignatures(by: [peter, enoch])
        }
        #expect(try note.verifiedSignatures(by: [enoch]).count == 1)
        let twice = try SignedNote(parsing: Array((text + "\n" + PublishedNote.peterLine + line).utf8))
        #expect(try twice.verifiedSignatures(by: [peter]).count == 1)
    }

    @Test func everyBitOfANoteCounts() throws {
        let bytes = Array((text + "\n" + PublishedNote.peterLine).utf8)
        for position in bytes.indices {
            for bit in 0..<8 {
                var tampered = bytes
                tampered[position] ^= 1 << UInt8(bit)
                #expect(throws: NoteError.self) {
                    try SignedNote(parsing: tampered).verifiedSignatures(by: [peter])
                }
            }
        }
    }

    @Test func everyByteMissingOrAddedCounts() throws {
        let bytes = Array((text + "\n" + PublishedNote.peterLine).utf8)
        for position in bytes.indices {
            for change in [[], [bytes[position], bytes[position]], [bytes[position], 0x20]] {
                let tampered = Array(bytes[..<position] + change + bytes[(position + 1)...])
                guard tampered != bytes else { continue }
                #expect(throws: NoteError.self) {
                    try SignedNote(parsing: tampered).verifiedSignatures(by: [peter])
                }
            }
        }
    }

    @Test func textMayHaveBlankLines() throws {
        let key = try SigningKey(parsing: PublishedNote.peterSecret)
        for text in ["\n", "a\n\nb\n", "a\n\n", "\n\n\n", "数\n\n— not a signature\n"] {
            var note = try SignedNote(text: Array(text.utf8))
            note.sign(with: key)
            let read = try SignedNote(parsing: note.bytes)
            #expect(read == note)
            #expect(try read.verifiedSignatures(by: [peter]).count == 1)
        }
    }

    @Test func refusesWhatIsNoNote() throws {
        let line = PublishedNote.peterLine
        func parse(_ text: String) throws { _ = try SignedNote(parsing: Array(text.utf8)) }
        #expect(throws: NoteError.encoding) { try SignedNote(parsing: [0xFF, 0x0A]) }
        #expect(throws: NoteError.controlCharacter) { try parse("a\r\n\n" + line) }
        #expect(throws: NoteError.controlCharacter) { try parse("a\0\n\n" + line) }
        #expect(throws: NoteError.signaturesMissing) { try parse("") }
        #expect(throws: NoteError.signaturesMissing) { try parse("a\n" + line) }
        #expect(throws: NoteError.signaturesMissing) { try parse("a\n\n") }
        #expect(throws: NoteError.signatureLine(1)) { try parse("a\n\n- PeterNeumann AAAAAAAA\n") }
        #expect(throws: NoteError.signatureLine(1)) { try parse("a\n\n— PeterNeumann\n") }
        #expect(throws: NoteError.signatureLine(1)) { try parse("a\n\n— PeterNeumann AAAAAAA\n") }
        #expect(throws: NoteError.signatureLine(1)) { try parse("a\n\n— PeterNeumann AAAAAA==\n") }
        #expect(throws: NoteError.signatureLine(1)) { try parse("a\n\n— Peter+Neumann AAAAAAAA\n") }
        #expect(throws: NoteError.signatureLine(1)) { try parse("a\n\n—  AAAAAAAA\n") }
        #expect(throws: NoteError.signatureLine(1)) { try parse("a\n\n— Peter AAAAAAAA AAAA\n") }
        #expect(throws: NoteError.signatureLine(2)) { try parse("a\n\n" + line + line.dropLast()) }
        #expect(throws: NoteError.signatureCount(101)) { try parse("a\n\n" + String(repeating: line, count: 101)) }
        #expect(throws: NoteError.byteCount(1_000_001)) {
            try SignedNote(parsing: [UInt8](repeating: 0x0A, count: 1_000_001))
        }
        try parse("a\n\n" + String(repeating: line, count: 100))
    }

    @Test func refusesWhatIsNoText() {
        #expect(throws: NoteError.text) { try SignedNote(text: []) }
        #expect(throws: NoteError.text) { try SignedNote(text: Array("a".utf8)) }
        #expect(throws: NoteError.controlCharacter) { try SignedNote(text: Array("a\t\n".utf8)) }
        #expect(throws: NoteError.encoding) { try SignedNote(text: [0xC3, 0x0A]) }
    }
}
