import Domain
import ExchangeAPI
import Synchronization

/// How often each firm asks, minute by minute, for what takes the writer's time.
final class AskMeter: Sendable {
    private struct Counts {
        var minute: Int64 = 0
        var asked: [PartyID: Int] = [:]
    }

    private let most: Int
    private let counts = Mutex(Counts())

    init(most: Int) { self.most = most }

    /// Counts so many more of a firm; false where it has had its share of this minute.
    ///
    /// - Parameter seconds: of a clock that does not go back.
    func count(_ party: PartyID, times: Int = 1, at seconds: Int64) -> Bool {
        counts.withLock { counts in
            if counts.minute != seconds / 60 { counts = Counts(minute: seconds / 60) }
            counts.asked[party, default: 0] += times
            return counts.asked[party, default: 0] <= most
        }
    }
}

extension Call {
    /// - Parameter times: how many demands it is asked of.
    /// Errors: `askedTooOften`.
    func countAsking(times: Int = 1) throws(ServiceFault) {
        guard let party = actor.organisation else { return }
        let seconds = ServiceParts.started.duration(to: .now).components.seconds
        guard parts.asking.count(party, times: times, at: seconds) else { throw ServiceFault(.askedTooOften) }
    }
}

extension ServiceParts {
    fileprivate static let started = ContinuousClock.now
}
