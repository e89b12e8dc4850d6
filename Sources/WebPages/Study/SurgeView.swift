import Domain

/// A burst of demands in one city, with and without capacity from elsewhere.
public struct SurgeView: Encodable, Sendable {
    public let home: String
    public let chinese: String
    public let english: String
    public let demands: Int64
    /// How often each demand of the busiest hour comes.
    public let copies: Int64
    /// Hours in which a buyer asks again and again.
    public let patienceHours: Int64
    /// The narrowest reach first.
    public let reaches: [ReachView]

    public init(home: Zone, demands: Int64, copies: Int64, patienceHours: Int64, reaches: [ReachView]) {
        self.home = home.code.text
        chinese = home.name.text
        english = home.nameEnglish.text
        self.demands = demands
        self.copies = copies
        self.patienceHours = patienceHours
        self.reaches = reaches
    }
}

/// What became of the burst under one reach.
public struct ReachView: Encodable, Sendable {
    public let level: String
    public let filled: Int64
    public let fillSeconds: WaitView
    public let priceMicroYuan: Int64?
    /// Demands filled by the end of each hour.
    public let filledByHour: [Int64]

    public init(
        level: ZoneLevel, filled: Int64, fillSeconds: WaitView, priceMicroYuan: Int64?, filledByHour: [Int64]
    ) {
        self.level = "\(level)"
        self.filled = filled
        self.fillSeconds = fillSeconds
        self.priceMicroYuan = priceMicroYuan
        self.filledByHour = filledByHour
    }
}

/// How often the band of fill times, told when a demand came to rest, held what it says.
public struct BandView: Encodable, Sendable {
    public let seed: UInt64
    /// Hours that every window was put off.
    public let hoursLater: Int64
    public let rested: Int64
    public let told: Int64
    public let filled: Int64
    public let before: Int64
    public let within: Int64
    public let after: Int64

    public init(
        seed: UInt64, hoursLater: Int64, rested: Int64, told: Int64, filled: Int64, before: Int64, within: Int64,
        after: Int64
    ) {
        self.seed = seed
        self.hoursLater = hoursLater
        self.rested = rested
        self.told = told
        self.filled = filled
        self.before = before
        self.within = within
        self.after = after
    }
}
