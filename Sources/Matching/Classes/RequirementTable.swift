import Domain

/// What tells requirement classes apart.
struct RequirementKey: Hashable {
    let requirements: Requirements
    /// nil in units.
    let scu: ScuKey?
}

/// The requirement classes by dense number, and for each instance type those that it meets.
struct RequirementTable {
    private(set) var classes: ContiguousArray<RequirementClass> = []
    private var numbers: [RequirementKey: Int32] = [:]
    private var conversions = [ConversionTable.empty]
    /// The classes that an instance type meets, tier aside.
    private(set) var metBy: ContiguousArray<ContiguousArray<Int32>> = []

    /// - Precondition: the version is larger than those before.
    mutating func publish(_ table: ConversionTable) {
        precondition(table.version > conversions[conversions.count - 1].version, "versions of the conversion grow")
        conversions.append(table)
    }

    /// The number of the class, made if there is none.
    ///
    /// - Precondition: a conversion that it names was published.
    ///
    /// - Complexity: O(1) where it is known; else O(types + books that meet it).
    mutating func number(of key: RequirementKey, types: inout TypeTable, offers: OfferClassTable) -> Int32 {
        if let number = numbers[key] { return number }
        let number = Int32(classes.count)
        numbers[key] = number
        classes.append(RequirementClass(key, symbols: &types.symbols))
        for type in types.rows.indices { relate(number, type: Int32(type), types.rows[type], types.symbols, offers) }
        return number
    }

    /// The class of these requirements: the table's, or where it has none one that it does not learn of.
    ///
    /// - Complexity: as `number`.
    func lookUp(_ key: RequirementKey, types: TypeTable, offers: OfferClassTable) -> RequirementClass {
        if let number = numbers[key] { return classes[Int(number)] }
        var symbols = types.symbols
        var own = RequirementClass(key, symbols: &symbols)
        let table = conversion(of: own)
        for type in types.rows.indices {
            own.measure(types.rows[type], symbols, by: table)
            guard own.failures(ofType: Int32(type), types.rows[type]).isEmpty else { continue }
            own.add(booksOf: Int32(type), offers: offers)
        }
        return own
    }

    /// Relates a new type to every class. Nothing of it has been listed yet.
    mutating func add(type: Int32, of types: TypeTable, offers: OfferClassTable) {
        for number in classes.indices {
            relate(Int32(number), type: type, types.rows[Int(type)], types.symbols, offers)
        }
    }

    /// Adds a new book to the classes that it meets.
    mutating func add(book: Int32, of offerClass: OfferClass) {
        guard Int(offerClass.type) < metBy.count else { return }
        for number in metBy[Int(offerClass.type)] { classes[Int(number)].add(book, of: offerClass) }
    }

    mutating func add(demandClass: Int32, to number: Int32) {
        classes[Int(number)].demandClasses.append(demandClass)
    }

    private func conversion(of known: RequirementClass) -> ConversionTable {
        guard let version = known.measure.key?.version else { return .empty }
        guard let table = conversions.last(where: { $0.version == version }) else {
            preconditionFailure("a demand is pinned to a version of the conversion that was published")
        }
        return table
    }

    private mutating func relate(
        _ number: Int32, type: Int32, _ row: TypeRow, _ symbols: SymbolTable, _ offers: OfferClassTable
    ) {
        classes[Int(number)].measure(row, symbols, by: conversion(of: classes[Int(number)]))
        guard classes[Int(number)].failures(ofType: type, row).isEmpty else { return }
        while metBy.count <= Int(type) { metBy.append([]) }
        metBy[Int(type)].append(number)
        classes[Int(number)].add(booksOf: type, offers: offers)
    }
}
