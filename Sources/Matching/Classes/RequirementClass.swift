import Domain

/// Requirements with their symbols as numbers, and the books whose offers meet them.
///
/// Demands in SCU have classes of their own, by precision, tolerance and version of the conversion.
///
/// This is the relation between demand and offer classes as far as type and tier go; zone, lot, term and buyer
/// class are tested as the walk meets a book.
struct RequirementClass {
    let requirements: Requirements
    private(set) var measure: Measure
    private let chips: [Int32]
    private let architectures: [Int32]
    /// The books by zone.
    private(set) var books: ContiguousArray<ContiguousArray<Int32>> = []
    /// The demand classes with these requirements.
    var demandClasses: ContiguousArray<Int32> = []

    init(_ key: RequirementKey, symbols: inout SymbolTable) {
        requirements = key.requirements
        measure = Measure(key: key.scu)
        chips = requirements.chips.map { symbols.number(of: $0) }
        architectures = requirements.architectures.map { symbols.number(of: $0) }
    }

    /// Takes in what a type is in SCU: of every type, in order of their numbers.
    mutating func measure(_ type: TypeRow, _ symbols: SymbolTable, by table: ConversionTable) {
        measure.add(type, symbols, table)
    }

    /// Takes in the books of a type that it meets, as far as their tier does.
    mutating func add(booksOf type: Int32, offers: OfferClassTable) {
        for book in offers.books(ofType: type) { add(book, of: offers.offerClass(ofBook: book)) }
    }

    /// Takes in a book of a type that it meets, if its tier does.
    mutating func add(_ book: Int32, of offerClass: OfferClass) {
        if requirements.leastTier <= offerClass.tier { add(book, zone: offerClass.zone) }
    }

    private mutating func add(_ book: Int32, zone: Int32) {
        while books.count <= Int(zone) { books.append([]) }
        books[Int(zone)].append(book)
    }

    /// The dimensions in which the type of a number falls short.
    func failures(ofType number: Int32, _ type: TypeRow) -> DimensionSet {
        let failed = failures(of: type)
        return measure.scale(ofType: number) > 0 ? failed : failed.union(DimensionSet(.rate))
    }

    /// The dimensions in which a type falls short of the requirements.
    private func failures(of type: TypeRow) -> DimensionSet {
        var failed: DimensionSet = []
        let need = requirements
        if let kind = need.kind, kind != type.kind { failed.insert(.kind) }
        if !chips.isEmpty, !chips.contains(type.chip) { failed.insert(.chip) }
        if !architectures.isEmpty, !architectures.contains(type.architecture) { failed.insert(.architecture) }
        if !need.instanceTypes.isEmpty, !need.instanceTypes.contains(type.id) { failed.insert(.instanceType) }
        if let origin = need.origin, origin != type.origin { failed.insert(.origin) }
        if !need.services.isEmpty, !need.services.contains(type.service) { failed.insert(.service) }
        if isTooSmall(type) { failed.insert(.unitSize) }
        return failed
    }

    private func isTooSmall(_ type: TypeRow) -> Bool {
        let need = requirements
        return type.chipsMilli < need.chipsMilli || type.chipMemoryBytes < need.chipMemoryBytes
            || type.vcpuMilli < need.vcpuMilli || type.memoryBytes < need.memoryBytes
    }
}
