import Domain

extension Requirements {
    /// The same requirements but for these.
    private func with(
        kind: ResourceKind?? = nil, chips: [Symbol]? = nil, architectures: [Symbol]? = nil,
        instanceTypes: [InstanceTypeID]? = nil, origin: ChipOrigin?? = nil, services: [ServiceKind]? = nil,
        sizes: UnitSizes? = nil, leastTier: VerificationTier? = nil
    ) -> Requirements? {
        let sizes = sizes ?? UnitSizes(self)
        return try? Requirements(
            kind: kind ?? self.kind, chips: chips ?? self.chips, architectures: architectures ?? self.architectures,
            instanceTypes: instanceTypes ?? self.instanceTypes, origin: origin ?? self.origin,
            services: services ?? self.services, chipsMilli: sizes.chipsMilli, chipMemoryBytes: sizes.chipMemoryBytes,
            vcpuMilli: sizes.vcpuMilli, memoryBytes: sizes.memoryBytes, leastTier: leastTier ?? self.leastTier)
    }

    /// The least relaxation of one dimension by which a type, or an offer's tier, no longer fails in it; nil where there
    /// is none.
    func admitting(_ type: TypeRow, _ tier: VerificationTier, in dimension: Dimension, _ symbols: SymbolTable)
        -> Requirements?
    {
        switch dimension {
        case .chip where type.chip >= 0: with(chips: chips + [symbols.symbols[Int(type.chip)]])
        case .architecture: with(architectures: architectures + [symbols.symbols[Int(type.architecture)]])
        case .instanceType: with(instanceTypes: instanceTypes + [type.id])
        case .service: with(services: services + [type.service])
        case .unitSize: with(sizes: UnitSizes(self).lowered(to: type))
        case .tier: with(leastTier: tier)
        default: without(dimension)
        }
    }

    /// These requirements without one dimension; nil where it is none of theirs.
    func without(_ dimension: Dimension) -> Requirements? {
        switch dimension {
        case .kind: with(kind: .some(nil))
        case .chip: with(chips: [])
        case .architecture: with(architectures: [])
        case .instanceType: with(instanceTypes: [])
        case .origin: with(origin: .some(nil))
        case .service: with(services: [])
        case .unitSize: with(sizes: UnitSizes())
        case .tier: with(leastTier: .declared)
        default: nil
        }
    }
}

/// What a unit must have at least.
private struct UnitSizes {
    var chipsMilli: Int64 = 0
    var chipMemoryBytes: Int64 = 0
    var vcpuMilli: Int64 = 0
    var memoryBytes: Int64 = 0

    init() {}

    init(_ need: Requirements) {
        chipsMilli = need.chipsMilli
        chipMemoryBytes = need.chipMemoryBytes
        vcpuMilli = need.vcpuMilli
        memoryBytes = need.memoryBytes
    }

    func lowered(to type: TypeRow) -> UnitSizes {
        var lower = self
        lower.chipsMilli = min(chipsMilli, type.chipsMilli)
        lower.chipMemoryBytes = min(chipMemoryBytes, type.chipMemoryBytes)
        lower.vcpuMilli = min(vcpuMilli, type.vcpuMilli)
        lower.memoryBytes = min(memoryBytes, type.memoryBytes)
        return lower
    }
}
