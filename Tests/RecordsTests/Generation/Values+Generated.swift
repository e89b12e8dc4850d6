import Domain

extension Money: Generated {
    static func generate(_ make: inout Generator) -> Self { Money(fen: make()) }
}

extension Quantity: Generated {
    static func generate(_ make: inout Generator) -> Self { Quantity(unchecked: make.number(0...mostMilli)) }
}

extension UnitPrice: Generated {
    static func generate(_ make: inout Generator) -> Self { UnitPrice(unchecked: make.number(0...mostMicroYuan)) }
}

extension BasisPoints: Generated {
    static func generate(_ make: inout Generator) -> Self { BasisPoints(unchecked: make.number(0...10_000)) }
}

extension VATRate: Generated {
    static func generate(_ make: inout Generator) -> Self { VATRate(unchecked: make.number(0...100)) }
}

extension Stamp: Generated {
    static func generate(_ make: inout Generator) -> Self { Stamp(microseconds: make()) }
}

extension Window: Generated {
    static func generate(_ make: inout Generator) -> Self {
        let start = make.number(0...99_000_000)
        return Window(unchecked: start, start + make.number(1...mostHours))
    }
}

extension CivilDate: Generated {
    static func generate(_ make: inout Generator) -> Self {
        let (year, month) = (make.number(1...9999), make.number(1...12))
        let day = make.number(1...daysIn(month: month, year: year))
        return must { () throws(Reason) in try CivilDate(year: year, month: month, day: day) }
    }
}

extension ZoneClock.Transition: Generated {
    static func generate(_ make: inout Generator) -> Self {
        Self(from: make(), offsetSeconds: make.number(-64_800...64_800))
    }
}

extension ZoneClock: Generated {
    static func generate(_ make: inout Generator) -> Self {
        var transitions: [Transition] = make.list(1...4).sorted { $0.from < $1.from }
        transitions = transitions.enumerated().filter { $0 == 0 || transitions[$0 - 1].from < $1.from }.map(\.element)
        return must { () throws(Reason) in try ZoneClock(transitions: transitions) }
    }
}

extension Symbol: Generated {
    static func generate(_ make: inout Generator) -> Self {
        let first = Array("abcdefghijklmnopqrstuvwxyz0123456789".utf8)
        let later = first + Array("._:+-".utf8)
        let rest = (0..<make.number(0...63)).map { _ in make.pick(later) }
        let text = String(decoding: [make.pick(first)] + rest, as: UTF8.self)
        return must { () throws(Reason) in try Symbol(text) }
    }
}

extension Label: Generated {
    static func generate(_ make: inout Generator) -> Self {
        let text = (0..<make.number(1...50)).map { _ in make.pick(["算", "力", "券", "é", "a", " ", "~", "𠀀"]) }
        return must { () throws(Reason) in try Label(text.joined()) }
    }
}

extension Commitment: Generated {
    static func generate(_ make: inout Generator) -> Self {
        let bytes = (0..<32).map { _ in UInt8(truncatingIfNeeded: make.bits()) }
        return must { () throws(Reason) in try Commitment(bytes: bytes) }
    }
}

extension CreditCode: Generated {
    static func generate(_ make: inout Generator) -> Self {
        let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY")
        let body = String((0..<17).map { _ in make.pick(alphabet) })
        return must { () throws(Reason) in try CreditCode(completing: body) }
    }
}

extension Reason: Generated {}
extension Rounding: Generated {}
