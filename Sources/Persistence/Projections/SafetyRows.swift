import Domain
import Records

/// Rows of what was halted and resumed.
struct SafetyRows: Sendable {
    private var halts = TableRows(.halt)

    var rows: [TableRows] { [halts] }

    mutating func add(_ event: Event, _ sequence: Int64) {
        switch event {
        case .halted(let halt): add(halt, resumes: false, sequence)
        case .resumed(let halt): add(halt, resumes: true, sequence)
        default: preconditionFailure("not an event of safety")
        }
    }

    private mutating func add(_ halt: Halt, resumes: Bool, _ sequence: Int64) {
        halts.append(
            .int8(sequence), .text("\(halt.scope)"), .bool(resumes), .bytea(halt.note.bytes),
            .int8(halt.person.number))
    }
}
