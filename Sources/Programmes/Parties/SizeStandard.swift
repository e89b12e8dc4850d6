import Domain

/// One row of the size standard of 2011: what is measured, and the bounds of each class.
///
/// Source: MIIT joint enterprise document 300 of 2011, 工信部联企业〔2011〕300号.
struct SizeStandard {
    /// What a bound is held against.
    enum Measure {
        case staff
        case revenue
        case assets
    }

    /// Bounds of one measure: large from `large`, medium from `medium`, small from `small`.
    /// Persons for staff, 10,000 yuan for revenue and assets.
    struct Bounds {
        let measure: Measure
        let large: Int64
        let medium: Int64
        let small: Int64

        init(_ measure: Measure, large: Int64, medium: Int64, small: Int64) {
            self.measure = measure
            self.large = large
            self.medium = medium
            self.small = small
        }
    }

    let bounds: [Bounds]

    init(_ bounds: Bounds...) { self.bounds = bounds }

    static func of(_ sector: Sector) -> SizeStandard {
        switch sector {
        case .industry: staffAndRevenue((1_000, 300, 20), (40_000, 2_000, 300))
        case .software: staffAndRevenue((300, 100, 10), (10_000, 1_000, 50))
        case .informationTransmission: staffAndRevenue((2_000, 100, 10), (100_000, 1_000, 100))
        case .wholesale: staffAndRevenue((200, 20, 5), (40_000, 5_000, 1_000))
        case .retail: staffAndRevenue((300, 50, 10), (20_000, 500, 100))
        case .construction:
            SizeStandard(
                Bounds(.revenue, large: 80_000, medium: 6_000, small: 300),
                Bounds(.assets, large: 80_000, medium: 5_000, small: 300))
        case .transport: staffAndRevenue((1_000, 300, 20), (30_000, 3_000, 200))
        case .warehousing: staffAndRevenue((200, 100, 20), (30_000, 1_000, 100))
        case .postal: staffAndRevenue((1_000, 300, 20), (30_000, 2_000, 100))
        case .accommodation, .catering: staffAndRevenue((300, 100, 10), (10_000, 2_000, 100))
        case .propertyManagement: staffAndRevenue((1_000, 300, 100), (5_000, 1_000, 500))
        case .leasingAndBusiness:
            SizeStandard(
                Bounds(.staff, large: 300, medium: 100, small: 10),
                Bounds(.assets, large: 120_000, medium: 8_000, small: 100))
        case .realEstate:
            SizeStandard(
                Bounds(.revenue, large: 200_000, medium: 1_000, small: 100),
                Bounds(.assets, large: 10_000, medium: 5_000, small: 2_000))
        case .agriculture: SizeStandard(Bounds(.revenue, large: 20_000, medium: 500, small: 50))
        case .other: SizeStandard(Bounds(.staff, large: 300, medium: 100, small: 10))
        }
    }

    private static func staffAndRevenue(
        _ staff: (Int64, Int64, Int64), _ revenue: (Int64, Int64, Int64)
    ) -> SizeStandard {
        SizeStandard(
            Bounds(.staff, large: staff.0, medium: staff.1, small: staff.2),
            Bounds(.revenue, large: revenue.0, medium: revenue.1, small: revenue.2))
    }
}
