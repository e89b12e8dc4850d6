import Domain
import Foundation
import Matching

/// A generated batch: offers, demands and arcs as numbers in a file, little-endian.
///
/// `ALOC0001`; how many offers, demands and arcs (64 bits each); capacities, asks, quantities and limits (32 bits each);
/// where each demand's arcs begin, and their end (64 bits); the arcs' offers and tariffs (32 bits). The numbers are taken
/// as milli-units and micro-yuan, whatever they were meant as: the unit is not part of the task.
public enum ClearingFile {
    private static let mark = Array("ALOC0001".utf8)
    private static let headerBytes = 32

    /// Throws `ClearingFileProblem`: unreadable, malformed, or refused by the solver.
    ///
    /// - Parameter allOrNonePercent: about so many of a hundred demands are filled whole or not at all.
    public static func problem(
        path: String, allOrNonePercent: Int = 0
    ) throws(ClearingFileProblem) -> ClearingProblem {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw ClearingFileProblem(file: path, text: "cannot be read; check the path")
        }
        return try problem(file: path, bytes: [UInt8](data), allOrNonePercent: allOrNonePercent)
    }

    public static func problem(
        file: String, bytes: [UInt8], allOrNonePercent: Int = 0
    ) throws(ClearingFileProblem) -> ClearingProblem {
        guard bytes.count >= headerBytes, bytes.starts(with: mark) else {
            throw ClearingFileProblem(file: file, text: "has no header of ALOC0001; generate it again")
        }
        var reader = NumberReader(bytes: bytes, position: mark.count)
        let counts = reader.wide(3)
        guard counts.allSatisfy({ (0..<(1 << 26)).contains($0) }), bytes.count == length(counts) else {
            throw ClearingFileProblem(file: file, text: "is not as long as its header says; generate it again")
        }
        let (offers, demands, arcs) = (counts[0], counts[1], counts[2])
        let (capacities, asks) = (reader.narrow(offers), reader.narrow(offers))
        let (quantities, limits) = (reader.narrow(demands), reader.narrow(demands))
        let starts = reader.wide(demands + 1)
        let (heads, tariffs) = (reader.narrow(arcs), reader.narrow(arcs))
        do {
            return try ClearingProblem(
                offers: zip(capacities, asks).map { .init(capacity: quantity($0), ask: price($1)) },
                demands: zip(quantities, limits).enumerated().map { number, demand in
                    let whole = isAllOrNone(number, percent: allOrNonePercent)
                    return .init(
                        quantity: quantity(demand.0), limit: price(demand.1),
                        minimum: whole ? quantity(demand.0) : .zero)
                },
                arcStarts: starts, arcs: zip(heads, tariffs).map { .init(offer: $0, tariff: price($1)) })
        } catch {
            throw ClearingFileProblem(file: file, text: "is refused: \(error); generate it again")
        }
    }

    /// By the upper half of the number times 2654435761, in 32 bits: spread evenly (Knuth, "The Art of Computer
    /// Programming", volume 3, 6.4), and the same in scripts/mip_yardstick.py.
    private static func isAllOrNone(_ number: Int, percent: Int) -> Bool {
        let mixed = (UInt32(truncatingIfNeeded: number) &* 2_654_435_761) >> 16
        return Int(mixed) * 100 < percent * (1 << 16)
    }

    private static func length(_ counts: [Int]) -> Int {
        headerBytes + 8 * counts[0] + 8 * counts[1] + 8 * (counts[1] + 1) + 8 * counts[2]
    }

    private static func quantity(_ number: Int32) -> Quantity { Quantity(unchecked: Int64(number)) }

    private static func price(_ number: Int32) -> UnitPrice { UnitPrice(unchecked: Int64(number)) }
}

/// Why a file is no batch, in one line: where, what, how to mend it.
public struct ClearingFileProblem: Error, Hashable, CustomStringConvertible {
    public let file: String
    public let text: String

    public var description: String { "\(file): \(text)" }
}

/// Numbers one behind the other.
private struct NumberReader {
    let bytes: [UInt8]
    var position: Int

    mutating func wide(_ count: Int) -> [Int] { numbers(count, as: UInt64.self).map { Int(truncatingIfNeeded: $0) } }

    mutating func narrow(_ count: Int) -> [Int32] {
        numbers(count, as: UInt32.self).map { Int32(truncatingIfNeeded: $0) }
    }

    private mutating func numbers<Number: FixedWidthInteger & BitwiseCopyable>(
        _ count: Int, as type: Number.Type
    ) -> [Number] {
        let (start, size) = (position, MemoryLayout<Number>.size)
        position += count * size
        return bytes.withUnsafeBytes { raw in
            (0..<count).map {
                Number(littleEndian: raw.loadUnaligned(fromByteOffset: start + $0 * size, as: Number.self))
            }
        }
    }
}
