import Domain
import Records

/// In the order of their records.
extension HaltRegister: Canonical {
    func write(to writer: inout CanonicalWriter) { writer.write(table: inForce) }

    init(from reader: inout CanonicalReader) throws(CanonicalError) {
        self.init()
        for halt in try reader.table(of: Halt.self) { add(halt) }
    }
}

/// Firms ascending.
extension SafetyRegister: Canonical {
    func write(to writer: inout CanonicalWriter) {
        writer.write(policy, version, hour)
        writer.write(table: orders.keys.sorted())
        for party in orders.keys.sorted() { writer.write(orders[party]!) }
    }

    init(from reader: inout CanonicalReader) throws(CanonicalError) {
        let (policy, version, hour): (SafetyPolicy, Int64, Hour) = (
            try reader.read(), try reader.read(), try reader.read()
        )
        var orders: [PartyID: Int64] = [:]
        for party in try reader.table(of: PartyID.self) { orders[party] = try reader.read(Int64.self) }
        self.init(policy: policy, version: version, hour: hour, orders: orders)
    }
}

/// Offers ascending, then providers.
extension VerificationRegister: Canonical {
    func write(to writer: inout CanonicalWriter) {
        let subjects = states.keys.sorted { $0.order < $1.order }
        writer.write(table: subjects)
        for subject in subjects { writer.write(states[subject]!) }
    }

    init(from reader: inout CanonicalReader) throws(CanonicalError) {
        self.init()
        for subject in try reader.table(of: VerificationSubject.self) { set(subject, try reader.read()) }
    }
}

extension VerificationSubject {
    fileprivate var order: (Int64, Int64) {
        switch self {
        case .offer(let offer): (0, offer.number)
        case .provider(let party): (1, party.number)
        }
    }
}

/// One that is valid, else whether it failed, and by whom.
extension VerificationRegister.State: Canonical {
    func write(to writer: inout CanonicalWriter) {
        switch self {
        case .valid(let verification): writer.write(Optional(verification), PersonID?.none)
        case .lapsed: writer.write(Verification?.none, PersonID?.none)
        case .failed(let person): writer.write(Verification?.none, Optional(person))
        }
    }

    init(from reader: inout CanonicalReader) throws(CanonicalError) {
        let start = reader.offset
        switch (try reader.read(Verification?.self), try reader.read(PersonID?.self)) {
        case (let verification?, nil): self = .valid(verification)
        case (nil, nil): self = .lapsed
        case (nil, let person?): self = .failed(by: person)
        case (_?, _?): throw CanonicalError(.notCanonical, at: start)
        }
    }
}
