import Domain
import ExchangeAPI

/// A request that is answered with a problem: one text for the client, another for the log.
struct ServiceFault: Error, Sendable {
    let code: ProblemCode
    /// JSON pointer into the body, where it is the body's fault.
    var pointer = ""
    /// The record of a refusal that reached the journal.
    var sequence: Int64?
    /// Where a price was outside it.
    var band: PriceBand?
    /// Of a method that a route does not answer to.
    var allowed: [String] = []
    /// For the log only; never sent.
    var detail: String?

    init(_ problem: DoorProblem, detail: String? = nil) {
        code = .door(problem)
        self.detail = detail
    }

    init(_ reason: Reason, sequence: Int64? = nil, detail: String? = nil) {
        code = .reason(reason)
        self.sequence = sequence
        self.detail = detail
    }

    init(_ fault: DoorFault) {
        code = fault.code
        pointer = fault.pointer
    }

    init(methodNotAllowed allowed: [String]) {
        code = .door(.methodNotAllowed)
        self.allowed = allowed
    }

    /// Whether it is our fault, and an alarm.
    var isInternal: Bool { code == .reason(.internalFault) }
}

extension ServiceFault {
    init(_ fault: ReadFault) {
        switch fault {
        case .unavailable(let detail): self.init(.unavailable, detail: detail)
        case .damaged(let detail): self.init(.internalFault, detail: detail)
        }
    }
}
