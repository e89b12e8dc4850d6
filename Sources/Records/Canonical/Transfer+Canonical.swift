import Domain

extension TransferCause: Canonical {}

extension TransferSubject: Canonical {
    public func write(to writer: inout CanonicalWriter) {
        switch self {
        case .none: writer.append(byte: 0)
        case .party(let party): writer.write(tag: 1, party)
        case .programme(let programme): writer.write(tag: 2, programme)
        case .lot(let lot): writer.write(tag: 3, lot)
        case .demand(let demand): writer.write(tag: 4, demand)
        case .lease(let lease): writer.write(tag: 5, lease)
        case .payout(let payout): writer.write(tag: 6, payout)
        }
    }

    public init(from reader: inout CanonicalReader) throws(CanonicalError) {
        let start = reader.offset
        switch try reader.byte() {
        case 0: self = .none
        case 1: self = .party(try reader.read())
        case 2: self = .programme(try reader.read())
        case 3: self = .lot(try reader.read())
        case 4: self = .demand(try reader.read())
        case 5: self = .lease(try reader.read())
        case 6: self = .payout(try reader.read())
        case let other: throw CanonicalError(.unknownTag(other), at: start)
        }
    }
}

extension Transfer: Canonical {
    public func write(to writer: inout CanonicalWriter) {
        writer.write(debit, credit)
        writer.append(amount, in: 1...Int64.max)
        writer.write(lot, cause, subject)
    }

    public init(from reader: inout CanonicalReader) throws(CanonicalError) {
        self.init(
            debit: try reader.read(), credit: try reader.read(), amount: try reader.integer(in: 1...Int64.max),
            lot: try reader.read(), cause: try reader.read(), subject: try reader.read())
    }
}

extension BankDeposit: Canonical {
    public func write(to writer: inout CanonicalWriter) { writer.write(party, amount, reference) }

    public init(from reader: inout CanonicalReader) throws(CanonicalError) {
        self.init(party: try reader.read(), amount: try reader.read(), reference: try reader.read())
    }
}
