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

    /// Counts one more of a firm; false where it has had its share of this minute.
    ///
    /// - Parameter seconds: of a clock that does not go back.
    func count(_ party: PartyID, at seconds: Int64) -> Bool {
        counts.withLock { counts in
            if counts.minute != seconds / 60 { counts = Counts(minute: seconds / 60) }
            counts.asked[party, default: 0] += 1
            return counts.asked[party, default: 0] <= most
        }
    }
}

extension Call {
    /// Errors: `askedTooOften`.
    func countAsking() throws(ServiceFault) {
        guard let party = actor.organisation else { return }
        let seconds = ServiceParts.started.duration(to: .now).components.seconds
        guard parts.asking.count(party, at: seconds) else { throw ServiceFault(.askedTooOften) }
    }
}

extension ServiceParts {
    fileprivate static let started = ContinuousClock.now
}
