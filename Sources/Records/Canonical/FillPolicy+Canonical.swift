import Domain

extension TimeInForce: Canonical {
    public func write(to writer: inout CanonicalWriter) {
        switch self {
        case .goodTillCancelled: writer.append(byte: 0)
        case .goodTill(let stamp): writer.write(tag: 1, stamp)
        case .immediateOrCancel: writer.append(byte: 2)
        case .fillOrKill: writer.append(byte: 3)
        }
    }

    public init(from reader: inout CanonicalReader) throws(CanonicalError) {
        let start = reader.offset
        switch try reader.byte() {
        case 0: self = .goodTillCancelled
        case 1: self = .goodTill(try reader.read())
        case 2: self = .immediateOrCancel
        case 3: self = .fillOrKill
        case let other: throw CanonicalError(.unknownTag(other), at: start)
        }
    }
}

/// Fill-or-kill has `allOrNone` set, always.
extension FillPolicy: Canonical {
    public func write(to writer: inout CanonicalWriter) { writer.write(timeInForce, allOrNone, minimum) }

    public init(from reader: inout CanonicalReader) throws(CanonicalError) {
        let start = reader.offset
        let timeInForce = try reader.read(TimeInForce.self)
        let allOrNone = try reader.read(Bool.self)
        let minimum = try reader.read(Quantity.self)
        self = try CanonicalError.checking(at: start) { () throws(Reason) in
            try FillPolicy(timeInForce, allOrNone: allOrNone, minimum: minimum)
        }
        guard self.allOrNone == allOrNone else { throw CanonicalError(.notCanonical, at: start) }
    }
}
