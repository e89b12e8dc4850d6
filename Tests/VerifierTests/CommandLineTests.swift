import Domain
import Foundation
import Records
import Testing
import TransparencyLog

@testable import suanli_verify

@Suite("Verifier: the command")
struct CommandLineTests {
    private func run(_ words: [String], locale: String = "C") -> (code: Int32, lines: [String]) {
        var lines: [String] = []
        let code = SuanliVerify.run(words, environment: { $0 == "LANG" ? locale : nil }, print: { lines.append($0) })
        return (code, lines)
    }

    /// A folder with the export's files, while `body` runs.
    private func withFolder(_ export: TestExport, _ body: (String) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("算力 \(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let files = [
            ExportFormat.manifestName: export.manifest, ExportFormat.checkpointName: export.checkpoint,
            ExportFormat.recordsName: export.recordBytes, ExportFormat.leavesName: export.leafBytes,
        ]
        for (name, bytes) in files { try Data(bytes).write(to: folder.appendingPathComponent(name)) }
        try body(folder.path)
    }

    private let key = ["--key", TestExport.key.verifierKey.text]
    private let export = TestExport(History.short.records)

    @Test func aSoundExport() throws {
        try withFolder(export) { folder in
            let root = Digest.root(of: try export.leaves.map { try Digest($0) })
            let english = run([folder] + key)
            #expect(english.code == 0)
            #expect(
                english.lines == [
                    "OK: \(export.entries.count) records of \(TestExport.origin) are as signed and the ledger holds "
                        + "(root \(root))"
                ])
            let chinese = run(key + [folder], locale: "zh_CN.UTF-8")
            #expect(chinese.code == 0)
            #expect(chinese.lines.count == 1 && chinese.lines[0].hasPrefix("通过："))
            #expect(run([folder, "--language", "zh"] + key).lines == chinese.lines)
        }
    }

    @Test func anAlteredRecord() throws {
        var damaged = export
        damaged.entries[4][60] ^= 1
        try withFolder(damaged) { folder in
            let (code, lines) = run([folder] + key)
            #expect(code == 1)
            #expect(lines == ["record 5 was altered", "FAILED"])
            #expect(run([folder] + key, locale: "zh_CN").lines == ["记录 5 被篡改", "未通过"])
        }
    }

    @Test func anEarlierCheckpoint() throws {
        try withFolder(export) { folder in
            let path = folder + "/earlier"
            try Data(export.signed(size: 4)).write(to: URL(fileURLWithPath: path))
            #expect(run([folder, "--earlier", path] + key).code == 0)
            let (code, lines) = run([folder, "--earlier", folder + "/none"] + key)
            #expect(code == 2)
            #expect(lines == ["cannot read \(folder)/none: No such file or directory"])
        }
    }

    @Test func filesThatCannotBeRead() {
        let (code, lines) = run(["/nowhere"] + key)
        #expect(code == 2)
        #expect(lines == ["cannot read /nowhere/manifest: No such file or directory"])
    }

    @Test func wrongUsage() {
        func check(_ words: [String], _ line: String) {
            let (code, lines) = run(words)
            #expect(code == 2)
            #expect(lines == [line])
        }
        check([], "the folder of the export is missing")
        check(["a"], "--key is missing")
        check(["a", "b"] + key, "one argument too many: b")
        check(["a", "--key"], "--key needs a value")
        check(["a", "--key", "x"], "--key is no verifier key (form)")
        check(["a", "--no"] + key, "there is no option --no")
        check(["a", "--language", "fr"] + key, "there is no language fr: zh or en")
        #expect(run(["--help"]).code == 0)
        #expect(run(["--help"]).lines[0].hasPrefix("usage: suanli-verify EXPORT"))
        #expect(run(["-h"], locale: "zh_CN").lines[0].hasPrefix("用法："))
    }

    @Test func languageByTheFirstVariableThatIsSet() {
        #expect(Language { ["LC_ALL": "en_US", "LANG": "zh_CN"][$0] } == .english)
        #expect(Language { ["LC_ALL": "", "LANG": "zh_CN"][$0] } == .chinese)
        #expect(Language { _ in nil } == .english)
    }
}
