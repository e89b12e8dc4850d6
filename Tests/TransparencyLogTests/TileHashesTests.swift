import Testing
import TransparencyLog

@Suite struct TileHashesTests {
    private struct Lost: Error, Equatable {}

    @Test func proofsFromTilesEqualProofsFromMemory() throws {
        var random = seeded()
        let tree = MerkleTree(leaves: sampleLeaves(70_000))
        for size in [1, 2, 255, 256, 257, 511, 512, 65_535, 65_536, 65_537, 70_000] as [UInt64] {
            let tiles = TileHashes(size: size) { tree.hashes(at: $0.positions) }
            #expect(try tiles.root(of: size) == tree.root(of: size))
            for _ in 0..<20 {
                let index = UInt64.random(in: 0..<size, using: &random)
                let first = UInt64.random(in: 0...size, using: &random)
                #expect(try tiles.inclusionProof(of: index, in: size) == tree.inclusionProof(of: index, in: size))
                #expect(
                    try tiles.consistencyProof(from: first, to: size) == tree.consistencyProof(from: first, to: size))
                #expect(try tiles.root(of: first) == tree.root(of: first))
            }
        }
    }

    @Test func eachTileIsReadOnceAProof() throws {
        let tree = MerkleTree(leaves: sampleLeaves(70_000))
        var read: [Tile] = []
        let tiles = TileHashes(size: 70_000) { tile in
            read.append(tile)
            return tree.hashes(at: tile.positions)
        }
        _ = try tiles.inclusionProof(of: 12_345, in: 70_000)
        #expect(read.count == Set(read).count)
        #expect(read.count <= 5)
    }

    @Test func failuresOfTheReaderAreTold() throws {
        let tile = try Tile(level: 0, index: 0, width: 9)
        let lost = TileHashes(size: 9) { (_: Tile) throws(Lost) -> [Digest] in throw Lost() }
        #expect(throws: ProofReadError.source(TileReadError.reader(Lost()))) {
            try lost.inclusionProof(of: 3, in: 9)
        }
        let short = TileHashes(size: 9) { _ in sampleLeaves(8) }
        #expect(throws: ProofReadError.source(TileReadError<Never>.width(tile, 8))) { try short.root(of: 9) }
        let position = TreePosition(level: 3, index: 1)
        #expect(throws: TileReadError<Never>.absent(position)) { try short.hashes(at: [position]) }
        #expect(throws: ProofReadError<TileReadError<Never>>.request(.sizeBeyondSource(size: 10, held: 9))) {
            try short.root(of: 10)
        }
        #expect(throws: ProofReadError<TileReadError<Never>>.request(.indexOutsideTree(index: 9, size: 9))) {
            try short.inclusionProof(of: 9, in: 9)
        }
    }
}
