import Foundation

/// A gate in the sequencer's way: while it is shut, the thread stops at it after a commit, before the answers.
final class Gate: @unchecked Sendable {
    private let condition = NSCondition()
    private var isShut = false
    private var isReached = false

    /// Shut from now on.
    func shut() { condition.withLock { isShut = true } }

    func open() {
        condition.withLock {
            isShut = false
            isReached = false
            condition.broadcast()
        }
    }

    /// Called by the thread that is to stop here.
    func pass() {
        condition.withLock {
            guard isShut else { return }
            isReached = true
            while isShut { condition.wait() }
        }
    }

    /// Returns once somebody stands at the shut gate.
    func untilReached() async { while !condition.withLock({ isReached }) { await Task.yield() } }
}
