import Domain

/// A stable code on the wire: of the door, or of the exchange.
public enum ProblemCode: Hashable, Sendable {
    case door(DoorProblem)
    case reason(Reason)

    public var code: String {
        switch self {
        case .door(let problem): problem.code
        case .reason(let reason): reason.code
        }
    }

    public var status: Int64 {
        switch self {
        case .door(let problem): problem.status
        case .reason(let reason): reason.status
        }
    }

    /// Every code that there is.
    public static let all = DoorProblem.allCases.map(ProblemCode.door) + Reason.allCases.map(ProblemCode.reason)
}

/// A request that the door refuses, and where in the body.
public struct DoorFault: Error, Hashable, Sendable {
    public let code: ProblemCode
    /// A JSON pointer (RFC 6901) into the body; empty for the whole of it, or for what is no body.
    public let pointer: String

    public init(_ problem: DoorProblem, at pointer: String = "") {
        code = .door(problem)
        self.pointer = pointer
    }

    public init(_ reason: Reason, at pointer: String = "") {
        code = .reason(reason)
        self.pointer = pointer
    }

    init(_ code: ProblemCode, at pointer: String) {
        self.code = code
        self.pointer = pointer
    }

    /// The same fault, seen from one level above.
    func under(_ name: String) -> DoorFault { DoorFault(code, at: "/" + name + pointer) }
}

/// Parses one member; a reason comes back with the member's place.
func member<T>(_ name: String, _ body: () throws(Reason) -> T) throws(DoorFault) -> T {
    do throws(Reason) {
        return try body()
    } catch {
        throw DoorFault(error, at: "/" + name)
    }
}

/// Parses one member that has members of its own.
func part<T>(_ name: String, _ body: () throws(DoorFault) -> T) throws(DoorFault) -> T {
    do throws(DoorFault) {
        return try body()
    } catch {
        throw error.under(name)
    }
}

/// Parses the elements of a member, of which there are at most `most`.
func parts<Element, T>(
    _ name: String, _ elements: [Element], most: Int, _ body: (Element) throws(DoorFault) -> T
) throws(DoorFault) -> [T] {
    guard elements.count <= most else { throw DoorFault(.valueOutOfRange, at: "/" + name) }
    var results: [T] = []
    results.reserveCapacity(elements.count)
    for (position, element) in elements.enumerated() {
        do throws(DoorFault) {
            results.append(try body(element))
        } catch {
            throw error.under("\(name)/\(position)")
        }
    }
    return results
}

/// A number within its bounds. Errors: `valueOutOfRange`.
func bounded(_ name: String, _ value: Int64, in bounds: ClosedRange<Int64>) throws(DoorFault) -> Int64 {
    guard bounds.contains(value) else { throw DoorFault(.valueOutOfRange, at: "/" + name) }
    return value
}
