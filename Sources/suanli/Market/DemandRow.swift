import Domain

/// One row of a demand file: what a buyer asks for, and when.
struct DemandRow {
    let line: Int
    let name: String
    let tenant: String
    /// Seconds after the start of the file.
    let submitSecond: Int64
    let hours: Int64
    let requirements: Requirements
    let province: String
    let limit: UnitPrice
    let latencyMicrosecondsMost: Int64?
    let use: DemandUse

    static let columns = [
        "demand_id", "syn_tenant", "submit_s", "duration_s", "gpu_milli", "vcpu_milli", "mem_bytes", "syn_province",
        "syn_limit_fen_per_hour", "syn_chips_ok", "syn_max_one_way_ms",
    ]

    /// Throws `FileProblem`, naming row and column. A demand that does not say how long it runs is refused: it has no
    /// window to be sold.
    init(_ table: CSVTable, _ row: CSVRow) throws {
        try table.checkWidth(row)
        line = row.line
        name = try table.requireText(row, "demand_id")
        tenant = try table.requireText(row, "syn_tenant")
        submitSecond = try table.integer(row, "submit_s", in: 0...Window.mostHours * 3_600)
        hours = try Self.hours(table, row)
        province = try table.requireText(row, "syn_province")
        requirements = try Self.requirements(table, row)
        limit = try table.scaled(row, "syn_limit_fen_per_hour", by: 10_000, .priceTooHigh) { microYuan throws(Reason) in
            try UnitPrice(microYuan)
        }
        latencyMicrosecondsMost = try Self.latency(table, row)
        use = ["LS", "Guaranteed"].contains(table.field(row, "qos")) ? .inference : .training
    }

    /// Whole hours that hold the duration.
    private static func hours(_ table: CSVTable, _ row: CSVRow) throws -> Int64 {
        let duration = try table.requireInteger(row, "duration_s")
        guard duration > 0 else {
            throw table.problem(row, "duration_s", "window_inverted", "a demand runs for at least a second; correct it")
        }
        guard duration <= Window.mostHours * 3_600 else {
            throw table.problem(row, "duration_s", "window_too_long", "is more than ten years; correct it")
        }
        return (duration + 3_599) / 3_600
    }

    private static func latency(_ table: CSVTable, _ row: CSVRow) throws -> Int64? {
        if table.field(row, "syn_max_one_way_ms").isEmpty { return nil }
        return try table.integer(row, "syn_max_one_way_ms", in: 0...3_600_000) * 1_000
    }

    private static func requirements(_ table: CSVTable, _ row: CSVRow) throws -> Requirements {
        let chipsMilli = try table.measure(row, "gpu_milli")
        let vcpuMilli = try table.measure(row, "vcpu_milli")
        let memoryBytes = try table.measure(row, "mem_bytes")
        let names = table.field(row, "syn_chips_ok").split(separator: "|").map(String.init)
        return try table.domain(row, "syn_chips_ok") { () throws(Reason) in
            var chips: [Symbol] = []
            for name in names { chips.append(try Symbol(name)) }
            return try Requirements(
                kind: chipsMilli > 0 ? .accelerator : .cpu, chips: chips, chipsMilli: chipsMilli,
                vcpuMilli: vcpuMilli, memoryBytes: memoryBytes)
        }
    }

    /// The demand for one unit that holds all it asks for, from the first whole hour after `instant`.
    func terms(home: ZoneID, after instant: Stamp) throws(Reason) -> DemandTerms {
        let start = Stamp(microseconds: instant.microseconds - 1).hour + 1
        return try DemandTerms(
            requirements: requirements, quantity: Quantity(unchecked: 1_000), window: try Window(start, start + hours),
            home: home, reach: Reach(level: .nation, latencyMicrosecondsMost: latencyMicrosecondsMost), limit: limit,
            policy: .goodTillCancelled, use: use)
    }
}
