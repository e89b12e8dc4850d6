import ArgumentParser

/// The command line of the exchange.
@main
struct Suanli: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "suanli",
        abstract: "A trading exchange for compute capacity, paid with compute vouchers (算力券).",
        discussion: """
            A data folder holds the exchange's private PostgreSQL and its keys; DATABASE_URL names another database. \
            Exit status: 0 done, 1 failed, 64 wrong arguments.
            """,
        subcommands: [
            ServeCommand.self, DemoCommand.self, MigrateCommand.self, MaintainCommand.self, ImportCommand.self,
            ProgrammeCommand.self, ReportCommand.self, BatchesCommand.self, AuditCommand.self,
            KeyCommand.self, BenchCommand.self,
        ])
}
