import ArgumentParser
import Domain
import Foundation
import ProgrammeFiles

/// `suanli programme`: voucher programmes as files.
struct ProgrammeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "programme", abstract: "Work with voucher programmes as files.",
        subcommands: [Check.self, Apply.self, Approve.self])

    /// `suanli programme check FILE…`.
    struct Check: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Say whether programme files can be read, line by line.")
        @Argument(help: "Programme files (YAML).")
        var files: [String]

        func run() async throws {
            try await inOneLine {
                for path in files {
                    let file = try ProgrammeFile(path: path)
                    print("\(path): \(file.definition.code) \(file.definition.title) can be proposed")
                }
            }
        }
    }
}

// Inlined into an asynchronous function, either of these ends the compiler (6.3.1) in a release build.
extension ProgrammeFile {
    /// In the order of the paths. Throws as `init(path:)`.
    @inline(never)
    static func all(_ paths: [String]) throws -> [ProgrammeFile] { try paths.map { try ProgrammeFile(path: $0) } }

    /// Throws `SetUpProblem` where there is no such file, and all of its own problems.
    @inline(never)
    init(path: String) throws {
        guard let yaml = try? String(contentsOfFile: path, encoding: .utf8) else {
            throw SetUpProblem("\(path): the programme file cannot be read; check the path")
        }
        try self.init(yaml: yaml, name: path)
    }
}
