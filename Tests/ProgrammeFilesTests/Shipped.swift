import Domain
import Foundation
import ProgrammeFiles

/// The files of `sample/programmes`.
enum Shipped {
    static let names = ["beijing", "chengdu", "hangzhou", "henan", "nanning", "shenzhen"]

    static let folder = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("sample/programmes")

    static func text(_ name: String) throws -> String {
        try String(contentsOf: folder.appendingPathComponent("\(name).yaml"), encoding: .utf8)
    }

    static func file(_ name: String) throws -> ProgrammeFile {
        try ProgrammeFile(yaml: text(name), name: "\(name).yaml")
    }
}
