/// Hours that the market chooses within a demand's window, for each unit on its own.
public struct ChosenHours: Hashable, Sendable {
    /// That each unit gets, 1 ... 87,600.
    public let count: Int64
    /// The least length of a piece; `count` where the hours are consecutive.
    public let leastPiece: Int64
    /// Hours in pieces are at most a month's.
    public static let mostInPieces: Int64 = 744

    /// Hours in one piece: the same units of one offer throughout.
    ///
    /// Errors: `hoursOutsideWindow`.
    public init(consecutive count: Int64) throws(Reason) { try self.init(count, leastPiece: count) }

    /// Errors: `hoursOutsideWindow` (more than a window can have), `leastPieceUnfit` (more than the hours, or of hours that
    /// are too many for pieces).
    public init(_ count: Int64, leastPiece: Int64) throws(Reason) {
        guard (1...Window.mostHours).contains(count) else { throw .hoursOutsideWindow }
        guard
            leastPiece == count
                || (1..<min(count, Self.mostInPieces + 1)).contains(leastPiece)
                    && count <= Self.mostInPieces
        else { throw .leastPieceUnfit }
        self.count = count
        self.leastPiece = leastPiece
    }
}

extension ChosenHours {
    /// Whether a unit's hours may be several pieces.
    public var isInPieces: Bool { leastPiece < count }
}

extension DemandTerms {
    /// What each unit gets: the chosen hours, or all of the window's.
    public var hours: Int64 { chosenHours?.count ?? window.hours }

    /// The last window that a unit's hours may be.
    public var lastTerm: Window { Window(unchecked: latestStart, window.end) }

    /// The last hour at which a unit's hours may begin; that of a fixed window is its start.
    public var latestStart: Hour { window.end - hours }

    /// A window of as many hours as each unit gets, the first that they may be. A contract's length is told by it.
    public var term: Window { Window(unchecked: window.start, window.start + hours) }
}
