import Domain

extension PlannedWithdrawal: Canonical {
    public func write(to writer: inout CanonicalWriter) { writer.write(window, left) }

    public init(from reader: inout CanonicalReader) throws(CanonicalError) {
        let start = reader.offset
        let (window, left) = (try reader.read(Window.self), try reader.read(Quantity.self))
        self = try CanonicalError.checking(at: start) { () throws(Reason) in
            try PlannedWithdrawal(window: window, left: left)
        }
    }
}

extension LeaseCut: Canonical {
    public func write(to writer: inout CanonicalWriter) { writer.write(lease, from, quota, reason, sought) }

    public init(from reader: inout CanonicalReader) throws(CanonicalError) {
        self.init(
            lease: try reader.read(), from: try reader.read(), quota: try reader.read(), reason: try reader.read(),
            sought: try reader.read())
    }
}
