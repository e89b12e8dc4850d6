/// The parts of one record in canonical form, in their order: the command, each event, each transfer.
///
/// One buffer serves record after record.
public struct RecordParts: Sendable {
    private var writer: CanonicalWriter
    /// Where each part ends in `bytes`.
    public private(set) var ends: [Int]
    /// Where command and events end, and transfers begin.
    public private(set) var bodyEnd: Int

    public init() {
        writer = CanonicalWriter(capacity: 4096)
        ends = []
        bodyEnd = 0
    }

    public init(_ record: Record) {
        self.init()
        encode(record)
    }

    /// All parts, one behind the other; a slice that begins at 0.
    public var bytes: ArraySlice<UInt8> { writer.written }

    public var count: Int { ends.count }

    /// The parts of `record`, in place of those of the record before.
    public mutating func encode(_ record: Record) {
        writer.removeAll()
        ends.removeAll(keepingCapacity: true)
        append(record.command)
        for event in record.events { append(event) }
        bodyEnd = writer.count
        for transfer in record.transfers { append(transfer) }
    }

    private mutating func append(_ part: some RecordPart) {
        part.writePart(to: &writer)
        ends.append(writer.count)
    }

    /// Where a part lies in `bytes`.
    public func range(of part: Int) -> Range<Int> { (part == 0 ? 0 : ends[part - 1])..<ends[part] }

    /// Command and events, as the journal's table keeps them; transfers have a table of their own.
    public var body: [UInt8] { Array(writer.written[..<bodyEnd]) }

    /// Hands over the parts in order, to be hashed without a copy.
    public func forEachPart(_ body: (UnsafeRawBufferPointer) -> Void) {
        bytes.withUnsafeBytes { memory in
            for part in 0..<count { body(UnsafeRawBufferPointer(rebasing: memory[range(of: part)])) }
        }
    }
}
