import Domain
import Foundation
import Matching

/// A generated batch: offers, demands and arcs as numbers in a file, little-endian.
///
/// `ALOC0001`; how many offers, demands and arcs (64 bits each); capacities, asks, quantities and limits (32 bits each);
/// where each demand's arcs begin, and their end (64 bits); the arcs' offers and tariffs (32 bits). The numbers are taken
/// as milli-units and micro-yuan, whatever they were meant as: the unit is not part of the task.
public enum ClearingFile {
    /// Throws `ClearingFileProblem`: unreadable, malformed, or refused by the solver.
    ///
    /// - Parameter allOrNonePercent: about so many of a hundred demands are filled whole or not at all.
    public static func problem(
        path: String, allOrNonePercent: Int = 0
    ) throws(ClearingFileProblem) -> ClearingProblem {
        try problem(file: path, bytes: try bytes(path), allOrNonePercent: allOrNonePercent)
    }

    public static func problem(
        file: String, bytes: [UInt8], allOrNonePercent: Int = 0
    ) throws(ClearingFileProblem) -> ClearingProblem {
        let content = try ClearingFileContent(file: file, bytes: bytes)
        return try accepted(file) { () throws(ClearingRefusal) in
            try ClearingProblem(
                offers: content.offers.map { .init(capacity: quantity($0.capacity), ask: price($0.ask)) },
                demands: content.demands.enumerated().map { number, demand in
                    .init(
                        quantity: quantity(demand.quantity), limit: price(demand.limit),
                        minimum: isAllOrNone(number, percent: allOrNonePercent) ? quantity(demand.quantity) : .zero)
                }, arcStarts: content.starts, arcs: content.arcs)
        }
    }

    /// The same offers and demands over so many hours: each demand gets a window, each offer capacity and asks by hour,
    /// drawn from their numbers as scripts/hourly_yardstick.py draws them.
    public static func hourlyProblem(
        path: String, hours: Int64, allOrNonePercent: Int = 0
    ) throws(ClearingFileProblem) -> HourlyProblem {
        try hourlyProblem(
            file: path, bytes: try bytes(path), hours: hours, allOrNonePercent: allOrNonePercent)
    }

    public static func hourlyProblem(
        file: String, bytes: [UInt8], hours: Int64, allOrNonePercent: Int = 0
    ) throws(ClearingFileProblem) -> HourlyProblem {
        let content = try ClearingFileContent(file: file, bytes: bytes)
        guard (1...Window.mostHours).contains(hours), content.starts.isAscending(to: content.arcs.count) else {
            throw ClearingFileProblem(file: file, text: "is refused; generate it again")
        }
        let drawn = DrawnHours(content, hours: hours)
        return try accepted(file) { () throws(ClearingRefusal) in
            try HourlyProblem(
                offers: drawn.cells,
                demands: content.demands.enumerated().map { number, demand in
                    .init(
                        window: drawn.windows[number], quantity: quantity(demand.quantity), limit: price(demand.limit),
                        minimum: isAllOrNone(number, percent: allOrNonePercent) ? quantity(demand.quantity) : .zero)
                }, arcs: drawn.arcs)
        }
    }

    private static func bytes(_ path: String) throws(ClearingFileProblem) -> [UInt8] {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw ClearingFileProblem(file: path, text: "cannot be read; check the path")
        }
        return [UInt8](data)
    }

    private static func accepted<Problem>(
        _ file: String, _ make: () throws(ClearingRefusal) -> Problem
    ) throws(ClearingFileProblem) -> Problem {
        do { return try make() } catch {
            throw ClearingFileProblem(file: file, text: "is refused: \(error); generate it again")
        }
    }

    /// By the upper half of the number times 2654435761, in 32 bits: spread evenly (Knuth, "The Art of Computer
    /// Programming", volume 3, 6.4), and the same in scripts/mip_yardstick.py.
    private static func isAllOrNone(_ number: Int, percent: Int) -> Bool {
        let mixed = (UInt32(truncatingIfNeeded: number) &* 2_654_435_761) >> 16
        return Int(mixed) * 100 < percent * (1 << 16)
    }

    private static func quantity(_ number: Int32) -> Quantity { Quantity(unchecked: Int64(number)) }

    static func price(_ number: Int32) -> UnitPrice { UnitPrice(unchecked: Int64(number)) }
}

/// Why a file is no batch, in one line: where, what, how to mend it.
public struct ClearingFileProblem: Error, Hashable, CustomStringConvertible {
    public let file: String
    public let text: String

    public var description: String { "\(file): \(text)" }
}

extension [Int] {
    /// From 0 on, none less than the one before.
    fileprivate func isAscending(to last: Int) -> Bool {
        first == 0 && self.last == last && zip(self, dropFirst()).allSatisfy { $0 <= $1 }
    }
}
