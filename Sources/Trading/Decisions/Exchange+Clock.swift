import Domain
import Records

extension Exchange {
    /// Moves the market clock. As the first record of a journal it puts the exchange on a market clock.
    ///
    /// What falls due by then does so before the next command, each as a record of its own.
    /// Errors: `seatForbidden`, `clockNotManual`, `clockBackwards`.
    mutating func advanceClock(_ instant: Stamp) throws(Reason) {
        try require(.operator)
        guard marketTime != nil || sequence == 0 else { throw .clockNotManual }
        guard instant >= max(marketTime ?? .epoch, draft.stamp), instant.hour <= 100_000_000 else {
            throw .clockBackwards
        }
        emit(.clockAdvanced(instant))
    }

    /// The time that the next command is given: the market's where it has a clock of its own.
    public func time(wall: Stamp) -> Stamp { marketTime ?? wall }
}
