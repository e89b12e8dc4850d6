import Domain

/// Which scopes clear one after the other, as data: what a level leaves open goes to the next.
public struct EscalationPolicy: Hashable, Sendable {
    /// Each level clears all its zones at once: in each the demands at home there, from offers there.
    public let levels: [ZoneLevel]

    /// - Parameter levels: in order, one at least.
    public init(_ levels: [ZoneLevel]) { self.levels = levels }

    /// One clearing of everything: what the others are measured by.
    public static let nation = EscalationPolicy([.nation])

    /// Every level alone, the narrowest first, and every way up from one of them to the nation; of levels that there are.
    public static func compared(_ zones: [Zone]) -> [EscalationPolicy] {
        let levels = ZoneLevel.allCases.reversed().filter { level in zones.contains { $0.level == level } }
        let ways = levels.indices.dropLast().map { EscalationPolicy(Array(levels[$0...])) }
        return levels.dropLast().map { EscalationPolicy([$0]) } + ways + [.nation]
    }
}
