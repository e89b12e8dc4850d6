import ArgumentParser
import Domain
import Foundation
import ProgrammeFiles
import Records
import TransparencyLog

extension ProgrammeCommand {
    /// `suanli programme apply FILE`.
    struct Apply: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Propose a programme to an exchange, over HTTP.",
            discussion: """
                It goes live when a second person approves it: with the key of one in the file (manager-2) that is done \
                at once, else suanli programme approve does it. A file that was applied before is not proposed again.
                """)
        @Argument(help: "The programme file (YAML).")
        var file: String
        @OptionGroup var exchange: ExchangeOptions
        @Flag(help: "Also authorise the pot that the file names.")
        var authorise = false

        func run() async throws { try await inOneLine(propose) }

        private func propose() async throws {
            let programme = try ProgrammeFile(path: file)
            let pot = authorise ? programme.pot : nil
            if authorise, pot == nil { throw SetUpProblem("\(file): names no pot to authorise; add pot") }
            let hash = Digest.sha256(of: [UInt8](try Data(contentsOf: URL(filePath: file))))
            try await exchange.withDesk(hash) { desk, keys in
                let proposed = try await desk.accept(
                    .proposeProgramme(programme.definition), named: "proposal", by: Staff.manager)
                let (id, version) = (try ProgrammeID(proposed.made ?? ""), proposed.version ?? 1)
                print("\(id) version \(version) is proposed")
                guard keys.holds(Staff.secondManager) else {
                    print("a second person has to approve it: suanli programme approve \(id) --version \(version)")
                    return
                }
                try await desk.approve(id, version)
                guard let pot else { return }
                try await desk.accept(.authorisePool(id, pot), named: "pool", by: Staff.manager)
                print("\(id) has \(pot)")
            }
        }
    }

    /// `suanli programme approve ID`.
    struct Approve: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Approve a proposed programme, as a second person (manager-2 of the key file).")
        @Argument(help: "The programme, as programme-1.")
        var programme: String
        @Option(help: "The version that was proposed.")
        var version: Int64
        @OptionGroup var exchange: ExchangeOptions

        func run() async throws { try await inOneLine(approve) }

        private func approve() async throws {
            let id = try ProgrammeID(programme)
            let hash = Digest.sha256(of: Array("\(id) \(version)".utf8))
            try await exchange.withDesk(hash) { desk, _ in try await desk.approve(id, version) }
        }
    }
}

extension HTTPDesk {
    fileprivate func approve(_ id: ProgrammeID, _ version: Int64) async throws {
        try await accept(.approveProgramme(id, version: version), named: "approval", by: Staff.secondManager)
        print("\(id) version \(version) is live")
    }
}
