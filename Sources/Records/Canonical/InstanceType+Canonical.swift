import Domain

extension ResourceKind: Canonical {}
extension ChipOrigin: Canonical {}
extension ServiceKind: Canonical {}
extension Precision: Canonical {}

extension DenseRate: Canonical {
    public func write(to writer: inout CanonicalWriter) { writer.write(precision, milliTeraflops) }

    public init(from reader: inout CanonicalReader) throws(CanonicalError) {
        self.init(precision: try reader.read(), milliTeraflops: try reader.read())
    }
}

extension Chip: Canonical {
    public func write(to writer: inout CanonicalWriter) { writer.write(code, architecture, origin, rates) }

    public init(from reader: inout CanonicalReader) throws(CanonicalError) {
        self.init(
            code: try reader.read(), architecture: try reader.read(), origin: try reader.read(),
            rates: try reader.ascending(by: \.precision))
    }
}

extension InstanceTypeTerms: Canonical {
    public func write(to writer: inout CanonicalWriter) {
        writer.write(code, kind, architecture, chip, origin)
        writer.write(chipsMilli, chipMemoryBytes, vcpuMilli, memoryBytes)
        writer.write(declaredRates, service, interconnect, stack, computeIdentifier)
    }

    public init(from reader: inout CanonicalReader) throws(CanonicalError) {
        self.init(
            code: try reader.read(), kind: try reader.read(), architecture: try reader.read(),
            chip: try reader.read(), origin: try reader.read(), chipsMilli: try reader.read(),
            chipMemoryBytes: try reader.read(), vcpuMilli: try reader.read(), memoryBytes: try reader.read(),
            declaredRates: try reader.read(), service: try reader.read(), interconnect: try reader.read(),
            stack: try reader.read(), computeIdentifier: try reader.read())
    }
}

extension InstanceType: Canonical {
    public func write(to writer: inout CanonicalWriter) { writer.write(id, terms) }

    public init(from reader: inout CanonicalReader) throws(CanonicalError) {
        self.init(id: try reader.read(), terms: try reader.read())
    }
}
