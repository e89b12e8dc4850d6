import Domain

extension ProgrammeMode: Canonical {}
extension FunderLevel: Canonical {}
extension CountedEvent: Canonical {}
extension DayCount: Canonical {}
extension UseBy: Canonical {}
extension BreakageTo: Canonical {}

extension EligibilityTest: Canonical {
    public func write(to writer: inout CanonicalWriter) {
        switch self {
        case .region(let regions): writer.write(tag: 0, regions)
        case .size(let sizes): writer.write(tag: 1, sizes)
        case .sector(let sectors): writer.write(tag: 2, sectors)
        case .legalPerson: writer.append(byte: 3)
        case .foundedFrom(let date): writer.write(tag: 4, date)
        case .foundedThrough(let date): writer.write(tag: 5, date)
        case .attribute(let attribute): writer.write(tag: 6, attribute)
        case .attributeAbsent(let attribute): writer.write(tag: 7, attribute)
        }
    }

    public init(from reader: inout CanonicalReader) throws(CanonicalError) {
        let start = reader.offset
        switch try reader.byte() {
        case 0: self = .region(try reader.read())
        case 1: self = .size(try reader.read())
        case 2: self = .sector(try reader.read())
        case 3: self = .legalPerson
        case 4: self = .foundedFrom(try reader.read())
        case 5: self = .foundedThrough(try reader.read())
        case 6: self = .attribute(try reader.read())
        case 7: self = .attributeAbsent(try reader.read())
        case let other: throw CanonicalError(.unknownTag(other), at: start)
        }
    }
}

extension RateCondition: Canonical {
    public func write(to writer: inout CanonicalWriter) {
        switch self {
        case .chipOrigin(let origin): writer.write(tag: 0, origin)
        case .size(let sizes): writer.write(tag: 1, sizes)
        case .attribute(let attribute): writer.write(tag: 2, attribute)
        case .use(let uses): writer.write(tag: 3, uses)
        case .service(let services): writer.write(tag: 4, services)
        }
    }

    public init(from reader: inout CanonicalReader) throws(CanonicalError) {
        let start = reader.offset
        switch try reader.byte() {
        case 0: self = .chipOrigin(try reader.read())
        case 1: self = .size(try reader.read())
        case 2: self = .attribute(try reader.read())
        case 3: self = .use(try reader.read())
        case 4: self = .service(try reader.read())
        case let other: throw CanonicalError(.unknownTag(other), at: start)
        }
    }
}

extension CapScope: Canonical {
    public func write(to writer: inout CanonicalWriter) {
        switch self {
        case .contract: writer.append(byte: 0)
        case .calendarYear: writer.append(byte: 1)
        case .fiscalYear(let firstMonth): writer.write(tag: 2, firstMonth)
        case .rollingDays(let days): writer.write(tag: 3, days)
        case .lifetime: writer.append(byte: 4)
        }
    }

    public init(from reader: inout CanonicalReader) throws(CanonicalError) {
        let start = reader.offset
        switch try reader.byte() {
        case 0: self = .contract
        case 1: self = .calendarYear
        case 2: self = .fiscalYear(firstMonth: try reader.read())
        case 3: self = .rollingDays(try reader.read())
        case 4: self = .lifetime
        case let other: throw CanonicalError(.unknownTag(other), at: start)
        }
    }
}

extension LotValidity: Canonical {
    public func write(to writer: inout CanonicalWriter) {
        switch self {
        case .days(let days): writer.write(tag: 0, days)
        case .months(let months): writer.write(tag: 1, months)
        case .through(let date): writer.write(tag: 2, date)
        }
    }

    public init(from reader: inout CanonicalReader) throws(CanonicalError) {
        let start = reader.offset
        switch try reader.byte() {
        case 0: self = .days(try reader.read())
        case 1: self = .months(try reader.read())
        case 2: self = .through(try reader.read())
        case let other: throw CanonicalError(.unknownTag(other), at: start)
        }
    }
}
