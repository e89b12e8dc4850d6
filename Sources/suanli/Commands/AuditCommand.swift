import ArgumentParser
import Foundation
import Persistence
import Postgres
import Records
import Trading
import TransparencyLog

/// `suanli audit`: what lets others check the exchange.
struct AuditCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit", abstract: "Export the log for offline verification, or decide it all again.",
        subcommands: [Export.self, Replay.self])

    /// `suanli audit export FOLDER`.
    struct Export: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Write the log and its signed head into a folder; suanli-verify checks it.")
        @OptionGroup var place: PlaceOptions
        @Argument(help: "The folder to write; it is made.")
        var folder: String

        func run() async throws {
            try await inOneLine {
                try await withDatabase(place) { database in
                    let reader = try JournalReader(try database.source(.auditor))
                    let size = try ExportFolder(folder).write(reader)
                    print("exported \(size) records to \(folder)")
                    print("verifier key: \(try DataFolder(place.data).verifierKey())")
                }
            }
        }
    }

    /// `suanli audit replay`.
    struct Replay: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Decide every command of the journal again and compare each record.")
        @OptionGroup var place: PlaceOptions

        func run() async throws {
            try await inOneLine {
                try await withDatabase(place) { database in
                    let reader = try JournalReader(try database.source(.auditor))
                    var exchange = Exchange()
                    try reader.read { entry in try exchange.replay(entry) }
                    guard let head = try reader.head(), head == exchange.head else {
                        throw SetUpProblem("the replayed head differs from the stored one")
                    }
                    print("replayed \(head.size) records; log root \(head.root.hexadecimal)")
                }
            }
        }
    }
}

extension DataFolder {
    func verifierKey() throws -> String {
        guard let text = try? String(contentsOfFile: verifierKeyFile, encoding: .utf8) else {
            throw SetUpProblem("\(verifierKeyFile): is missing; the exchange makes it at its first start")
        }
        return text.trimmingCharacters(in: .newlines)
    }
}
