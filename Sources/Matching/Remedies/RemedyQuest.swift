import Domain

/// A search for what would fill a demand, apart from the market that it was begun in: for a rehearsal that changes the
/// market and gives all back.
public struct RemedyQuest: Sendable {
    /// Why the demand is not filled.
    public let counts: ExclusionCounts
    let search: RemedySearch
    /// What lets in the offers that fail in two dimensions.
    let twice: Openings
    let leastLot: Int64

    /// The nearest changes by which it would be.
    ///
    /// - Parameters: as of `MarketBook.explanation`.
    /// - Complexity: at most `RemedySearch.mostWalks` rehearsals.
    public func remedies(from earliest: Hour, rehearse: (DemandTerms) -> Decision?) -> Remedies {
        var search = search
        search.run(from: earliest, leastLot: leastLot, twice: twice, rehearse)
        return search.remedies
    }
}
