import Testing
import TransparencyLog

@Suite struct TileTests {
    /// The examples of C2SP tlog-tiles.
    @Test(
        arguments: [
            (0, 0, 256, "tile/0/000"), (0, 999, 256, "tile/0/999"), (0, 1000, 256, "tile/0/x001/000"),
            (0, 1234, 256, "tile/0/x001/234"), (0, 1_234_067, 256, "tile/0/x001/x234/067"),
            (1, 273, 17, "tile/1/273.p/17"), (7, 0, 1, "tile/7/000.p/1"), (0, 273, 255, "tile/0/273.p/255"),
            (0, 36_028_797_018_963_967, 256, "tile/0/x036/x028/x797/x018/x963/967"),
        ] as [(Int, UInt64, Int, String)])
    func pathsReadBack(level: Int, index: UInt64, width: Int, path: String) throws {
        let tile = try Tile(level: level, index: index, width: width)
        #expect(tile.path == path)
        #expect(try Tile(path: path) == tile)
        if level == 0 { #expect(tile.entriesPath == path.replacing("tile/0/", with: "tile/entries/")) }
    }

    @Test(
        arguments: [
            ("", .form), ("tile", .form), ("tile/0", .form), ("tile/0/1", .form), ("tile/0/0001", .form),
            ("tiles/0/000", .form), ("tile/0/00a", .form), ("tile/0/001/234", .form), ("tile/0/x001", .form),
            ("/tile/0/000", .form), ("tile/0/000/", .form), ("tile/0/x001/x234", .form), ("tile/0//000", .form),
            ("tile/00/000", .level), ("tile/8/000", .level), ("tile/-1/000", .level), ("tile/entries/000", .level),
            ("tile/0/x000/000", .index), ("tile/0/x036/x028/x797/x018/x963/968", .index), ("tile/7/001", .index),
            ("tile/0/x001/x000/x000/x000/x000/x000/x000/000", .index), ("tile/0/.p/5", .form),
            ("tile/0/000.p/0", .width), ("tile/0/000.p/256", .width), ("tile/0/000.p/01", .width),
            ("tile/0/000.p/", .width), ("tile/0/000.p", .form), ("tile/0.p/000", .level),
        ] as [(String, TileError)])
    func refusesWhatIsNoPath(path: String, error: TileError) {
        #expect(throws: error) { try Tile(path: path) }
    }

    @Test func refusesValuesThatAreNoTile() {
        #expect(throws: TileError.level) { try Tile(level: 8, index: 0) }
        #expect(throws: TileError.index) { try Tile(level: 7, index: 1) }
        #expect(throws: TileError.width) { try Tile(level: 0, index: 0, width: 0) }
        #expect(throws: TileError.width) { try Tile(level: 0, index: 0, width: 257) }
    }

    /// C2SP tlog-tiles: the tiles of a log of 70,000 leaves, and of 256.
    @Test func tilesOfALog() throws {
        let tiles = Tile.added(to: 70_000)
        #expect(tiles.filter { $0.level == 0 && $0.isFull }.count == 273)
        let rest = tiles.filter { !($0.level == 0 && $0.isFull) }.map(\.path)
        #expect(rest == ["tile/0/273.p/112", "tile/1/000", "tile/1/001.p/17", "tile/2/000.p/1"])
        #expect(Tile.added(to: 256).map(\.path) == ["tile/0/000", "tile/1/000.p/1"])
        #expect(Tile.added(to: 0).isEmpty)
        #expect(Tile.added(growingFrom: 70_000, to: 70_000).isEmpty)
    }

    @Test func growingWritesOnlyWhatIsNew() throws {
        #expect(
            Tile.added(growingFrom: 250, to: 600).map(\.path)
                == ["tile/0/000", "tile/0/001", "tile/0/002.p/88", "tile/1/000.p/2"])
        #expect(Tile.added(growingFrom: 256, to: 257).map(\.path) == ["tile/0/001.p/1"])
        #expect(Tile.added(growingFrom: 511, to: 512).map(\.path) == ["tile/0/001", "tile/1/000.p/2"])
        var random = seeded()
        for _ in 0..<100 {
            let size = UInt64.random(in: 0...300_000, using: &random)
            let earlier = UInt64.random(in: 0...size, using: &random)
            let new = Set(Tile.added(to: size)).subtracting(Tile.added(to: earlier))
            #expect(Set(Tile.added(growingFrom: earlier, to: size)) == new)
        }
    }
}
