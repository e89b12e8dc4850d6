import Domain

/// One row of an offer file: what a provider lists, before zone and type have numbers.
struct OfferRow {
    let line: Int
    let name: String
    let provider: String
    /// The zone's code in the reference tables; empty where the file names none that is known.
    let zoneCode: String
    let hub: String
    let typeName: String
    let chip: Symbol?
    let chipsMilli: Int64
    let chipMemoryBytes: Int64
    let vcpuMilli: Int64
    let memoryBytes: Int64
    let termHours: Int64
    let price: UnitPrice
    let quantity: Quantity

    static let columns = [
        "offer_id", "provider", "hub", "instance_type", "chip", "gpu_milli", "vcpu_milli", "mem_bytes", "min_term_s",
        "price_mfen_per_hour", "syn_qty",
    ]

    /// Throws `FileProblem`, naming row and column.
    init(_ table: CSVTable, _ row: CSVRow) throws {
        try table.checkWidth(row)
        line = row.line
        name = try table.requireText(row, "offer_id")
        provider = try table.requireText(row, "provider")
        zoneCode = table.field(row, "zone")
        hub = table.field(row, "hub")
        typeName = try table.requireText(row, "instance_type")
        chip = table.field(row, "chip").isEmpty ? nil : try table.symbol(row, "chip")
        chipsMilli = try table.integer(row, "gpu_milli", in: 0...MeasureBounds.most)
        chipMemoryBytes = try table.measure(row, "gpu_mem_bytes")
        vcpuMilli = try table.measure(row, "vcpu_milli")
        memoryBytes = try table.measure(row, "mem_bytes")
        termHours = max(1, (try table.integer(row, "min_term_s", in: 0...Window.mostHours * 3_600) + 3_599) / 3_600)
        quantity = try table.scaled(row, "syn_qty", by: 1_000, .quantityTooLarge) { milli throws(Reason) in
            try Quantity(milli)
        }
        // 1/1000 fen is 10 micro-yuan.
        price = try table.scaled(row, "price_mfen_per_hour", by: 10, .priceTooHigh) { microYuan throws(Reason) in
            try UnitPrice(microYuan)
        }
    }

    /// What a unit is: the same for every row with the same name and measures.
    func type(architecture: Symbol, origin: ChipOrigin, code: Symbol) throws(Reason) -> InstanceTypeTerms {
        InstanceTypeTerms(
            code: code, kind: chip == nil ? .cpu : .accelerator, architecture: architecture,
            chip: chip, origin: origin, chipsMilli: chipsMilli,
            chipMemoryBytes: chipMemoryBytes, vcpuMilli: vcpuMilli, memoryBytes: memoryBytes)
    }

    /// The offer from `start` on, for two years.
    func terms(type: InstanceTypeID, zone: ZoneID, from start: Hour) throws(Reason) -> OfferTerms {
        let window = try Window(start, start + 2 * 8_760)
        return try OfferTerms(
            instanceType: type, zone: zone,
            schedule: try CapacitySchedule(steps: [CapacityStep(window: window, quantity: quantity)]),
            lotSize: Quantity(unchecked: 1_000), shortestTermHours: termHours, price: .flat(price),
            vat: .cloudService, buyers: .everyone, tier: .declared)
    }

    /// A code for the catalogue: provider and name in lower case, other characters become a hyphen.
    static func code(_ provider: String, _ name: String) throws(Reason) -> Symbol {
        let own = name.lowercased().hasPrefix(provider.lowercased()) ? name : "\(provider):\(name)"
        let text = own.lowercased().map { character -> Character in
            guard let byte = character.asciiValue else { return "-" }
            let admitted = character.isLetter || character.isNumber || [0x2E, 0x5F, 0x3A, 0x2B, 0x2D].contains(byte)
            return admitted ? character : "-"
        }
        return try Symbol(String(String(text).drop { $0 == "-" }.prefix(Symbol.mostBytes)))
    }
}
