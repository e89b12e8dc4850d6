import Sequencer
import Trading

/// A sequencer that stands at a shut gate: what is handed in waits in its inbox until it is let go.
struct HeldSequencer {
    let sequencer: Sequencer
    /// How many commands were answered before.
    let opened: Int
    fileprivate let gate: Gate
    fileprivate let ahead: Task<Receipt, any Error>

    /// Opens the gate, and waits for the answer of the command that stood at it.
    func letGo() async throws {
        gate.open()
        _ = try await ahead.value
    }
}

extension Stand {
    /// Starts a sequencer, hands in the opening and one command more, and returns once that one is committed and
    /// nobody is told.
    func startHeld(
        opening: [Submission]? = nil, ahead: Submission? = nil,
        _ change: (inout SequencerConfiguration) -> Void = { _ in }
    ) async throws -> HeldSequencer {
        let gate = Gate()
        let sequencer = try await start {
            change(&$0)
            $0.onCommit = { _, _ in gate.pass() }
        }
        let opened = try await sequencer.submit(all: try opening ?? Desk.opening())
        gate.shut()
        let submission = try ahead ?? Desk.deposit("ahead")
        let task = Task { try await sequencer.submit(submission).get() }
        await gate.untilReached()
        return HeldSequencer(sequencer: sequencer, opened: opened.count, gate: gate, ahead: task)
    }
}
