import Domain

/// The nominal subsidy rates: what ranks an offer for a demand, before every cap, minimum and pool.
public struct SubsidyTable: Hashable, Sendable {
    public let version: Int64
    private(set) var rates: [Key: BasisPoints] = [:]

    struct Key: Hashable, Sendable {
        let subsidyClass: Int32
        let admissionClass: Int32
        let instanceType: InstanceTypeID
    }

    /// One rate: of demands of a subsidy class for an instance type by providers of an admission class.
    public struct Rate: Hashable, Sendable {
        public let subsidyClass: Int32
        public let admissionClass: Int32
        public let instanceType: InstanceTypeID
        public let rate: BasisPoints

        public init(subsidyClass: Int32, admissionClass: Int32, instanceType: InstanceTypeID, rate: BasisPoints) {
            self.subsidyClass = subsidyClass
            self.admissionClass = admissionClass
            self.instanceType = instanceType
            self.rate = rate
        }
    }

    public init(version: Int64 = 0) { self.version = version }

    /// The same table with some rates changed, under a new version.
    public func setting(_ changes: [Rate], version: Int64) -> SubsidyTable {
        var table = SubsidyTable(version: version)
        table.rates = rates
        for change in changes {
            let key = Key(
                subsidyClass: change.subsidyClass, admissionClass: change.admissionClass,
                instanceType: change.instanceType)
            table.rates[key] = change.rate == .zero ? nil : change.rate
        }
        return table
    }

    /// Zero where nothing is set.
    public func rate(subsidyClass: Int32, admissionClass: Int32, instanceType: InstanceTypeID) -> BasisPoints {
        rates[Key(subsidyClass: subsidyClass, admissionClass: admissionClass, instanceType: instanceType)] ?? .zero
    }
}

extension SubsidyTable {
    /// The rates in ascending order of their keys.
    public var sorted: [Rate] {
        rates.map {
            Rate(
                subsidyClass: $0.key.subsidyClass, admissionClass: $0.key.admissionClass,
                instanceType: $0.key.instanceType, rate: $0.value)
        }.sorted {
            ($0.subsidyClass, $0.admissionClass, $0.instanceType.number)
                < ($1.subsidyClass, $1.admissionClass, $1.instanceType.number)
        }
    }
}
