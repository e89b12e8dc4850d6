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
        submitSecond = try table.requireInteger(row, "submit_s")
        let duration = try table.requireInteger(row, "duration_s")
        guard duration > 0 else {
            throw table.problem(row, "duration_s", "window_inverted", "a demand runs for at least a second; correct it")
        }
        hours = (duration + 3_599) / 3_600
        province = try table.requireText(row, "syn_province")
        requirements = try Self.requirements(table, row)
        let fen = try table.requireInteger(row, "syn_limit_fen_per_hour")
        limit = try table.domain(row, "syn_limit_fen_per_hour") { () throws(Reason) in
            let (microYuan, overflow) = fen.multipliedReportingOverflow(by: 10_000)
            guard !overflow else { throw .priceTooHigh }
            return try UnitPrice(microYuan)
        }
        latencyMicrosecondsMost = try table.integer(row, "syn_max_one_way_ms").map { $0 * 1_000 }
        use = ["LS", "Guaranteed"].contains(table.field(row, "qos")) ? .inference : .training
    }

    private static func requirements(_ table: CSVTable, _ row: CSVRow) throws -> Requirements {
        let chipsMilli = try table.integer(row, "gpu_milli") ?? 0
        let vcpuMilli = try table.integer(row, "vcpu_milli") ?? 0
        let memoryBytes = try table.integer(row, "mem_bytes") ?? 0
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
