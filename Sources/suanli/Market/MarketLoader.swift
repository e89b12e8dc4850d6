import Domain
import ProgrammeFiles
import Records

/// Brings a market to life from files: catalogue, parties, programmes, money, then offers and demands in their order.
///
/// Names that the tables do not know get made-up firms, whose codes are derived from the name. Every command has a
/// name of its own that follows from the files alone, so that files handed in again are told what became of them.
final class MarketLoader {
    let desk: any CommandDesk
    let tables: ReferenceTables
    let files: MarketFiles
    let start: Stamp
    let progress: (String) -> Void
    /// Whole hours from a demand to the earliest start of its window.
    var noticeHours: Int64 = 0
    /// By every name that the tables give a zone.
    var zones: [String: ZoneID] = [:]
    var parties: [String: PartyID] = [:]
    var types = TypeRegister()
    /// Rows that the exchange refused, and those whose values it could not be asked about.
    private(set) var refused: [RefusedRow] = []

    init(
        desk: any CommandDesk, tables: ReferenceTables, files: MarketFiles, start: Stamp,
        progress: @escaping (String) -> Void
    ) {
        self.desk = desk
        self.tables = tables
        self.files = files
        self.start = start
        self.progress = progress
    }

    func party(_ name: String) throws(Reason) -> PartyID {
        guard let party = parties[name] else { throw .unknownParty }
        return party
    }

    func refuse(_ file: MarketFile, _ line: Int, column: String?, _ code: String) {
        refused.append(RefusedRow(file: file.path, line: line, column: column, code: code))
    }

    /// All that has to be there before the first offer.
    func open(policy: MarketPolicy = .standard, programmes: [ProgrammeFile] = []) async throws {
        try await defineCatalogue(policy: policy)
        try await admitParties()
        try await takeDeposits()
        for file in programmes {
            try await runProgramme(file)
            progress("programme \(file.definition.code) has decided on its applications")
        }
    }

    /// Proposes, approves and funds a programme; every buyer applies with half of its budget.
    func runProgramme(_ file: ProgrammeFile) async throws {
        let name = "programme-\(file.definition.code)"
        let proposed = try await desk.accept(.proposeProgramme(file.definition), named: name, by: Staff.manager)
        let (id, version) = (try ProgrammeID(proposed.made ?? ""), proposed.version ?? 1)
        try await desk.accept(.approveProgramme(id, version: version), named: name, by: Staff.secondManager)
        if let pot = file.pot { try await desk.accept(.authorisePool(id, pot), named: name, by: Staff.manager) }
        for (party, budget) in budgets where budget.fen >= 2 {
            try await desk.sendAccepted(
                .applyForVoucher(id, plannedSpend: Money(fen: budget.fen / 2)), named: name, by: Staff.buyer(party))
        }
        try await desk.drain()
    }

    /// What each buyer's demands may cost at their limits, in order of party.
    var budgets: [(PartyID, Money)] {
        var sums: [PartyID: Int64] = [:]
        for row in files.demands {
            guard let party = parties[row.tenant] else { continue }
            sums[party, default: 0] += row.limit.microYuan / 10_000 * row.hours + 2
        }
        return sums.keys.sorted().map { ($0, Money(fen: min(sums[$0] ?? 0, Money.most.fen))) }
    }

    /// Each buyer deposits what its demands may cost, to the next hundred yuan.
    func takeDeposits() async throws {
        for (party, budget) in budgets where budget > .zero {
            let amount = Money(fen: (budget.fen + 9_999) / 10_000 * 10_000)
            let reference = try Label("opening-\(party.number)")
            try await desk.sendAccepted(
                .recordDeposit(BankDeposit(party: party, amount: amount, reference: reference)),
                named: "deposit-\(party.number)", by: Staff.clerk)
        }
        try await desk.drain()
    }
}
