import Domain

extension Stamp: Canonical {
    public func write(to writer: inout CanonicalWriter) { writer.append(microseconds) }

    public init(from reader: inout CanonicalReader) throws(CanonicalError) {
        self.init(microseconds: try reader.integer())
    }
}

/// First and last hour, the last exclusive.
extension Window: Canonical {
    public func write(to writer: inout CanonicalWriter) {
        precondition(0 <= start && start < end && hours <= Window.mostHours, "a window is 1 ... 87,600 hours")
        writer.append(start)
        writer.append(end)
    }

    public init(from reader: inout CanonicalReader) throws(CanonicalError) {
        let offset = reader.offset
        let (start, end) = (try reader.read(Hour.self), try reader.read(Hour.self))
        self = try CanonicalError.checking(at: offset) { () throws(Reason) in try Window(start, end) }
    }
}

/// Year in two bytes, month and day in one each.
extension CivilDate: Canonical {
    public func write(to writer: inout CanonicalWriter) {
        precondition((1...9999).contains(year), "a year is 1 ... 9999")
        writer.append(UInt16(year))
        writer.append(byte: UInt8(month))
        writer.append(byte: UInt8(day))
    }

    public init(from reader: inout CanonicalReader) throws(CanonicalError) {
        let start = reader.offset
        let year = Int64(try reader.integer(UInt16.self))
        let (month, day) = (Int64(try reader.byte()), Int64(try reader.byte()))
        self = try CanonicalError.checking(at: start) { () throws(Reason) in
            try CivilDate(year: year, month: month, day: day)
        }
    }
}

extension ZoneClock.Transition: Canonical {
    public func write(to writer: inout CanonicalWriter) { writer.write(from, offsetSeconds) }

    public init(from reader: inout CanonicalReader) throws(CanonicalError) {
        self.init(from: try reader.read(), offsetSeconds: try reader.read())
    }
}

extension ZoneClock: Canonical {
    public func write(to writer: inout CanonicalWriter) { transitions.write(to: &writer) }

    public init(from reader: inout CanonicalReader) throws(CanonicalError) {
        let start = reader.offset
        let transitions = try reader.read([Transition].self)
        self = try CanonicalError.checking(at: start) { () throws(Reason) in try ZoneClock(transitions: transitions) }
    }
}
