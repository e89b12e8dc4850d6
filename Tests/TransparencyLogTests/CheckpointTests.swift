import Testing
import TransparencyLog

@Suite struct CheckpointTests {
    private let origin = PublishedNote.checksumOrigin

    @Test func headsOfTheGoChecksumDatabase() throws {
        let key = try VerifierKey(parsing: PublishedNote.checksumKey)
        let head = try Checkpoint.open(Array(PublishedNote.checksumHead.utf8), origin: origin, keys: [key])
        #expect(head.size == 6_476_701)
        #expect(head.root.base64 == "mb8QLQIs0Z0yP5Cstq6guj87oXWeC9gEM8oVikmm9Wk=")
        let witnessed = Array(PublishedNote.witnessedHead.utf8)
        #expect(try Checkpoint.open(witnessed, origin: origin, keys: [key]).size == 15_067_302)
        #expect(try SignedNote(parsing: witnessed).bytes == witnessed)
    }

    @Test func textIsByteExact() throws {
        let checkpoint = try Checkpoint(
            origin: "example.com/behind-the-sofa", size: 20_852_163,
            root: Digest(base64: "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I="))
        let text = "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n"
        #expect(checkpoint.text == Array(text.utf8))
        #expect(try Checkpoint(parsing: checkpoint.text) == checkpoint)
        let empty = try Checkpoint(origin: "算力", size: 0, root: .emptyTree, extensions: ["one", "two"])
        #expect(String(decoding: empty.text, as: UTF8.self).hasPrefix("算力\n0\n47DEQpj8HBSa"))
        #expect(try Checkpoint(parsing: empty.text) == empty)
    }

    @Test func ownHeadsAreSignedAndOpened() throws {
        var random = seeded()
        let keys = try (0..<3).map { SigningKey.generate(name: try KeyName("log.example/\($0)")) }
        for _ in 0..<50 {
            let checkpoint = try Checkpoint(
                origin: "log.example/0", size: UInt64.random(in: 0...UInt64(Int64.max), using: &random),
                root: Digest(random.bytes(32)))
            let bytes = checkpoint.note(signedBy: keys).bytes
            for key in keys {
                let opened = try Checkpoint.open(bytes, origin: "log.example/0", keys: [key.verifierKey])
                #expect(opened == checkpoint)
            }
        }
    }

    @Test func anotherLogOrSignerIsRefused() throws {
        let key = try VerifierKey(parsing: PublishedNote.checksumKey)
        let stranger = SigningKey.generate(name: key.name).verifierKey
        let bytes = Array(PublishedNote.checksumHead.utf8)
        #expect(throws: CheckpointError.otherOrigin(origin)) {
            try Checkpoint.open(bytes, origin: "go.sum database", keys: [key])
        }
        #expect(throws: CheckpointError.note(.noKnownSignature)) {
            try Checkpoint.open(bytes, origin: origin, keys: [stranger])
        }
        #expect(throws: CheckpointError.note(.signaturesMissing)) {
            try Checkpoint.open(Array("a\n".utf8), origin: origin, keys: [key])
        }
    }

    @Test(
        arguments: [
            ("", .lines), ("a\n1\n", .lines), ("a\n1\nROOT", .lines), ("\n1\nROOT\n", .origin),
            ("a\n\nROOT\n", .size), ("a\n01\nROOT\n", .size), ("a\n-1\nROOT\n", .size), ("a\n+1\nROOT\n", .size),
            ("a\n1 \nROOT\n", .size), ("a\n9223372036854775808\nROOT\n", .size), ("a\n1\n\n", .root(.byteCount(0))),
            ("a\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2J=\n", .root(.base64)),
            ("a\n1\nAAAA\n", .root(.byteCount(3))), ("a\n1\nROOT\n\n", .extensionLine),
            ("a\n1\nROOT\nb\n\nc\n", .extensionLine),
        ] as [(String, CheckpointError)])
    func refusesWhatIsNoCheckpoint(text: String, error: CheckpointError) {
        let text = text.replacing("ROOT", with: Digest.emptyTree.base64)
        #expect(throws: error) { try Checkpoint(parsing: Array(text.utf8)) }
    }

    @Test func refusesValuesThatHaveNoText() {
        func make(_ origin: String, _ size: UInt64, _ extensions: [String]) throws {
            _ = try Checkpoint(origin: origin, size: size, root: .emptyTree, extensions: extensions)
        }
        #expect(throws: CheckpointError.origin) { try make("", 0, []) }
        #expect(throws: CheckpointError.origin) { try make("a\nb", 0, []) }
        #expect(throws: CheckpointError.size) { try make("a", 1 << 63, []) }
        #expect(throws: CheckpointError.extensionLine) { try make("a", 0, [""]) }
        #expect(throws: CheckpointError.extensionLine) { try make("a", 0, ["b", "c\n"]) }
    }
}
