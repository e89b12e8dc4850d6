import Domain
import Matching

/// The numbers of a file.
struct ClearingFileContent {
    let offers: [(capacity: Int32, ask: Int32)]
    let demands: [(quantity: Int32, limit: Int32)]
    let starts: [Int]
    let arcs: [ClearingProblem.Arc]

    private static let mark = Array("ALOC0001".utf8)
    private static let headerBytes = 32

    init(file: String, bytes: [UInt8]) throws(ClearingFileProblem) {
        guard bytes.count >= Self.headerBytes, bytes.starts(with: Self.mark) else {
            throw ClearingFileProblem(file: file, text: "has no header of ALOC0001; generate it again")
        }
        var reader = NumberReader(bytes: bytes, position: Self.mark.count)
        let counts = reader.wide(3)
        guard counts.allSatisfy({ (0..<(1 << 26)).contains($0) }), bytes.count == Self.length(counts) else {
            throw ClearingFileProblem(file: file, text: "is not as long as its header says; generate it again")
        }
        let (capacities, asks) = (reader.narrow(counts[0]), reader.narrow(counts[0]))
        let (quantities, limits) = (reader.narrow(counts[1]), reader.narrow(counts[1]))
        offers = zip(capacities, asks).map { ($0, $1) }
        demands = zip(quantities, limits).map { ($0, $1) }
        starts = reader.wide(counts[1] + 1)
        let (heads, tariffs) = (reader.narrow(counts[2]), reader.narrow(counts[2]))
        arcs = zip(heads, tariffs).map { .init(offer: $0, tariff: ClearingFile.price($1)) }
    }

    private static func length(_ counts: [Int]) -> Int {
        headerBytes + 8 * counts[0] + 8 * counts[1] + 8 * (counts[1] + 1) + 8 * counts[2]
    }
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
