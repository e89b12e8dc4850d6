import Domain

/// A programme that may pay for a demand: its rules in the version of its lots, and what is there.
///
/// Candidates stand in the order of use: by the first expiring of their lots, or as the buyer named them.
public struct ProgrammeCandidate: Hashable, Sendable {
    public let programme: ProgrammeID
    public let version: Int64
    public let definition: ProgrammeDefinition
    /// Lots of this version that may pay for some hour of the window, first expiring first.
    public let lots: [LotBalance]
    /// What the caps that count after the issue leave to this demand; see `CapBook.remainingAtFill`.
    public let caps: [CapRemaining]
    /// Not used at a fill.
    public let rates: RateRange
    /// The lowest price of the programme's own table for a type that the demand allows, per SCU-hour for one in SCU; nil
    /// where it has none.
    /// Not used at a fill.
    public let leastTablePrice: UnitPrice?

    public init(
        programme: ProgrammeID, version: Int64, definition: ProgrammeDefinition, lots: [LotBalance],
        caps: [CapRemaining], rates: RateRange = .none, leastTablePrice: UnitPrice? = nil
    ) {
        self.programme = programme
        self.version = version
        self.definition = definition
        self.lots = lots
        self.caps = caps
        self.rates = rates
        self.leastTablePrice = leastTablePrice
    }

    /// The least that any of its caps leaves; nil where none binds.
    var capLeft: Money? { caps.map(\.amount).min() }
}

extension ProgrammeCandidate {
    /// Groups the lots that may pay, in their order, by programme and version.
    ///
    /// - Parameter make: the candidate for one group; nil leaves it out.
    public static func grouped(
        _ lots: [LotBalance], make: (ProgrammeID, Int64, [LotBalance]) -> ProgrammeCandidate?
    ) -> [ProgrammeCandidate] {
        var groups: [[LotBalance]] = []
        for lot in lots {
            let group = groups.firstIndex {
                $0[0].lot.programme == lot.lot.programme && $0[0].lot.programmeVersion == lot.lot.programmeVersion
            }
            if let group { groups[group].append(lot) } else { groups.append([lot]) }
        }
        return groups.compactMap { make($0[0].lot.programme, $0[0].lot.programmeVersion, $0) }
    }
}
