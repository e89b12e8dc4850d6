/// What firm quotes may hold: policy data.
public struct QuotePolicy: Hashable, Sendable {
    /// A quote that is not taken ends so many minutes after it was made, or earlier where something falls due that would
    /// change it.
    public let minutesMost: Int64
    /// How many a buyer may have open.
    public let openMost: Int64
    /// Of what a class has free at any hour, the part that all open quotes may hold together.
    public let classShare: BasisPoints
    /// Five minutes, three a buyer, 10 % (`rules.md`).
    public static let standard = QuotePolicy(unchecked: 5, 3, BasisPoints(unchecked: 1_000))

    private init(unchecked minutesMost: Int64, _ openMost: Int64, _ classShare: BasisPoints) {
        self.minutesMost = minutesMost
        self.openMost = openMost
        self.classShare = classShare
    }

    /// Errors: `rateOutOfRange` (minutes that are not 1 … 60, more than 1,000 open).
    public init(minutesMost: Int64, openMost: Int64, classShare: BasisPoints) throws(Reason) {
        guard (1...60).contains(minutesMost), (0...1_000).contains(openMost) else { throw .rateOutOfRange }
        self.init(unchecked: minutesMost, openMost, classShare)
    }
}
