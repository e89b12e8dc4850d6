import Domain

/// An instance type with its symbols as numbers, so that a requirement is tested without comparing text.
struct TypeRow {
    let id: InstanceTypeID
    let kind: ResourceKind
    let architecture: Int32
    /// -1 without an accelerator.
    let chip: Int32
    let origin: ChipOrigin
    let service: ServiceKind
    let chipsMilli: Int64
    let chipMemoryBytes: Int64
    let vcpuMilli: Int64
    let memoryBytes: Int64
}

/// Symbols by number, in the order they were met.
struct SymbolTable {
    private(set) var symbols: ContiguousArray<Symbol> = []
    private var numbers: [Symbol: Int32] = [:]

    mutating func number(of symbol: Symbol) -> Int32 {
        if let number = numbers[symbol] { return number }
        let number = Int32(numbers.count)
        numbers[symbol] = number
        symbols.append(symbol)
        return number
    }
}

/// The instance types by dense number.
struct TypeTable {
    private(set) var rows: ContiguousArray<TypeRow> = []
    private var numbers: [InstanceTypeID: Int32] = [:]
    var symbols = SymbolTable()

    /// - Precondition: the type is not defined yet.
    mutating func define(_ type: InstanceType) {
        precondition(numbers[type.id] == nil, "an instance type is defined once")
        numbers[type.id] = Int32(rows.count)
        let terms = type.terms
        rows.append(
            TypeRow(
                id: type.id, kind: terms.kind, architecture: symbols.number(of: terms.architecture),
                chip: terms.chip.map { symbols.number(of: $0) } ?? -1, origin: terms.origin, service: terms.service,
                chipsMilli: terms.chipsMilli, chipMemoryBytes: terms.chipMemoryBytes, vcpuMilli: terms.vcpuMilli,
                memoryBytes: terms.memoryBytes))
    }

    func number(of id: InstanceTypeID) -> Int32 {
        guard let number = numbers[id] else { preconditionFailure("an instance type is defined before it is used") }
        return number
    }

    func find(_ id: InstanceTypeID) -> Int32? { numbers[id] }
}
