import Domain

/// The open bundles. Their lines are demands that no walk of the market decides alone.
struct BundleRegister {
    /// In order of number, which is that of place.
    private(set) var open: [Bundle] = []
    private var bundles: [DemandID: Bundle] = [:]

    init() {}

    var isEmpty: Bool { open.isEmpty }
    /// The open bundle that a demand is a line of.
    func bundle(of line: DemandID) -> Bundle? { open.isEmpty ? nil : bundles[line] }
    func contains(_ line: DemandID) -> Bool { bundle(of: line) != nil }

    mutating func add(_ bundle: Bundle) {
        open.append(bundle)
        for line in bundle.lines { bundles[line] = bundle }
    }

    /// Lines end in their order, all in one record: with the last the bundle has ended.
    mutating func end(line: DemandID) {
        guard let bundle = bundles[line], line == bundle.last else { return }
        open.removeAll { $0.id == bundle.id }
        for line in bundle.lines { bundles[line] = nil }
    }
}
