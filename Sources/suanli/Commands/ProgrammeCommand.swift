import ArgumentParser
import Domain
import Foundation
import ProgrammeFiles

/// `suanli programme`: voucher programmes as files.
struct ProgrammeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "programme", abstract: "Work with voucher programmes as files.", subcommands: [Check.self])

    /// `suanli programme check FILE…`.
    struct Check: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Say whether programme files can be read, line by line.")
        @Argument(help: "Programme files (YAML).")
        var files: [String]

        func run() async throws {
            try await inOneLine {
                for path in files {
                    guard let yaml = try? String(contentsOfFile: path, encoding: .utf8) else {
                        throw SetUpProblem("\(path): cannot be read; check the path")
                    }
                    let file = try ProgrammeFile(yaml: yaml, name: path)
                    print("\(path): \(file.definition.code) \(file.definition.title) can be proposed")
                }
            }
        }
    }
}
