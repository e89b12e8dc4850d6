import Domain

/// The requirement classes by dense number, and for each instance type those that it meets.
struct RequirementTable {
    private(set) var classes: ContiguousArray<RequirementClass> = []
    private var numbers: [Requirements: Int32] = [:]
    /// The classes that an instance type meets, tier aside.
    private(set) var metBy: ContiguousArray<ContiguousArray<Int32>> = []

    /// The number of the class, made if there is none.
    ///
    /// - Complexity: O(1) where it is known; else O(types + books that meet it).
    mutating func number(of requirements: Requirements, types: inout TypeTable, offers: OfferClassTable) -> Int32 {
        if let number = numbers[requirements] { return number }
        let number = Int32(classes.count)
        numbers[requirements] = number
        classes.append(RequirementClass(requirements, symbols: &types.symbols))
        for type in types.rows.indices { relate(number, type: Int32(type), types.rows[type], offers) }
        return number
    }

    /// The class of these requirements: the table's, or where it has none one that it does not learn of.
    ///
    /// - Complexity: as `number`.
    func lookUp(_ requirements: Requirements, types: TypeTable, offers: OfferClassTable) -> RequirementClass {
        if let number = numbers[requirements] { return classes[Int(number)] }
        var symbols = types.symbols
        var own = RequirementClass(requirements, symbols: &symbols)
        for type in types.rows.indices where own.failures(of: types.rows[type]).isEmpty {
            own.add(booksOf: Int32(type), offers: offers)
        }
        return own
    }

    /// Relates a new type to every class. Nothing of it has been listed yet.
    mutating func add(type: Int32, _ row: TypeRow, offers: OfferClassTable) {
        for number in classes.indices { relate(Int32(number), type: type, row, offers) }
    }

    /// Adds a new book to the classes that it meets.
    mutating func add(book: Int32, of offerClass: OfferClass) {
        guard Int(offerClass.type) < metBy.count else { return }
        for number in metBy[Int(offerClass.type)] { classes[Int(number)].add(book, of: offerClass) }
    }

    mutating func add(demandClass: Int32, to number: Int32) {
        classes[Int(number)].demandClasses.append(demandClass)
    }

    private mutating func relate(_ number: Int32, type: Int32, _ row: TypeRow, _ offers: OfferClassTable) {
        guard classes[Int(number)].failures(of: row).isEmpty else { return }
        while metBy.count <= Int(type) { metBy.append([]) }
        metBy[Int(type)].append(number)
        classes[Int(number)].add(booksOf: type, offers: offers)
    }
}
