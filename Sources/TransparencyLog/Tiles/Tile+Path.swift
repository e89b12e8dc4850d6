extension Tile {
    /// Where the tile is served, relative to the log's address: `tile/0/x001/x234/067`, with `.p/` and the width
    /// behind it for a partial tile.
    public var path: String { "tile/\(level)/\(indexPath)" }

    /// Where the entries below a tile of level 0 are served: `tile/entries/x001/234`.
    public var entriesPath: String {
        precondition(level == 0, "entries lie below level 0")
        return "tile/entries/\(indexPath)"
    }

    /// The tile that a path names.
    ///
    /// Throws, in this order: `TileError.form`, `.level`, `.width`, `.index`.
    public init(path: String) throws(TileError) {
        var fields = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)[...]
        guard fields.removeFirst().elementsEqual("tile".utf8), fields.count >= 2 else { throw .form }
        guard let level = CanonicalDecimal.decode(fields.removeFirst()), level <= 7 else { throw .level }
        let width = try Self.takeWidth(from: &fields)
        try self.init(level: Int(level), index: try Self.index(of: fields), width: width)
    }

    private var indexPath: String {
        var groups = [Self.group(index % 1000)]
        var rest = index / 1000
        while rest > 0 {
            groups.append("x" + Self.group(rest % 1000))
            rest /= 1000
        }
        return groups.reversed().joined(separator: "/") + (isFull ? "" : ".p/\(width)")
    }

    private static func group(_ number: UInt64) -> String {
        let digits = String(number)
        return String(repeating: "0", count: 3 - digits.utf8.count) + digits
    }

    /// Takes `.p` and the width off the end of a partial tile's path.
    private static func takeWidth(from fields: inout ArraySlice<Substring.UTF8View>) throws(TileError) -> Int {
        guard let digits = fields.last, let group = fields.dropLast().last, group.suffix(2).elementsEqual(".p".utf8)
        else { return widthMax }
        guard let width = CanonicalDecimal.decode(digits), (1...255).contains(width) else { throw .width }
        fields = fields.dropLast(2)
        fields.append(group.dropLast(2))
        return Int(width)
    }

    private static func index(of fields: ArraySlice<Substring.UTF8View>) throws(TileError) -> UInt64 {
        guard fields.count <= 7, let first = fields.first else { throw .index }
        var index: UInt64 = 0
        for (offset, field) in fields.enumerated() {
            let isLast = offset == fields.count - 1
            guard isLast || field.first == UInt8(ascii: "x") else { throw .form }
            index = index * 1000 + (try number(of: isLast ? field : field.dropFirst()))
        }
        guard fields.count == 1 || !first.elementsEqual("x000".utf8) else { throw .index }
        return index
    }

    private static func number(of group: Substring.UTF8View) throws(TileError) -> UInt64 {
        guard group.count == 3 else { throw .form }
        var number: UInt64 = 0
        for character in group {
            guard case UInt8(ascii: "0")...UInt8(ascii: "9") = character else { throw .form }
            number = number * 10 + UInt64(character - UInt8(ascii: "0"))
        }
        return number
    }
}
