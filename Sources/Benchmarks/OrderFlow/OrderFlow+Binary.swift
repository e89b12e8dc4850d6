import Matching

extension OrderFlow {
    static let binaryMark = Array("MTCHV001".utf8)
    private static let headerBytes = 16
    private static let commandBytes = 16

    /// Commands of 16 bytes behind a header of 16, all numbers little-endian.
    ///
    /// Header: `MTCHV001` as a number, how many commands fill the book, how many are timed (32 bits each).
    /// Command: kind (0 add, 1 cancel, 2 replace, 3 immediate-or-cancel) and side (0 buy, 1 sell) of 8 bits, instrument
    /// of 16, order, price, quantity of 32.
    public init(file: String, binary bytes: [UInt8]) throws(OrderFlowProblem) {
        guard bytes.count >= Self.headerBytes, bytes.starts(with: Self.binaryMark) else {
            throw OrderFlowProblem(file: file, row: nil, text: "has no header of MTCHV001; generate it again")
        }
        let filling = Int(bytes.number32(at: 8))
        let count = filling + Int(bytes.number32(at: 12))
        guard bytes.count == Self.headerBytes + count * Self.commandBytes else {
            throw OrderFlowProblem(file: file, row: nil, text: "is not as long as its header says; generate it again")
        }
        var commands: [BookCommand] = []
        commands.reserveCapacity(count)
        for number in 0..<count {
            guard let command = BookCommand(bytes, at: Self.headerBytes + number * Self.commandBytes) else {
                throw OrderFlowProblem(file: file, row: number + 1, text: "is no command; generate the file again")
            }
            commands.append(command)
        }
        self.init(commands, fillingCommands: filling)
    }
}

extension BookCommand {
    /// Nil where kind, side, order or quantity are none.
    fileprivate init?(_ bytes: [UInt8], at start: Int) {
        guard bytes[start] <= Kind.immediateOrCancel.rawValue, let kind = Kind(rawValue: bytes[start]),
            let side = BookSide(rawValue: bytes[start + 1]),
            let order = Int32(exactly: bytes.number32(at: start + 4))
        else { return nil }
        let quantity = Int64(bytes.number32(at: start + 12))
        guard kind == .cancel || quantity > 0 else { return nil }
        self.init(
            kind: kind, side: side, instrument: UInt16(bytes[start + 2]) | UInt16(bytes[start + 3]) << 8, order: order,
            price: Int64(bytes.number32(at: start + 8)), quantity: quantity)
    }
}

extension [UInt8] {
    fileprivate func number32(at start: Int) -> UInt32 {
        (0..<4).reduce(0) { $0 | UInt32(self[start + $1]) << UInt32(8 * $1) }
    }
}
