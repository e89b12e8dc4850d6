/// How large a generated market is.
public struct MarketSizes: Hashable, Sendable {
    /// Registered and admitted before the market opens: 3 ... 100,000. A third provides, a third buys, a third does both.
    public var parties: Int64
    /// Offers listed over the whole market, more or less: they are drawn in this share of the commands.
    public var offers: Int64
    /// Commands after the opening, which defines the catalogue, admits the parties and puts money in.
    public var commands: Int64
    /// How far the clock goes over all commands, more or less.
    public var hours: Int64
    /// Of a hundred commands, how many must be refused: 0 ... 100.
    public var invalidPercent: Int64
    /// Programmes approved and funded at the opening: 0 ... 100.
    public var programmes: Int64

    public init(
        parties: Int64 = 9, offers: Int64 = 80, commands: Int64 = 400, hours: Int64 = 720, invalidPercent: Int64 = 5,
        programmes: Int64 = 3
    ) {
        self.parties = parties
        self.offers = offers
        self.commands = commands
        self.hours = hours
        self.invalidPercent = invalidPercent
        self.programmes = programmes
    }
}
