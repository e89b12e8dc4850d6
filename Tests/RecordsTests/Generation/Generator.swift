import Domain
import Records
import Simulation

/// Values of every type from a seed, the same ones on every machine.
struct Generator {
    private var random: SeededGenerator

    init(seed: UInt64) { random = SeededGenerator(seed: seed) }

    mutating func bits() -> UInt64 { random.next() }

    /// Bounds come up far more often than by chance.
    mutating func number(_ range: ClosedRange<Int64>) -> Int64 {
        switch bits() % 16 {
        case 0: return range.lowerBound
        case 1: return range.upperBound
        default:
            let width = UInt64(bitPattern: range.upperBound &- range.lowerBound)
            return width == .max ? Int64(bitPattern: bits()) : range.lowerBound &+ Int64(bits() % (width + 1))
        }
    }

    mutating func index(below count: Int) -> Int { Int(bits() % UInt64(count)) }

    mutating func pick<Element>(_ list: [Element]) -> Element { list[index(below: list.count)] }

    mutating func callAsFunction<Value: Generated>(_ type: Value.Type = Value.self) -> Value {
        Value.generate(&self)
    }

    mutating func list<Value: Generated>(_ counts: ClosedRange<Int64> = 0...3) -> [Value] {
        (0..<number(counts)).map { _ in self(Value.self) }
    }
}

/// A type of which a generator makes values.
protocol Generated {
    static func generate(_ make: inout Generator) -> Self
}

extension Generated where Self: CaseIterable {
    static func generate(_ make: inout Generator) -> Self { make.pick(Array(allCases)) }
}

extension Optional: Generated where Wrapped: Generated {
    static func generate(_ make: inout Generator) -> Self { make.bits() % 3 == 0 ? nil : make(Wrapped.self) }
}

extension Array: Generated where Element: Generated {
    static func generate(_ make: inout Generator) -> Self { make.list() }
}

extension Bool: Generated {
    static func generate(_ make: inout Generator) -> Self { make.bits() % 2 == 0 }
}

extension Int64: Generated {
    static func generate(_ make: inout Generator) -> Self { make.number(Int64.min...Int64.max) }
}

extension Identifier: Generated {
    static func generate(_ make: inout Generator) -> Self { Self(make.number(0...Int64.max)) }
}

/// What a throwing initialiser returns for values that it must accept.
func must<Value>(_ make: () throws(Reason) -> Value) -> Value {
    do { return try make() } catch { preconditionFailure("the generator stays within bounds: \(error)") }
}
