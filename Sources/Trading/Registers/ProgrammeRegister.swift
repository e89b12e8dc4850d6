import Domain

/// One version of a programme's rules.
struct ProgrammeVersion {
    let number: Int64
    let definition: ProgrammeDefinition
    let proposer: PersonID
    var approver: PersonID?
}

/// A programme: its versions and the one in force.
struct ProgrammeEntry {
    let id: ProgrammeID
    var versions: [ProgrammeVersion] = []

    /// The latest approved version.
    var live: ProgrammeVersion? { versions.last { $0.approver != nil } }
    func version(_ number: Int64) -> ProgrammeVersion? { versions.entry(number) }
}

/// Programmes by number and by code.
struct ProgrammeRegister {
    private(set) var entries: [ProgrammeEntry] = []
    /// Lots issued so far.
    private(set) var lotCount: Int64 = 0
    private var byCode: [Symbol: ProgrammeID] = [:]

    func entry(_ id: ProgrammeID) -> ProgrammeEntry? { entries.entry(id.number) }
    func programme(code: Symbol) -> ProgrammeID? { byCode[code] }

    mutating func countLot() { lotCount += 1 }

    mutating func propose(
        _ id: ProgrammeID, version: Int64, _ definition: ProgrammeDefinition, by person: PersonID
    ) {
        if id.number > Int64(entries.count) {
            entries.append(ProgrammeEntry(id: id))
            byCode[definition.code] = id
        }
        entries[Int(id.number) - 1].versions.append(
            ProgrammeVersion(number: version, definition: definition, proposer: person))
    }

    mutating func approve(_ id: ProgrammeID, version: Int64, by person: PersonID) {
        entries[Int(id.number) - 1].versions[Int(version) - 1].approver = person
    }
}
