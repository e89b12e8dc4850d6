import Domain
import Foundation
import ProgrammeFiles
import Records
import Trading
import TransparencyLog

/// Brings a market to life from files: catalogue, parties, programmes, money, then offers and demands in their order.
///
/// Names that the tables do not know get made-up firms, whose codes are derived from the name.
final class MarketLoader {
    private let desk: any CommandDesk
    private let tables: ReferenceTables
    private let files: MarketFiles
    private let start: Stamp
    private var zones: [String: ZoneID] = [:]
    private var parties: [String: PartyID] = [:]
    private var types: [InstanceTypeTerms: InstanceTypeID] = [:]
    private var typeCount: Int64 = 0
    private var partyCount: Int64 = 0
    /// Rows that the exchange refused.
    private(set) var refused: [RefusedRow] = []
    private let progress: (String) -> Void

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

    /// The catalogue: market clock, policy, zones, network, chips.
    func defineCatalogue(policy: MarketPolicy) async throws {
        try await desk.accept(.advanceClock(start), by: Staff.clerk)
        try await desk.accept(.setPolicy(policy), by: Staff.clerk)
        for row in tables.zones { try await define(row) }
        try await defineOutside()
        var links: [Link] = []
        for row in tables.links {
            guard let from = zones[row.from], let to = zones[row.to] else { continue }
            for (near, far) in [(from, to), (to, from)] {
                links.append(
                    Link(
                        from: near, to: far, latencyMicroseconds: row.latencyMicroseconds, tariff: row.tariff,
                        tariffKind: row.kind))
            }
        }
        try await desk.accept(.publishNetwork(links), by: Staff.clerk)
        try await desk.accept(.publishConversion(tables.chips), by: Staff.clerk)
    }

    private func define(_ row: ReferenceTables.ZoneRow) async throws {
        let terms = ZoneTerms(
            code: try Symbol(row.name), name: try Label(row.chinese), nameEnglish: try Label(row.english),
            level: row.level, parent: zones[row.parent])
        try await desk.accept(.defineZone(terms), by: Staff.clerk)
        let id = ZoneID(Int64(Set(zones.values).count) + 1)
        for name in [row.name, row.code, row.chinese] where !name.isEmpty { zones[name] = id }
    }

    /// Capacity in no hub of the tables: its latency to anywhere is unknown.
    private func defineOutside() async throws {
        let nation = tables.zones.first { $0.level == .nation }?.name ?? ""
        try await define(
            ReferenceTables.ZoneRow(
                name: "outside", code: "", level: .province, parent: nation, chinese: "枢纽之外",
                english: "Outside the hubs"))
    }

    /// Everybody whom the files name: providers first, then buyers, in order of appearance.
    func admitParties() async throws {
        for row in files.offers where parties[row.provider] == nil { try await admit(row.provider, provides: true) }
        for row in files.demands where parties[row.tenant] == nil { try await admit(row.tenant, provides: false) }
        try await desk.drain()
    }

    private func admit(_ name: String, provides: Bool) async throws {
        let known = tables.parties.first { $0.name == name && $0.provides == provides }
        let salt = Digest.sha256(of: Array("salt of \(name)".utf8)).bytes
        let label = known?.chinese ?? name
        let commitment = try Commitment(bytes: Digest.sha256(of: salt + Array(label.utf8)).bytes)
        let registration = PartyRegistration(
            identity: try known?.identity ?? Self.identity(of: name), name: commitment,
            profile: try known?.profile ?? Self.profile(), buys: !provides, provides: provides)
        try await desk.sendAccepted(
            .registerParty(registration), by: Staff.clerk,
            text: ErasableText(commitment: commitment, salt: salt, text: label))
        partyCount += 1
        let id = PartyID(partyCount)
        parties[name] = id
        try await desk.sendAccepted(.admitParty(id), by: Staff.clerk)
        if provides { try await desk.sendAccepted(.admitParty(id), by: Staff.secondClerk) }
    }

    /// A made-up firm's code: district …99 does not exist, so it is nobody's.
    private static func identity(of name: String) throws(Reason) -> PartyIdentity {
        let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY")
        let digest = Digest.sha256(of: Array(name.utf8)).bytes
        let body = "91110199" + String(digest.prefix(9).map { alphabet[Int($0) % alphabet.count] })
        return .firm(try CreditCode(completing: body))
    }

    private static func profile() throws(Reason) -> FirmProfile {
        FirmProfile(
            region: try Symbol("chengdu"), sector: .software, staff: 40, revenue: Money(fen: 600_000_000),
            assets: Money(fen: 600_000_000), founded: try CivilDate("2020-01-01"))
    }

    /// What each buyer's demands may cost at their limits, in order of party.
    private var budgets: [(PartyID, Money)] {
        var sums: [PartyID: Int64] = [:]
        for row in files.demands {
            guard let party = parties[row.tenant] else { continue }
            sums[party, default: 0] += row.limit.microYuan / 10_000 * row.hours + 2
        }
        return sums.keys.sorted().map { ($0, Money(fen: sums[$0] ?? 0)) }
    }

    /// Each buyer deposits what its demands may cost, to the next hundred yuan.
    func takeDeposits() async throws {
        for (party, budget) in budgets where budget > .zero {
            let amount = Money(fen: (budget.fen + 9_999) / 10_000 * 10_000)
            let reference = try Label("opening-\(party.number)")
            try await desk.sendAccepted(
                .recordDeposit(BankDeposit(party: party, amount: amount, reference: reference)), by: Staff.clerk)
        }
        try await desk.drain()
    }

    /// Proposes, approves and funds a programme; every buyer applies with half of its budget.
    func runProgramme(_ file: ProgrammeFile) async throws {
        let proposed = try await desk.accept(.proposeProgramme(file.definition), by: Staff.manager)
        guard
            let (id, version) = proposed.events.lazy.compactMap({ event -> (ProgrammeID, Int64)? in
                if case .programmeProposed(let id, let version, _, _) = event { (id, version) } else { nil }
            }).first
        else { return }
        try await desk.accept(.approveProgramme(id, version: version), by: Staff.secondManager)
        if let pot = file.pot { try await desk.accept(.authorisePool(id, pot), by: Staff.manager) }
        for (party, budget) in budgets where budget.fen >= 2 {
            try await desk.sendAccepted(
                .applyForVoucher(id, plannedSpend: Money(fen: budget.fen / 2)), by: Staff.buyer(party))
        }
        try await desk.drain()
    }

    /// Lists every offer in the order of its file.
    func listOffers() async throws {
        for (position, row) in files.offers.enumerated() {
            try await noting("offers", row.line) {
                let type = try await typeNumber(of: row)
                let terms = try row.terms(type: type, zone: zone(of: row), from: start.hour)
                return (.listOffer(terms), Staff.provider(try party(row.provider)))
            }
            if position % 1_000 == 999 { progress("offers \(position + 1) of \(files.offers.count)") }
        }
        try await desk.drain()
    }

    /// Submits every demand at its time; `between` runs whenever the market clock has been moved.
    func submitDemands(between: (Stamp) async throws -> Void) async throws {
        var now = start
        for (position, row) in files.demands.enumerated() {
            let instant = Stamp(microseconds: start.microseconds + row.submitSecond * 1_000_000)
            if instant > now {
                now = instant
                try await desk.send(.advanceClock(now), by: Staff.clerk) { _ in }
                try await between(now)
            }
            try await noting("demands", row.line) {
                guard let home = zones[row.province] else { throw Reason.unknownZone }
                return (.submitDemand(try row.terms(home: home, after: now)), Staff.buyer(try party(row.tenant)))
            }
            if position % 1_000 == 999 { progress("demands \(position + 1) of \(files.demands.count)") }
        }
        try await desk.drain()
    }

    /// Hands in what `make` gives; a refusal, by the row's own values or by the exchange, is noted with its line.
    private func noting(
        _ file: String, _ line: Int, _ make: () async throws -> (Command, Actor)
    ) async throws {
        do {
            let (command, actor) = try await make()
            try await desk.send(command, by: actor) { [self] outcome in
                if case .refused(let reason) = outcome { refuse(file, line, reason) }
            }
        } catch let reason as Reason {
            refuse(file, line, reason)
        }
    }

    private func refuse(_ file: String, _ line: Int, _ reason: Reason) {
        refused.append(RefusedRow(file: file, line: line, column: nil, code: reason.code))
    }

    private func party(_ name: String) throws(Reason) -> PartyID {
        guard let party = parties[name] else { throw .unknownParty }
        return party
    }

    /// The zone named, else the main cluster of the hub, else outside.
    private func zone(of row: OfferRow) -> ZoneID {
        zones[row.zoneCode] ?? clusters[row.hub] ?? zones["outside"] ?? ZoneID(1)
    }

    private lazy var clusters: [String: ZoneID] = {
        var first: [String: ZoneID] = [:]
        for hub in tables.zones where hub.level == .hub {
            let cluster = tables.zones.first { $0.parent == hub.name && !$0.code.hasPrefix("CN-") }
            first[hub.code] = zones[cluster?.name ?? hub.name]
        }
        return first
    }()

    private func typeNumber(of row: OfferRow) async throws -> InstanceTypeID {
        let chip = row.chip.flatMap { name in tables.chips.first { $0.code.text == name } }
        let architecture = try chip?.architecture ?? Symbol(row.chip == nil ? "x86" : "unknown")
        let plain = try row.type(
            architecture: architecture, origin: chip?.origin ?? .unstated,
            code: OfferRow.code(row.provider, row.typeName))
        if let known = types[plain] { return known }
        let terms = try unique(plain)
        if row.chip != nil, chip == nil {
            let record = try await desk.submit(.defineInstanceType(terms), by: Staff.clerk)
            if case .refused(let reason) = record.header.outcome { throw reason }
        } else {
            try await desk.sendAccepted(.defineInstanceType(terms), by: Staff.clerk)
        }
        typeCount += 1
        types[plain] = InstanceTypeID(typeCount)
        codes.insert(terms.code)
        return InstanceTypeID(typeCount)
    }

    private var codes: Set<Symbol> = []

    /// One name may stand for several sizes: the later ones get a number.
    private func unique(_ terms: InstanceTypeTerms) throws(Reason) -> InstanceTypeTerms {
        var (code, number) = (terms.code, 1)
        while codes.contains(code) {
            number += 1
            code = try Symbol("\(terms.code.text.prefix(Symbol.mostBytes - 6)).n\(number)")
        }
        return InstanceTypeTerms(
            code: code, kind: terms.kind, architecture: terms.architecture, chip: terms.chip, origin: terms.origin,
            chipsMilli: terms.chipsMilli, chipMemoryBytes: terms.chipMemoryBytes, vcpuMilli: terms.vcpuMilli,
            memoryBytes: terms.memoryBytes)
    }
}
