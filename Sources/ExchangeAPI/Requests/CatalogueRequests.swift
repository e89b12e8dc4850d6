import Domain

/// POST /v1/zones.
public struct ZoneRequest: Codable, Hashable, Sendable {
    public let code: Symbol
    public let name: Label
    public let nameEnglish: Label
    public let level: Named<ZoneLevel>
    public let parent: ZoneID?

    public init(code: Symbol, name: Label, nameEnglish: Label, level: ZoneLevel, parent: ZoneID?) {
        self.code = code
        self.name = name
        self.nameEnglish = nameEnglish
        self.level = Named(level)
        self.parent = parent
    }
}

/// A link of the network.
public struct LinkBody: Codable, Hashable, Sendable {
    public let from: ZoneID
    public let to: ZoneID
    public let latencyMicroseconds: Int64
    public let tariffMicroYuan: Int64
    public let tariffKind: Named<TariffKind>

    public init(_ link: Link) {
        from = link.from
        to = link.to
        latencyMicroseconds = link.latencyMicroseconds
        tariffMicroYuan = link.tariff.microYuan
        tariffKind = Named(link.tariffKind)
    }

    /// Errors: `valueOutOfRange`, `priceNotPositive`, `priceTooHigh`.
    public func link() throws(DoorFault) -> Link {
        Link(
            from: from, to: to,
            latencyMicroseconds: try bounded("latency_microseconds", latencyMicroseconds, in: 0...3_600_000_000),
            tariff: try member("tariff_micro_yuan") { () throws(Reason) in try UnitPrice(tariff: tariffMicroYuan) },
            tariffKind: tariffKind.value)
    }
}

/// POST /v1/network: a new version, whole.
public struct NetworkRequest: Codable, Hashable, Sendable {
    public static let mostLinks = 10_000
    public let links: [LinkBody]

    public init(_ links: [Link]) { self.links = links.map(LinkBody.init) }

    /// Errors: `valueOutOfRange`, those of `LinkBody`.
    public func terms() throws(DoorFault) -> [Link] {
        try parts("links", links, most: NetworkRequest.mostLinks) { link throws(DoorFault) in try link.link() }
    }
}

/// The dense rate of a chip at a precision.
public struct RateBody: Codable, Hashable, Sendable {
    public let precision: Named<Precision>
    public let milliTeraflops: Int64

    public init(_ rate: DenseRate) {
        precision = Named(rate.precision)
        milliTeraflops = rate.milliTeraflops
    }

    /// Errors: `valueOutOfRange`.
    public func rate() throws(DoorFault) -> DenseRate {
        DenseRate(
            precision: precision.value,
            milliTeraflops: try bounded("milli_teraflops", milliTeraflops, in: 1...1_000_000_000_000))
    }
}

/// A chip of the conversion table.
public struct ChipBody: Codable, Hashable, Sendable {
    public let code: Symbol
    public let architecture: Symbol
    public let origin: Named<ChipOrigin>
    public let rates: [RateBody]

    public init(_ chip: Chip) {
        code = chip.code
        architecture = chip.architecture
        origin = Named(chip.origin)
        rates = chip.rates.map(RateBody.init)
    }

    /// Errors: `valueOutOfRange`.
    public func chip() throws(DoorFault) -> Chip {
        let rates = try parts("rates", rates, most: Precision.allCases.count) { rate throws(DoorFault) in
            try rate.rate()
        }
        return Chip(code: code, architecture: architecture, origin: origin.value, rates: rates)
    }
}

/// POST /v1/conversion: a new version, whole.
public struct ConversionRequest: Codable, Hashable, Sendable {
    public static let mostChips = 1_000
    public let chips: [ChipBody]

    public init(_ chips: [Chip]) { self.chips = chips.map(ChipBody.init) }

    /// Errors: `valueOutOfRange`.
    public func terms() throws(DoorFault) -> [Chip] {
        try parts("chips", chips, most: ConversionRequest.mostChips) { chip throws(DoorFault) in try chip.chip() }
    }
}

/// POST /v1/policy.
public struct PolicyBody: Codable, Hashable, Sendable {
    public let feeBasisPoints: Int64
    public let contestHours: Int64
    public let reportHours: Int64
    public let missedHoursToEnd: Int64
    public let priceRule: Named<PriceRule>

    public init(
        feeBasisPoints: Int64, contestHours: Int64, reportHours: Int64, missedHoursToEnd: Int64, priceRule: PriceRule
    ) {
        self.feeBasisPoints = feeBasisPoints
        self.contestHours = contestHours
        self.reportHours = reportHours
        self.missedHoursToEnd = missedHoursToEnd
        self.priceRule = Named(priceRule)
    }

    /// Errors: `rateOutOfRange`.
    public func fee() throws(DoorFault) -> BasisPoints {
        try member("fee_basis_points") { () throws(Reason) in try BasisPoints(feeBasisPoints) }
    }

    /// Errors: `valueOutOfRange`: at most a year.
    public func checkHours() throws(DoorFault) {
        _ = try bounded("contest_hours", contestHours, in: 0...8_760)
        _ = try bounded("report_hours", reportHours, in: 0...8_760)
        _ = try bounded("missed_hours_to_end", missedHoursToEnd, in: 0...8_760)
    }
}

/// POST /v1/instance-types, and the terms in what GET answers.
public struct InstanceTypeBody: Codable, Hashable, Sendable {
    public let code: Symbol
    public let kind: Named<ResourceKind>
    public let architecture: Symbol
    public let chip: Symbol?
    public let origin: Named<ChipOrigin>
    public let chipsMilli: Int64?
    public let chipMemoryBytes: Int64?
    public let vcpuMilli: Int64?
    public let memoryBytes: Int64?
    public let declaredRates: [RateBody]?
    public let service: Named<ServiceKind>?
    public let interconnect: Symbol?
    public let stack: Symbol?
    public let computeIdentifier: Symbol?

    public init(_ terms: InstanceTypeTerms) {
        code = terms.code
        kind = Named(terms.kind)
        architecture = terms.architecture
        chip = terms.chip
        origin = Named(terms.origin)
        chipsMilli = terms.chipsMilli
        chipMemoryBytes = terms.chipMemoryBytes
        vcpuMilli = terms.vcpuMilli
        memoryBytes = terms.memoryBytes
        declaredRates = terms.declaredRates.isEmpty ? nil : terms.declaredRates.map(RateBody.init)
        service = Named(terms.service)
        interconnect = terms.interconnect
        stack = terms.stack
        computeIdentifier = terms.computeIdentifier
    }

    /// Errors: `valueOutOfRange`.
    public func terms() throws(DoorFault) -> InstanceTypeTerms {
        let amounts: ClosedRange<Int64> = 0...(1 << 60)
        let rates = try parts("declared_rates", declaredRates ?? [], most: Precision.allCases.count) {
            rate throws(DoorFault) in try rate.rate()
        }
        return InstanceTypeTerms(
            code: code, kind: kind.value, architecture: architecture, chip: chip, origin: origin.value,
            chipsMilli: try bounded("chips_milli", chipsMilli ?? 0, in: amounts),
            chipMemoryBytes: try bounded("chip_memory_bytes", chipMemoryBytes ?? 0, in: amounts),
            vcpuMilli: try bounded("vcpu_milli", vcpuMilli ?? 0, in: amounts),
            memoryBytes: try bounded("memory_bytes", memoryBytes ?? 0, in: amounts), declaredRates: rates,
            service: service?.value ?? .bare, interconnect: interconnect, stack: stack,
            computeIdentifier: computeIdentifier)
    }
}
