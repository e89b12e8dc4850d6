import Domain
import Records

/// Rows of zones, links, chips, policies, instance types and reference prices.
struct CatalogueRows: Sendable {
    private var zones = TableRows(.zone)
    private var links = TableRows(.link)
    private var chips = TableRows(.chip)
    private var policies = TableRows(.marketPolicy)
    private var instanceTypes = TableRows(.instanceType)
    private var references = TableRows(.referencePrice)

    var rows: [TableRows] { [zones, links, chips, policies, instanceTypes, references] }

    mutating func add(_ event: Event, _ sequence: Int64) {
        switch event {
        case .zoneDefined(let zone): add(zone, sequence)
        case .networkPublished(let version, let published): add(published, version)
        case .conversionPublished(let version, let published): add(published, version)
        case .policySet(let version, let policy): add(policy, version, sequence)
        case .instanceTypeDefined(let type): add(type, sequence)
        case .referencesPublished(let version, let prices): add(prices, version, sequence)
        default: preconditionFailure("not an event of the catalogue")
        }
    }

    private mutating func add(_ zone: Zone, _ sequence: Int64) {
        zones.append(
            .int8(zone.id.number), .text(zone.code.text), .text(zone.name.text), .text(zone.nameEnglish.text),
            .number(zone.level), .optional(zone.parent?.number), .int8(sequence))
    }

    private mutating func add(_ published: [Link], _ version: Int64) {
        for link in published {
            links.append(
                .int8(version), .int8(link.from.number), .int8(link.to.number), .int8(link.latencyMicroseconds),
                .int8(link.tariff.microYuan), .number(link.tariffKind))
        }
    }

    private mutating func add(_ published: [Chip], _ version: Int64) {
        for chip in published { chips.append(.int8(version), .text(chip.code.text), .bytea(chip.canonicalForm)) }
    }

    private mutating func add(_ policy: MarketPolicy, _ version: Int64, _ sequence: Int64) {
        policies.append(
            .int8(version), .small(policy.fee.value), .int8(policy.contestHours), .int8(policy.reportHours),
            .int8(policy.missedHoursToEnd), .number(policy.priceRule), .int8(sequence))
    }

    private mutating func add(_ prices: [ReferencePrice], _ version: Int64, _ sequence: Int64) {
        for price in prices {
            references.append(
                .int8(version), .int8(price.referenceClass.instanceType.number),
                .int8(price.referenceClass.zone.number), .optional(price.finding?.price.microYuan),
                .optional(price.finding.map { Int16($0.basis.rawValue) }), .int8(sequence))
        }
    }

    private mutating func add(_ type: InstanceType, _ sequence: Int64) {
        let terms = type.terms
        instanceTypes.append(
            .int8(type.id.number), .text(terms.code.text), .number(terms.kind), .text(terms.architecture.text),
            .optional(terms.chip?.text), .number(terms.origin), .int8(terms.chipsMilli),
            .bytea(type.canonicalForm), .int8(sequence))
    }
}
