import Domain
import ProgrammeFiles
import Programmes

/// One line of the table.
struct WorkedExample {
    let name: String
    let definition: ProgrammeDefinition
    /// `key=value`, or an attribute by itself.
    let facts: [String: String]
    /// Yuan and the origin of the chips.
    let bill: [(Int64, ChipOrigin)]
    let amount: Money
    let reason: Reason?

    init(_ line: String) throws {
        let sides = line.split(separator: ">").map(String.init)
        let cells = sides[0].split(separator: "|", omittingEmptySubsequences: false).map { $0.filter { $0 != " " } }
        name = String(cells[0])
        definition = try Shipped.file(name).definition
        facts = Dictionary(
            uniqueKeysWithValues: cells[1].split(separator: ",").map { fact in
                let parts = fact.split(separator: "=")
                return (String(parts[0]), parts.count == 2 ? String(parts[1]) : "")
            })
        let items = sides[0].split(separator: "|")[1...].last!.dropLast().split(separator: "+")
        bill = items.map { item in
            let words = item.split(separator: " ")
            return (Int64(words[0])!, words[1] == "domestic" ? .domestic : .foreign)
        }
        let expected = sides[1].split(separator: " ")
        amount = Money(fen: Int64(expected[0])! * 100)
        reason = expected.count == 2 ? Reason(rawValue: String(expected[1])) : nil
    }

    /// A day on which the programme is in force.
    var stamp: Stamp { definition.clock.midnight(of: definition.effectiveFrom.adding(days: 200)) }

    func applicant() throws -> ApplicantFacts {
        let attributes = ["start-up", "multimodal-model", "dishonest"].filter { facts[$0] != nil }
        let profile = FirmProfile(
            region: try Symbol(facts["region"] ?? name), sector: .software, staff: 40,
            revenue: Money(fen: 1_000_000_000), assets: Money(fen: 1_000_000_000), founded: try CivilDate("2021-05-06"),
            attributes: try attributes.map { try Symbol($0) })
        return ApplicantFacts(party: PartyID(1), profile: profile, legalPerson: true)
    }

    private func contract(_ origin: ChipOrigin) throws -> ContractFacts {
        let hours = Int64(facts["days"] ?? "200")! * 24
        let signed = try facts["signed"].map { definition.clock.midnight(of: try CivilDate($0)) }
        return ContractFacts(
            kind: .accelerator, origin: origin, service: .bare,
            use: DemandUse.allCases.first { "\($0)" == facts["use"] } ?? .training,
            provider: try facts["provider"].map { try CreditCode($0) }, signedAt: signed ?? stamp,
            term: Window(unchecked: stamp.hour, stamp.hour + hours), vat: .cloudService,
            related: facts["related"] != nil, claimed: facts["claimed"] != nil)
    }

    /// The caps after what was used of them this year.
    private func caps() throws -> CapBook {
        var caps = CapBook()
        guard let used = facts["used"] else { return caps }
        let (amount, window) = (Money(fen: Int64(used)! * 100), Window(unchecked: stamp.hour, stamp.hour + 1))
        let applicant = try applicant()
        caps.recordIssue(amount, definition, programme: ProgrammeID(1), applicant: applicant, at: stamp)
        caps.recordFill(
            amount, definition, programme: ProgrammeID(1), applicant: applicant, window: window, at: stamp)
        return caps
    }

    /// The lines of the bill as fills of one contract.
    func evaluate() throws -> Evaluation {
        var (totals, result) = (
            ContractTotals(programme: ProgrammeID(1), version: 1), Evaluation(amount: .zero, trace: [])
        )
        let left = try caps().remainingAtFill(
            definition, programme: ProgrammeID(1), applicant: applicant(), demand: DemandID(1),
            window: Window(unchecked: stamp.hour, stamp.hour + 1), at: stamp)
        for (yuan, origin) in bill {
            let base = Money(fen: yuan * 100)
            result = definition.evaluateFill(
                applicant: try applicant(), contract: try contract(origin), totals: totals, base: base,
                limits: EvaluationLimits(periodCaps: left), at: stamp)
            totals.record(base: totals.base + base, amount: result.amount, trace: result.trace)
        }
        return result
    }

    /// The face for the whole bill as planned spend.
    func evaluateIssue() throws -> Money {
        let left = try caps().remainingAtIssue(
            definition, programme: ProgrammeID(1), applicant: applicant(), at: stamp)
        return definition.evaluateIssue(
            applicant: try applicant(), plannedSpend: Money(fen: bill.reduce(0) { $0 + $1.0 } * 100),
            limits: EvaluationLimits(periodCaps: left), at: stamp
        ).amount
    }
}
