import Domain

extension QuotePolicy: Canonical {
    public func write(to writer: inout CanonicalWriter) { writer.write(minutesMost, openMost, classShare) }

    public init(from reader: inout CanonicalReader) throws(CanonicalError) {
        let start = reader.offset
        let (minutes, open): (Int64, Int64) = (try reader.read(), try reader.read())
        let share = try reader.read(BasisPoints.self)
        self = try CanonicalError.checking(at: start) { () throws(Reason) in
            try QuotePolicy(minutesMost: minutes, openMost: open, classShare: share)
        }
    }
}

extension Quote: Canonical {
    public func write(to writer: inout CanonicalWriter) { writer.write(demand, versions, until, fills, evaluations) }

    public init(from reader: inout CanonicalReader) throws(CanonicalError) {
        self.init(
            demand: try reader.read(), versions: try reader.read(), until: try reader.read(),
            fills: try reader.read(), evaluations: try reader.read())
    }
}
