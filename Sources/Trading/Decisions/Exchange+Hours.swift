import Domain
import Matching

// Hours that begin while demands rest of which the hours are to be chosen.
//
// A candidate starts with an hour that has not begun. So an hour that begins takes candidates away, and an all-or-none
// demand may then fill from others. The first record after an hour has begun decides such demands again, and where there
// are any a tick makes sure that there is one.
extension Exchange {
    /// Takes the first thing out of the queue; where it is an hour, the next one comes in its place.
    @discardableResult
    mutating func takeFirstDue() -> Due? {
        guard let first = due.first else { return nil }
        due.removeFirst()
        if first.kind == .hourBegun {
            hourDue = nil
            queueHour()
        }
        return first
    }

    /// Queues the next beginning of an hour within the window of a demand that watches them, unless it is there already.
    ///
    /// - Complexity: O(demands that watch).
    mutating func queueHour() {
        let starts = orders.watchingHours.map { orders.demand($0)!.terms.window.start }
        guard let first = starts.min() else { return }
        // At the stroke of the hour it can still be traded; a microsecond later it has begun.
        let next = Stamp(microseconds: Stamp(hour: max(first, draft.stamp.nextHour)).microseconds + 1)
        guard hourDue.map({ next < $0 }) ?? true else { return }
        hourDue = next
        due.insert(Due(at: next, kind: .hourBegun, number: 0))
    }

    /// Decides the demands again that the hours begun since the last record may have made tradable.
    mutating func settleHours() {
        guard !orders.watchingHours.isEmpty, draft.stamp.nextHour > lastStamp.nextHour else { return }
        settle(RematchQueue(deciding: market.restingDemandsOfHours))
    }
}
