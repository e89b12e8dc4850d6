import Domain

/// The size class of a firm by the standard of 2011.
///
/// A firm is small or medium-sized if it stays under *any* of its sector's upper bounds; among those it is
/// medium, or small, only if it reaches *all* bounds of that class, and otherwise falls to the next lower one.
/// A bound named as a lower one belongs to the class (以上 includes the number).
public enum SizeClassifier {
    public static func size(of firm: FirmProfile) -> FirmSize {
        let bounds = SizeStandard.of(firm.sector).bounds
        if bounds.allSatisfy({ reaches(firm, $0.measure, $0.large) }) { return .large }
        if bounds.allSatisfy({ reaches(firm, $0.measure, $0.medium) }) { return .medium }
        if bounds.allSatisfy({ reaches(firm, $0.measure, $0.small) }) { return .small }
        return .micro
    }

    private static func reaches(_ firm: FirmProfile, _ measure: SizeStandard.Measure, _ bound: Int64) -> Bool {
        switch measure {
        case .staff: firm.staff >= bound
        case .revenue: firm.revenue.fen >= bound * fenPerTenThousandYuan
        case .assets: firm.assets.fen >= bound * fenPerTenThousandYuan
        }
    }

    private static let fenPerTenThousandYuan: Int64 = 1_000_000
}
