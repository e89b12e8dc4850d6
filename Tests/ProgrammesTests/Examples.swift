import Domain
import Programmes

/// Small values for tests. Amounts are in yuan where the label says so.
enum Example {
    static let noon = try! Stamp(seconds: day("2025-06-02") + 4 * 3600)

    static func day(_ text: String) throws -> Int64 { try CivilDate(text).daysSinceEpoch * 86_400 }

    static func date(_ text: String) -> CivilDate { try! CivilDate(text) }
    static func symbol(_ text: String) -> Symbol { try! Symbol(text) }
    static func yuan(_ amount: Int64) -> Money { Money(fen: amount * 100) }

    static func firm(
        _ region: String = "chengdu", sector: Sector = .software, staff: Int64 = 50, revenue: Int64 = 2_000,
        founded: String = "2020-01-01", attributes: [String] = []
    ) -> FirmProfile {
        FirmProfile(
            region: symbol(region), sector: sector, staff: staff, revenue: yuan(revenue * 10_000),
            assets: yuan(50_000_000), founded: date(founded), attributes: attributes.map(symbol))
    }

    static func applicant(_ profile: FirmProfile = firm(), party: Int64 = 1) -> ApplicantFacts {
        ApplicantFacts(party: PartyID(party), profile: profile, legalPerson: true)
    }

    static func contract(
        kind: ResourceKind = .accelerator, origin: ChipOrigin = .domestic, use: DemandUse = .training,
        provider: String? = nil, term: Window = try! Window(485_000, 485_024), related: Bool = false,
        claimed: Bool = false, signedAt: Stamp = noon
    ) -> ContractFacts {
        ContractFacts(
            kind: kind, origin: origin, service: .bare, use: use, provider: provider.map { try! CreditCode($0) },
            signedAt: signedAt, term: term, vat: .cloudService, related: related, claimed: claimed)
    }

    /// A programme that pays `rate` % of everything, to be changed by the test.
    static func programme(_ rate: Int64 = 60, mode: ProgrammeMode = .deduct) -> ProgrammeDefinition {
        ProgrammeDefinition(
            code: symbol("example"), title: try! Label("例"), titleEnglish: try! Label("Example"),
            sources: [ProgrammeSource(text: try! Label("made up"), confidence: symbol("m"))], mode: mode,
            effectiveFrom: date("2025-01-01"), effectiveThrough: nil,
            funders: [Funder(name: try! Label("city"), level: .city, share: .whole)], eligibility: [],
            providers: nil, baseKinds: [.accelerator], baseIncludesVAT: true, referenceTolerance: .whole,
            rates: [RateTier(id: symbol("all"), conditions: [], rate: try! BasisPoints(rate * 100))], caps: [],
            validity: .months(12))
    }

    static func lot(
        _ number: Int64, face: Money, of definition: ProgrammeDefinition, programme: Int64 = 1,
        at stamp: Stamp = noon
    ) -> Lot {
        definition.lot(
            id: LotID(number), programme: ProgrammeID(programme), version: 1, holder: PartyID(1), face: face,
            issuedAt: stamp)
    }
}
