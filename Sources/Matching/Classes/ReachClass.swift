import Domain

/// Home, reach and the version of the network that a demand is pinned to.
struct ReachKey: Hashable {
    let home: Int32
    let reach: Reach
    let network: Int64
}

/// What each zone is to demands of one home and reach.
struct ReachClass {
    struct ZoneView {
        /// Micro-yuan per unit-hour on the fill.
        let charge: Int64
        /// Charge and policy tariff.
        let tariff: Int64
        let failed: DimensionSet
    }

    let key: ReachKey
    /// By zone.
    private(set) var views: ContiguousArray<ZoneView> = []
    /// The zones in reach.
    private(set) var zones: ContiguousArray<Int32> = []

    init(_ key: ReachKey) { self.key = key }

    /// Takes in the zones that were defined since.
    mutating func extend(to tree: ZoneTree, network: Network) {
        let scope = tree.scope(home: key.home, level: key.reach.level)
        for zone in Int32(views.count)..<Int32(tree.count) {
            let route = network.route(from: key.home, to: zone, in: tree)
            var failed: DimensionSet = []
            if !tree.contains(scope, zone) { failed.insert(.zoneLevel) }
            if let most = key.reach.latencyMicrosecondsMost, !route.isWithin(most) { failed.insert(.latency) }
            views.append(ZoneView(charge: route.charge, tariff: route.charge + route.policyTariff, failed: failed))
            if failed.isEmpty { zones.append(zone) }
        }
    }
}

/// The reach classes by dense number, and the versions of the network they may be pinned to.
struct ReachTable {
    private(set) var classes: ContiguousArray<ReachClass> = []
    private var numbers: [ReachKey: Int32] = [:]
    private(set) var networks: [Network] = [Network(version: 0, links: [])]

    /// The version that new demands are pinned to.
    var currentVersion: Int64 { networks[networks.count - 1].version }

    /// - Precondition: the version is larger than those before.
    mutating func publish(_ network: Network) {
        precondition(network.version > currentVersion, "versions of the network grow")
        networks.append(network)
    }

    mutating func extend(to tree: ZoneTree) {
        for number in classes.indices {
            classes[number].extend(to: tree, network: network(classes[number].key.network))
        }
    }

    mutating func number(of key: ReachKey, tree: ZoneTree) -> Int32 {
        if let number = numbers[key] { return number }
        let number = Int32(classes.count)
        numbers[key] = number
        classes.append(make(key, tree))
        return number
    }

    /// The class of a home and reach: the table's, or where it has none one that it does not learn of.
    func lookUp(_ key: ReachKey, tree: ZoneTree) -> ReachClass {
        numbers[key].map { classes[Int($0)] } ?? make(key, tree)
    }

    private func make(_ key: ReachKey, _ tree: ZoneTree) -> ReachClass {
        var reach = ReachClass(key)
        reach.extend(to: tree, network: network(key.network))
        return reach
    }

    func network(_ version: Int64) -> Network {
        guard let network = networks.last(where: { $0.version == version }) else {
            preconditionFailure("a demand is pinned to a version of the network that was published")
        }
        return network
    }
}
