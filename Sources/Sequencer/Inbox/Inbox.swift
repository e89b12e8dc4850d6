import Foundation

/// What waits for the sequencer: bounded, filled by any task, emptied by one thread.
final class Inbox: @unchecked Sendable {
    /// What one turn of the sequencer takes.
    struct Portion {
        var commands: [WaitingCommand] = []
        var inspections: [Inspection] = []
    }

    /// Whether commands are taken, and if not, what they are told.
    private enum Door {
        case open
        case shut(SubmitError)
    }

    private let capacity: Int
    private let condition = NSCondition()
    private var commands: [WaitingCommand] = []
    private var inspections: [Inspection] = []
    private var door = Door.shut(.unavailable)
    private var isClosed = false
    private var wakes = false

    /// - Parameter capacity: commands that may wait; as many inspections may beside them.
    init(capacity: Int) { self.capacity = capacity }

    /// The number of commands that wait.
    var depth: Int { locked { commands.count } }

    /// Puts a command in, or answers it at once. Errors told: `busy`, and what the door is shut with.
    func put(_ command: WaitingCommand) {
        let refusal: SubmitError? = locked {
            if case .shut(let error) = door { return error }
            guard commands.count < capacity else { return .busy }
            commands.append(command)
            condition.signal()
            return nil
        }
        if let refusal { command.answer.give(.failure(refusal)) }
    }

    /// False where the door is shut or too many wait; the inspection is then not called.
    func put(_ inspection: @escaping Inspection) -> Bool {
        locked {
            guard case .open = door, inspections.count < capacity else { return false }
            inspections.append(inspection)
            condition.signal()
            return true
        }
    }

    /// Wakes the sequencer, though nothing was put in.
    func wake() {
        locked {
            wakes = true
            condition.signal()
        }
    }

    /// Takes what waits, at most so many commands; waits for it until an instant, and then takes nothing. Nil once
    /// closed and empty.
    func take(commandsMost: Int, until: Date) -> Portion? {
        condition.lock()
        defer { condition.unlock() }
        while commands.isEmpty, inspections.isEmpty, !isClosed, !wakes {
            if !condition.wait(until: until) { break }
        }
        wakes = false
        if isClosed, commands.isEmpty, inspections.isEmpty { return nil }
        let taken = Array(commands.prefix(commandsMost))
        commands.removeFirst(taken.count)
        defer { inspections = [] }
        return Portion(commands: taken, inspections: inspections)
    }

    /// Takes commands from now on, unless closed.
    func open() { locked { if !isClosed { door = .open } } }

    /// Takes no commands from now on, and answers all that wait.
    func shut(_ error: SubmitError) {
        let (waiting, looking) = locked {
            door = .shut(error)
            defer { (commands, inspections) = ([], []) }
            return (commands, inspections)
        }
        for command in waiting { command.answer.give(.failure(error)) }
        for inspection in looking { inspection(nil) }
    }

    /// Takes no commands any more; those that wait are still served.
    func close() {
        locked {
            door = .shut(.stopped)
            isClosed = true
            condition.signal()
        }
    }

    var isClosing: Bool { locked { isClosed } }

    private func locked<Value>(_ body: () -> Value) -> Value {
        condition.lock()
        defer { condition.unlock() }
        return body()
    }
}
