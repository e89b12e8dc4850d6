import Foundation
import Testing

/// The table of ARCHITECTURE.md, the manifest and the imports say the same.
struct ImportTableTests {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    static let system: Set<String> = ["Foundation", "Glibc", "Synchronization", "Dispatch", "FoundationNetworking"]
    static let pure: Set<String> = ["Domain", "Records", "Matching", "Programmes", "Accounting", "Trading"]
    static let aliases = [
        "HTTPTypes": "Hummingbird", "NIOCore": "Hummingbird", "NIOPosix": "Hummingbird", "NIOHTTP1": "Hummingbird",
        "ServiceLifecycle": "Hummingbird", "UnixSignals": "Hummingbird", "CryptoExtras": "Crypto",
        "CoreMetrics": "Metrics",
    ]
    static let anything: Set<String> = ["suanli"]

    /// Module → what it may import, in the order of the table.
    static func table() throws -> [(module: String, allowed: Set<String>)] {
        let text = try String(contentsOf: root.appending(path: "ARCHITECTURE.md"), encoding: .utf8)
        let tradingAndBelow: Set = [
            "Domain", "Records", "TransparencyLog", "Matching", "Programmes", "Accounting", "Trading",
        ]
        return text.split(separator: "\n").filter { $0.hasPrefix("| `") }.map { line in
            let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
            let named = Set(cells[2].matches(of: /`([A-Za-z0-9-]+)`/).map { String($0.1) })
            let allowed = cells[2].contains("and what it may import") ? named.union(tradingAndBelow) : named
            return (cells[0].trimmingCharacters(in: CharacterSet(charactersIn: "`")), allowed)
        }
    }

    static func imports(of module: String) throws -> [(file: String, name: String)] {
        let folder = root.appending(path: "Sources/\(module)")
        let files =
            FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)?
            .compactMap { $0 as? URL }.filter { $0.pathExtension == "swift" } ?? []
        return try files.flatMap { file in
            try String(contentsOf: file, encoding: .utf8).split(separator: "\n").compactMap { line in
                let form = /^(?:@[a-z_]+ )?(?:public |package )?import (?:struct |class |func )?([A-Za-z0-9_]+)/
                guard let match = line.firstMatch(of: form) else { return nil }
                return (file.lastPathComponent, String(match.1))
            }
        }
    }

    @Test func everyModuleHasItsFolderAndTheManifestItsOrder() throws {
        let modules = try Self.table().map(\.module)
        let manifest = try String(contentsOf: Self.root.appending(path: "Package.swift"), encoding: .utf8)
        let declared = manifest.matches(of: /\.(?:target|executableTarget|systemLibrary)\(\s*name: "([A-Za-z0-9-]+)"/)
            .map { String($0.1) }.filter { modules.contains($0) }
        #expect(declared == modules.filter { declared.contains($0) })
        #expect(Set(declared) == Set(modules))
        for module in modules {
            #expect(FileManager.default.fileExists(atPath: Self.root.appending(path: "Sources/\(module)").path))
        }
    }

    @Test func everyImportIsInTheTable() throws {
        for (module, allowed) in try Self.table() where !Self.anything.contains(module) {
            for found in try Self.imports(of: module) {
                let name = Self.aliases[found.name] ?? found.name
                if Self.system.contains(name) {
                    #expect(!Self.pure.contains(module), "\(module)/\(found.file) imports \(name)")
                } else {
                    #expect(allowed.contains(name), "\(module)/\(found.file) imports \(name)")
                }
            }
        }
    }

    /// The check can fail: it sees an import that the table does not name.
    @Test func theTableIsStrict() throws {
        let table = try Self.table()
        #expect(table.count == 25)
        let domain = try #require(table.first { $0.module == "Domain" })
        #expect(domain.allowed.isEmpty)
        #expect(try !Self.imports(of: "Records").isEmpty)
    }
}
