import Domain
import Matching
import Programmes
import Records

extension Catalogue: Canonical {
    func write(to writer: inout CanonicalWriter) {
        writer.write(table: zones)
        writer.write(table: types)
        writer.write(table: links)
        writer.write(networkVersion)
        writer.write(table: conversions.dropFirst().map { StoredConversion($0) })
        writer.write(policy, policyVersion)
    }

    init(from reader: inout CanonicalReader) throws(CanonicalError) {
        self.init()
        for zone in try reader.table(of: Zone.self) { add(zone) }
        for type in try reader.table(of: InstanceType.self) { add(type) }
        let links = try reader.table(of: Link.self)
        publish(links, version: try reader.read())
        for conversion in try reader.table(of: StoredConversion.self) { publish(conversion.table) }
        let policy = try reader.read(MarketPolicy.self)
        set(policy, version: try reader.read())
    }
}

private struct StoredConversion: Canonical {
    let table: ConversionTable

    init(_ table: ConversionTable) { self.table = table }

    func write(to writer: inout CanonicalWriter) {
        writer.write(table.version)
        writer.write(table: table.chips)
    }

    init(from reader: inout CanonicalReader) throws(CanonicalError) {
        let version = try reader.read(Int64.self)
        table = ConversionTable(version: version, chips: try reader.table())
    }
}

extension PartyEntry: Canonical {
    func write(to writer: inout CanonicalWriter) { writer.write(id, registration, approvals, admitted) }

    init(from reader: inout CanonicalReader) throws(CanonicalError) {
        let (id, registration) = (try reader.read(PartyID.self), try reader.read(PartyRegistration.self))
        self.init(id, registration)
        (approvals, admitted) = (try reader.read(), try reader.read())
    }
}

extension PartyRegister: Canonical {
    func write(to writer: inout CanonicalWriter) {
        writer.write(table: entries)
        writer.write(table: relations.ownerships)
        writer.write(table: relations.relations.map { StoredRelation(kind: $0.kind, from: $0.from, to: $0.to) })
    }

    init(from reader: inout CanonicalReader) throws(CanonicalError) {
        self.init()
        for entry in try reader.table(of: PartyEntry.self) {
            add(entry.id, entry.registration)
            for person in entry.approvals { approve(entry.id, by: person) }
            if entry.admitted { admit(entry.id) }
        }
        for ownership in try reader.table(of: Ownership.self) { record(ownership) }
        for relation in try reader.table(of: StoredRelation.self) {
            record(relation.kind, relation.from, relation.to)
        }
    }
}

private struct StoredRelation: Canonical {
    let kind: RelationKind
    let from: PartyID
    let to: PartyID

    init(kind: RelationKind, from: PartyID, to: PartyID) { (self.kind, self.from, self.to) = (kind, from, to) }

    func write(to writer: inout CanonicalWriter) { writer.write(kind, from, to) }

    init(from reader: inout CanonicalReader) throws(CanonicalError) {
        (kind, from, to) = (try reader.read(), try reader.read(), try reader.read())
    }
}

extension ProgrammeVersion: Canonical {
    func write(to writer: inout CanonicalWriter) { writer.write(number, definition, proposer, approver) }

    init(from reader: inout CanonicalReader) throws(CanonicalError) {
        self.init(
            number: try reader.read(), definition: try reader.read(), proposer: try reader.read(),
            approver: try reader.read())
    }
}

extension ProgrammeEntry: Canonical {
    func write(to writer: inout CanonicalWriter) { writer.write(id, versions) }

    init(from reader: inout CanonicalReader) throws(CanonicalError) {
        self.init(id: try reader.read(), versions: try reader.read())
    }
}

/// Lots are counted where they are read.
extension ProgrammeRegister: Canonical {
    func write(to writer: inout CanonicalWriter) { writer.write(table: entries) }

    init(from reader: inout CanonicalReader) throws(CanonicalError) {
        self.init()
        for entry in try reader.table(of: ProgrammeEntry.self) {
            for version in entry.versions {
                propose(entry.id, version: version.number, version.definition, by: version.proposer)
                if let approver = version.approver { approve(entry.id, version: version.number, by: approver) }
            }
        }
    }
}

extension PayoutEntry: Canonical {
    func write(to writer: inout CanonicalWriter) { writer.write(id, party, amount, requester, approver) }

    init(from reader: inout CanonicalReader) throws(CanonicalError) {
        self.init(
            id: try reader.read(), party: try reader.read(), amount: try reader.read(), requester: try reader.read(),
            approver: try reader.read())
    }
}

extension PayoutRegister: Canonical {
    func write(to writer: inout CanonicalWriter) {
        writer.write(table: entries)
        writer.write(table: usedReferences)
    }

    init(from reader: inout CanonicalReader) throws(CanonicalError) {
        self.init()
        for entry in try reader.table(of: PayoutEntry.self) { add(entry) }
        for reference in try reader.table(of: Label.self) { use(reference) }
    }
}
