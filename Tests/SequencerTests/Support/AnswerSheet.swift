import Foundation
import Sequencer

/// Answers that come in any order, one for each place.
final class AnswerSheet: @unchecked Sendable {
    typealias Answer = Result<Receipt, SubmitError>

    private let lock = NSLock()
    private var answers: [Answer?]

    init(count: Int) { answers = Array(repeating: nil, count: count) }

    func set(_ answer: Answer, at place: Int) { lock.withLock { answers[place] = answer } }

    /// How many have come.
    var count: Int { lock.withLock { answers.count { $0 != nil } } }

    /// Returns once all have come.
    func all() async -> [Answer] {
        while true {
            let found = lock.withLock { answers.compactMap(\.self) }
            if found.count == lock.withLock({ answers.count }) { return found }
            await Task.yield()
        }
    }
}
