import Domain

/// Demands of the same requirements and reach: one queue of the price book, of the same number.
///
/// What else tells demands apart (subsidy class, window, buyer) stands in each demand: it does not
/// change which offers' prices a limit crosses.
struct DemandClass: Hashable {
    let requirement: Int32
    let reach: Int32
}

/// The demand classes by dense number.
struct DemandClassTable {
    private(set) var classes: ContiguousArray<DemandClass> = []
    private var numbers: [DemandClass: Int32] = [:]

    /// The number of the class, and whether it is new.
    mutating func number(of demandClass: DemandClass) -> (number: Int32, isNew: Bool) {
        if let number = numbers[demandClass] { return (number, false) }
        let number = Int32(classes.count)
        numbers[demandClass] = number
        classes.append(demandClass)
        return (number, true)
    }
}
