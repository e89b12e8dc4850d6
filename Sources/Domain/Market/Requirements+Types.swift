extension Requirements {
    /// Whether a unit of this type has what each unit bought must have. The tier is the offer's, and not asked here.
    public func admits(_ type: InstanceType) -> Bool {
        let terms = type.terms
        return kind.map { $0 == terms.kind } ?? true
            && (chips.isEmpty || terms.chip.map(chips.contains) ?? false)
            && (architectures.isEmpty || architectures.contains(terms.architecture))
            && (instanceTypes.isEmpty || instanceTypes.contains(type.id))
            && origin.map { $0 == terms.origin } ?? true
            && (services.isEmpty || services.contains(terms.service))
            && chipsMilli <= terms.chipsMilli && chipMemoryBytes <= terms.chipMemoryBytes
            && vcpuMilli <= terms.vcpuMilli && memoryBytes <= terms.memoryBytes
    }
}
