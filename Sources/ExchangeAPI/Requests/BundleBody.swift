import Domain

/// POST /v1/bundles: demands that are filled together or not at all.
public struct BundleBody: Codable, Hashable, Sendable {
    /// In the order in which they are decided.
    public let lines: [DemandBody]
    public let commonStart: Bool?
    public let latencyMicrosecondsMost: Int64?

    public init(_ terms: BundleTerms) {
        lines = terms.lines.map { DemandBody($0) }
        commonStart = terms.bond.commonStart ? true : nil
        latencyMicrosecondsMost = terms.bond.latencyMicrosecondsMost
    }

    /// Errors: those of a demand, `valueOutOfRange`, those of `BundleTerms`.
    public func terms() throws(DoorFault) -> BundleTerms {
        let lines = try parts("lines", lines, most: BundleTerms.lineCounts.upperBound) { line throws(DoorFault) in
            try line.unquotedTerms()
        }
        let most = try latencyMicrosecondsMost.map { value throws(DoorFault) in
            try bounded("latency_microseconds_most", value, in: 0...3_600_000_000)
        }
        do throws(Reason) {
            return try BundleTerms(
                lines: lines, bond: BundleBond(commonStart: commonStart ?? false, latencyMicrosecondsMost: most))
        } catch { throw DoorFault(error) }
    }
}
