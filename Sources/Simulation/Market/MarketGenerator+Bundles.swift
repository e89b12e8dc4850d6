import Domain
import Records

extension MarketGenerator {
    mutating func submitBundle() throws -> GeneratedCommand? {
        let terms = try bundleTerms()
        return buyer().map { GeneratedCommand(actor: $0, command: .submitBundle(terms)) }
    }

    /// Mostly of lines that something could fill; some begin together, some are to be near to each other.
    mutating func bundleTerms() throws -> BundleTerms {
        let time = Stamp(microseconds: view.time.microseconds + random.number(1...40) * Stamp.microsecondsPerHour)
        let policy = try FillPolicy(
            random.pick([.fillOrKill, .goodTillCancelled, .goodTillCancelled, .goodTill(time)]), allOrNone: true)
        let bond = BundleBond(
            commonStart: random.chance(30),
            latencyMicrosecondsMost: random.chance(40) ? random.number(0...30_000) : nil)
        var lines: [DemandTerms] = []
        while lines.count < random.number(2...4) {
            let terms = try demandTerms()
            guard terms.lane == .now, !bond.commonStart || terms.chosenHours?.isInPieces != true else { continue }
            let window = bond.commonStart ? lines.first?.window ?? terms.window : terms.window
            guard terms.hours <= window.hours else { continue }
            let isEasy = random.chance(75)
            lines.append(
                try terms.with(
                    requirements: isEasy ? Requirements() : nil,
                    quantity: isEasy && terms.scu == nil ? Quantity(250 * random.number(1...8)) : nil, window: window,
                    reach: isEasy ? Reach(level: .nation, latencyMicrosecondsMost: nil) : nil,
                    limit: isEasy && terms.scu == nil ? UnitPrice(40_000_000) : nil, policy: policy))
        }
        return try BundleTerms(lines: lines, bond: bond)
    }
}
