/// What a unit is measured as.
public enum ResourceKind: UInt8, Sendable, CaseIterable {
    case accelerator
    case cpu
    /// One unit is a GB for an hour.
    case storage
    /// One unit is a Mbit/s for an hour between two zones.
    case network
}

/// Where a chip was designed.
public enum ChipOrigin: UInt8, Sendable, CaseIterable {
    case domestic
    case foreign
    /// No accelerator, or not stated.
    case unstated
}

/// How the capacity is delivered.
public enum ServiceKind: UInt8, Sendable, CaseIterable {
    case bare
    case image
    case managedPlatform
    case modelEndpoint
}

/// Number formats that dense rates are stated in.
public enum Precision: UInt8, Sendable, CaseIterable, Comparable {
    case fp64
    case fp32
    case tf32
    case fp16
    case bf16
    case fp8
    case int8

    public static func < (left: Precision, right: Precision) -> Bool { left.rawValue < right.rawValue }
}

/// Dense rate of one chip at a precision, in 10⁹ operations per second (milli-TFLOPS): of whole matrices, never the
/// larger figure that is printed for sparse ones.
public struct DenseRate: Hashable, Sendable {
    public let precision: Precision
    public let milliTeraflops: Int64

    public init(precision: Precision, milliTeraflops: Int64) {
        self.precision = precision
        self.milliTeraflops = milliTeraflops
    }
}

/// A chip of the conversion table.
public struct Chip: Hashable, Sendable {
    public let code: Symbol
    public let architecture: Symbol
    public let origin: ChipOrigin
    /// In ascending order of precision; the largest rates that a listing may declare.
    public let rates: [DenseRate]

    public init(code: Symbol, architecture: Symbol, origin: ChipOrigin, rates: [DenseRate]) {
        self.code = code
        self.architecture = architecture
        self.origin = origin
        self.rates = rates.sorted { $0.precision < $1.precision }
    }

    public func rate(_ precision: Precision) -> Int64? {
        rates.first { $0.precision == precision }?.milliTeraflops
    }
}

/// What one unit of an instance type is.
public struct InstanceTypeTerms: Hashable, Sendable {
    /// Unique in the exchange.
    public let code: Symbol
    public let kind: ResourceKind
    public let architecture: Symbol
    /// A chip of the conversion table; nil without an accelerator.
    public let chip: Symbol?
    public let origin: ChipOrigin
    /// Chips a unit in milli: 250 is a quarter of a card.
    public let chipsMilli: Int64
    /// Memory of one whole chip in bytes.
    public let chipMemoryBytes: Int64
    /// 0 where not stated.
    public let vcpuMilli: Int64
    /// 0 where not stated.
    public let memoryBytes: Int64
    /// What the provider declares for one whole chip; never above the table.
    public let declaredRates: [DenseRate]
    public let service: ServiceKind
    /// Interconnect and software stack.
    public let interconnect: Symbol?
    public let stack: Symbol?
    /// 算力标识, the national compute identifier.
    public let computeIdentifier: Symbol?

    public init(
        code: Symbol, kind: ResourceKind, architecture: Symbol, chip: Symbol?, origin: ChipOrigin, chipsMilli: Int64,
        chipMemoryBytes: Int64, vcpuMilli: Int64, memoryBytes: Int64, declaredRates: [DenseRate] = [],
        service: ServiceKind = .bare, interconnect: Symbol? = nil, stack: Symbol? = nil,
        computeIdentifier: Symbol? = nil
    ) {
        self.code = code
        self.kind = kind
        self.architecture = architecture
        self.chip = chip
        self.origin = origin
        self.chipsMilli = chipsMilli
        self.chipMemoryBytes = chipMemoryBytes
        self.vcpuMilli = vcpuMilli
        self.memoryBytes = memoryBytes
        self.declaredRates = declaredRates
        self.service = service
        self.interconnect = interconnect
        self.stack = stack
        self.computeIdentifier = computeIdentifier
    }
}

public struct InstanceType: Hashable, Sendable {
    public let id: InstanceTypeID
    public let terms: InstanceTypeTerms

    public init(id: InstanceTypeID, terms: InstanceTypeTerms) {
        self.id = id
        self.terms = terms
    }
}
