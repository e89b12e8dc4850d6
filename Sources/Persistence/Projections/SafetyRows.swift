import Domain
import Records

/// Rows of what was halted and resumed, and of what was verified.
struct SafetyRows: Sendable {
    private var halts = TableRows(.halt)
    private var verifications = TableRows(.verification)

    var rows: [TableRows] { [halts, verifications] }

    mutating func add(_ event: Event, _ sequence: Int64) {
        switch event {
        case .halted(let halt): add(halt, resumes: false, sequence)
        case .resumed(let halt): add(halt, resumes: true, sequence)
        case .verified(let verification, let person):
            verifications.append(
                .int8(sequence), .text("\(verification.subject)"), .int2(0), .int2(Int16(verification.tier.rawValue)),
                .int8(verification.until.microseconds), .bytea(verification.evidence.bytes), .int8(person.number))
        case .verificationFailed(let subject, let evidence, let person):
            verifications.append(
                .int8(sequence), .text("\(subject)"), .int2(1), .null, .null, .bytea(evidence.bytes),
                .int8(person.number))
        case .verificationLapsed(let subject):
            verifications.append(.int8(sequence), .text("\(subject)"), .int2(2), .null, .null, .null, .null)
        default: preconditionFailure("not an event of safety")
        }
    }

    private mutating func add(_ halt: Halt, resumes: Bool, _ sequence: Int64) {
        halts.append(
            .int8(sequence), .text("\(halt.scope)"), .bool(resumes), .bytea(halt.note.bytes),
            .int8(halt.person.number))
    }
}
