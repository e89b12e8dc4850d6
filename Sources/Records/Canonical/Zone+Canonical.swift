import Domain

extension ZoneLevel: Canonical {}
extension TariffKind: Canonical {}
extension PriceRule: Canonical {}

extension Zone: Canonical {
    public func write(to writer: inout CanonicalWriter) { writer.write(id, code, name, nameEnglish, level, parent) }

    public init(from reader: inout CanonicalReader) throws(CanonicalError) {
        self.init(
            id: try reader.read(), code: try reader.read(), name: try reader.read(),
            nameEnglish: try reader.read(), level: try reader.read(), parent: try reader.read())
    }
}

extension ZoneTerms: Canonical {
    public func write(to writer: inout CanonicalWriter) { writer.write(code, name, nameEnglish, level, parent) }

    public init(from reader: inout CanonicalReader) throws(CanonicalError) {
        self.init(
            code: try reader.read(), name: try reader.read(), nameEnglish: try reader.read(),
            level: try reader.read(), parent: try reader.read())
    }
}

extension Link: Canonical {
    public func write(to writer: inout CanonicalWriter) {
        writer.write(from, to, latencyMicroseconds, tariff, tariffKind)
    }

    public init(from reader: inout CanonicalReader) throws(CanonicalError) {
        self.init(
            from: try reader.read(), to: try reader.read(), latencyMicroseconds: try reader.read(),
            tariff: try reader.read(), tariffKind: try reader.read())
    }
}

extension MarketPolicy: Canonical {
    public func write(to writer: inout CanonicalWriter) {
        writer.write(fee, contestHours, reportHours, missedHoursToEnd, priceRule)
    }

    public init(from reader: inout CanonicalReader) throws(CanonicalError) {
        self.init(
            fee: try reader.read(), contestHours: try reader.read(), reportHours: try reader.read(),
            missedHoursToEnd: try reader.read(), priceRule: try reader.read())
    }
}
