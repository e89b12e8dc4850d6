import Domain
import Matching
import Programmes

/// What the nominal subsidy of a demand depends on.
struct SubsidyKey: Hashable {
    struct Rules: Hashable {
        let programme: ProgrammeID
        let version: Int64
    }

    /// Programmes whose lots may pay, in the order of use.
    let rules: [Rules]
    let size: FirmSize
    let attributes: [Symbol]
    let region: Symbol
    let sector: Sector
    let founded: CivilDate
    let legalPerson: Bool
    let use: DemandUse
    /// Days of the window, which bound a contract's term.
    let days: Int64
}

/// A provider and a type that it has listed.
struct ProviderType: Hashable {
    let provider: PartyID
    let type: InstanceTypeID
}

/// The classes of demands and providers that subsidy rates depend on, and the table of rates for Matching.
///
/// A provider is an admission class of its own. Class 0 is every demand without public money.
struct SubsidyClasses {
    private var numbers: [SubsidyKey: Int32] = [:]
    /// By class number less 1: an applicant and contract facts that stand for the class.
    private(set) var keys: [SubsidyKey] = []
    private(set) var applicants: [ApplicantFacts] = []
    /// In order of first listing.
    private(set) var pairs: [ProviderType] = []
    private var known: Set<ProviderType> = []
    private(set) var table = SubsidyTable()
    /// Pairs and classes whose rates are in the table.
    private var ratedPairs = 0
    private var ratedClasses = 0

    init() {}

    /// Classes and pairs whose rates are in the table; `applicants` stand beside their `keys`.
    init(keys: [SubsidyKey], applicants: [ApplicantFacts], pairs: [ProviderType], table: SubsidyTable) {
        self.keys = keys
        self.applicants = applicants
        self.pairs = pairs
        self.table = table
        known = Set(pairs)
        (ratedPairs, ratedClasses) = (pairs.count, keys.count)
        for (position, key) in keys.enumerated() { numbers[key] = Int32(position + 1) }
    }

    static func admissionClass(of provider: PartyID) -> Int32 { Int32(clamping: provider.number) }

    mutating func see(_ offer: Offer) {
        let pair = ProviderType(provider: offer.provider, type: offer.terms.instanceType)
        if known.insert(pair).inserted { pairs.append(pair) }
    }

    mutating func number(of key: SubsidyKey, applicant: ApplicantFacts) -> Int32 {
        guard !key.rules.isEmpty else { return 0 }
        if let number = numbers[key] { return number }
        keys.append(key)
        applicants.append(applicant)
        numbers[key] = Int32(keys.count)
        return Int32(keys.count)
    }

    /// Whether pairs or classes were seen whose rates are not in the table.
    var isBehind: Bool { ratedPairs < pairs.count || ratedClasses < keys.count }

    /// Brings the table up to date with the pairs and classes seen; whether anything changed.
    ///
    /// - Parameter rate: the nominal rate of a class for a pair.
    /// - Complexity: O(new pairs × classes + new classes × pairs).
    mutating func update(rate: (SubsidyKey, ApplicantFacts, ProviderType) -> BasisPoints) -> Bool {
        var changes: [SubsidyTable.Rate] = []
        for position in keys.indices {
            let first = position < ratedClasses ? ratedPairs : 0
            for pair in pairs[first...] {
                let value = rate(keys[position], applicants[position], pair)
                guard value > .zero else { continue }
                changes.append(
                    SubsidyTable.Rate(
                        subsidyClass: Int32(position + 1), admissionClass: Self.admissionClass(of: pair.provider),
                        instanceType: pair.type, rate: value))
            }
        }
        (ratedPairs, ratedClasses) = (pairs.count, keys.count)
        guard !changes.isEmpty else { return false }
        table = table.setting(changes, version: table.version + 1)
        return true
    }
}
