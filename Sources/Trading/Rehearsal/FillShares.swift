/// How long a demand rested, as far as is known, and what became of it then.
struct RestTime: Hashable {
    enum End: Int {
        case filled
        case unfilled
        /// It rests still, or its owner took it away.
        case open
    }

    let seconds: Int64
    let end: End
}

/// What share of demands that come to rest is filled whole after how long, where some of them rest still.
///
/// Of those that were at rest so long, so many were filled then; that part of the share which nothing had ended before is
/// the share filled then (Aalen and Johansen). One that rests still counts as long as it has rested. To leave it out would be
/// to ask the quick only: of demands that came lately, those that have ended were.
struct FillShares {
    /// In order of time.
    private(set) var steps: [(seconds: Int64, share: Int64)] = []
    /// Filled at some time, of `whole`.
    private(set) var filled: Int64 = 0
    /// At rest longer than anything is known of.
    private(set) var open = FillShares.whole

    /// All of them. Large enough that rounding shows nowhere; its product with a count of demands stays far below 2⁶³.
    static let whole: Int64 = 1 << 40

    /// - Complexity: O(n log n).
    init(_ rests: [RestTime]) {
        var atRest = Int64(rests.count)
        var rests = rests.sorted { ($0.seconds, $0.end.rawValue) < ($1.seconds, $1.end.rawValue) }[...]
        while let first = rests.first {
            let now = rests.prefix { $0.seconds == first.seconds }
            rests = rests.dropFirst(now.count)
            let filledNow = Int64(now.count { $0.end == .filled })
            let endedNow = filledNow + Int64(now.count { $0.end == .unfilled })
            if filledNow > 0 { steps.append((first.seconds, open * filledNow / atRest)) }
            filled += open * filledNow / atRest
            open -= open * endedNow / atRest
            atRest -= Int64(now.count)
        }
    }
}
