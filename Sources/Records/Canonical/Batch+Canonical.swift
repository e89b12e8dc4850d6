import Domain

extension BatchScope: Canonical {
    public func write(to writer: inout CanonicalWriter) { writer.write(zone, window, lot) }

    public init(from reader: inout CanonicalReader) throws(CanonicalError) {
        self.init(zone: try reader.read(), window: try reader.read(), lot: try reader.read())
    }
}

extension BatchOffer: Canonical {
    public func write(to writer: inout CanonicalWriter) { writer.write(offer, runs) }

    public init(from reader: inout CanonicalReader) throws(CanonicalError) {
        self.init(offer: try reader.read(), runs: try reader.read())
    }
}

extension BatchRun: Canonical {
    public func write(to writer: inout CanonicalWriter) { writer.write(window, askSum, capacity) }

    public init(from reader: inout CanonicalReader) throws(CanonicalError) {
        self.init(window: try reader.read(), askSum: try reader.read(), capacity: try reader.read())
    }
}

extension BatchArc: Canonical {
    public func write(to writer: inout CanonicalWriter) { writer.write(offer, tariff, starts, subsidy) }

    public init(from reader: inout CanonicalReader) throws(CanonicalError) {
        self.init(
            offer: try reader.read(), tariff: try reader.read(), starts: try reader.read(), subsidy: try reader.read())
    }
}

extension BatchDemand: Canonical {
    public func write(to writer: inout CanonicalWriter) {
        writer.write(demand, window, quantity, minimum, limit, arcs, hours)
    }

    public init(from reader: inout CanonicalReader) throws(CanonicalError) {
        let (demand, window): (DemandID, Window) = (try reader.read(), try reader.read())
        let (quantity, minimum): (Quantity, Quantity) = (try reader.read(), try reader.read())
        let (limit, arcs, hours): (UnitPrice, [BatchArc], Int64) = (
            try reader.read(), try reader.read(), try reader.read()
        )
        self.init(
            demand: demand, window: window, quantity: quantity, minimum: minimum, limit: limit, arcs: arcs, hours: hours
        )
    }
}

extension BatchPair: Canonical {
    public func write(to writer: inout CanonicalWriter) { writer.write(demand, offer) }

    public init(from reader: inout CanonicalReader) throws(CanonicalError) {
        self.init(demand: try reader.read(), offer: try reader.read())
    }
}

extension Batch: Canonical {
    public func write(to writer: inout CanonicalWriter) { writer.write(id, scope, until, offers, demands, passed) }

    public init(from reader: inout CanonicalReader) throws(CanonicalError) {
        self.init(
            id: try reader.read(), scope: try reader.read(), until: try reader.read(), offers: try reader.read(),
            demands: try reader.read(), passed: try reader.read())
    }
}

extension BatchRound: Canonical {
    public func write(to writer: inout CanonicalWriter) {
        writer.write(zone, lot, everyMinutes, offsetMinutes, clearsResidual, noCancelSeconds)
    }

    public init(from reader: inout CanonicalReader) throws(CanonicalError) {
        let start = reader.offset
        let (zone, lot): (ZoneID, Quantity) = (try reader.read(), try reader.read())
        let (every, offset): (Int64, Int64) = (try reader.read(), try reader.read())
        let (residual, noCancel): (Bool, Int64) = (try reader.read(), try reader.read())
        self = try CanonicalError.checking(at: start) { () throws(Reason) in
            try BatchRound(
                zone: zone, lot: lot, everyMinutes: every, offsetMinutes: offset, clearsResidual: residual,
                noCancelSeconds: noCancel)
        }
    }
}

extension BatchPolicy: Canonical {
    public func write(to writer: inout CanonicalWriter) { writer.write(minutesMost, rounds) }

    public init(from reader: inout CanonicalReader) throws(CanonicalError) {
        let start = reader.offset
        let (minutes, rounds): (Int64, [BatchRound]) = (try reader.read(), try reader.read())
        self = try CanonicalError.checking(at: start) { () throws(Reason) in
            try BatchPolicy(minutesMost: minutes, rounds: rounds)
        }
    }
}
