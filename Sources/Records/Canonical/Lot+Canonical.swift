import Domain

extension EvaluationPhase: Canonical {}

extension TraceStep: Canonical {
    public func write(to writer: inout CanonicalWriter) { writer.write(phase, rule, input, output, reason) }

    public init(from reader: inout CanonicalReader) throws(CanonicalError) {
        self.init(
            phase: try reader.read(), rule: try reader.read(), input: try reader.read(), output: try reader.read(),
            reason: try reader.read())
    }
}

extension Lot: Canonical {
    public func write(to writer: inout CanonicalWriter) {
        writer.write(id, programme, programmeVersion, holder, faces, issuedAt, expiresAt)
    }

    public init(from reader: inout CanonicalReader) throws(CanonicalError) {
        self.init(
            id: try reader.read(), programme: try reader.read(), programmeVersion: try reader.read(),
            holder: try reader.read(), faces: try reader.read(), issuedAt: try reader.read(),
            expiresAt: try reader.read())
    }
}

extension LotHold: Canonical {
    public func write(to writer: inout CanonicalWriter) { writer.write(lot, amounts) }

    public init(from reader: inout CanonicalReader) throws(CanonicalError) {
        self.init(lot: try reader.read(), amounts: try reader.read())
    }
}

extension DemandHold: Canonical {
    public func write(to writer: inout CanonicalWriter) { writer.write(demand, own, lots) }

    public init(from reader: inout CanonicalReader) throws(CanonicalError) {
        self.init(demand: try reader.read(), own: try reader.read(), lots: try reader.read())
    }
}

extension VoucherDecision: Canonical {
    public func write(to writer: inout CanonicalWriter) {
        writer.write(programme, version, party, plannedSpend, granted, trace)
    }

    public init(from reader: inout CanonicalReader) throws(CanonicalError) {
        self.init(
            programme: try reader.read(), version: try reader.read(), party: try reader.read(),
            plannedSpend: try reader.read(), granted: try reader.read(), trace: try reader.read())
    }
}

extension FillEvaluation: Canonical {
    public func write(to writer: inout CanonicalWriter) {
        writer.write(fill, programme, version, contractBase, contractAmount, trace)
    }

    public init(from reader: inout CanonicalReader) throws(CanonicalError) {
        self.init(
            fill: try reader.read(), programme: try reader.read(), version: try reader.read(),
            contractBase: try reader.read(), contractAmount: try reader.read(), trace: try reader.read())
    }
}
