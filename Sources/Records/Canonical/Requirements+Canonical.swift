import Domain

extension Requirements: Canonical {
    public func write(to writer: inout CanonicalWriter) {
        writer.write(kind, chips, architectures, instanceTypes, origin, services)
        writer.write(chipsMilli, chipMemoryBytes, vcpuMilli, memoryBytes, leastTier)
    }

    public init(from reader: inout CanonicalReader) throws(CanonicalError) {
        let start = reader.offset
        let kind = try reader.read(ResourceKind?.self)
        let chips: [Symbol] = try reader.ascending()
        let architectures: [Symbol] = try reader.ascending()
        let instanceTypes: [InstanceTypeID] = try reader.ascending()
        let origin = try reader.read(ChipOrigin?.self)
        let services: [ServiceKind] = try reader.ascending(by: \.rawValue)
        let chipsMilli = try reader.read(Int64.self)
        let chipMemoryBytes = try reader.read(Int64.self)
        let vcpuMilli = try reader.read(Int64.self)
        let memoryBytes = try reader.read(Int64.self)
        let leastTier = try reader.read(VerificationTier.self)
        self = try CanonicalError.checking(at: start) { () throws(Reason) in
            try Requirements(
                kind: kind, chips: chips, architectures: architectures, instanceTypes: instanceTypes, origin: origin,
                services: services, chipsMilli: chipsMilli, chipMemoryBytes: chipMemoryBytes, vcpuMilli: vcpuMilli,
                memoryBytes: memoryBytes, leastTier: leastTier)
        }
    }
}

extension Reach: Canonical {
    public func write(to writer: inout CanonicalWriter) { writer.write(level, latencyMicrosecondsMost) }

    public init(from reader: inout CanonicalReader) throws(CanonicalError) {
        self.init(level: try reader.read(), latencyMicrosecondsMost: try reader.read())
    }
}
