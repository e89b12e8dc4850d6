import Testing
import TransparencyLog

@Suite struct FrontierTests {
    @Test func rootEqualsTheDefinitionForEverySize() {
        let leaves = sampleLeaves(130)
        var frontier = Frontier()
        for size in 0...130 {
            #expect(frontier.size == UInt64(size))
            #expect(frontier.root == ReferenceTree.root(leaves.prefix(size)))
            #expect(frontier.peaks.count == size.nonzeroBitCount)
            if size < 130 { frontier.append(leaves[size]) }
        }
    }

    @Test func encodingReadsBackAndGoesOn() throws {
        let leaves = sampleLeaves(130)
        var frontier = Frontier()
        for leaf in leaves {
            let restored = try Frontier(decoding: frontier.encoded)
            #expect(restored == frontier)
            var other = restored
            other.append(leaf)
            frontier.append(leaf)
            #expect(other.root == frontier.root)
        }
    }

    @Test func refusesWhatIsNoFrontier() {
        let digests = sampleLeaves(3)
        #expect(throws: FrontierError.byteCount(7)) { try Frontier(decoding: [0, 0, 0, 0, 0, 0, 0]) }
        #expect(throws: FrontierError.byteCount(9)) { try Frontier(decoding: [0, 0, 0, 0, 0, 0, 0, 1, 9]) }
        #expect(throws: FrontierError.peakCount(expected: 1, actual: 0)) {
            try Frontier(decoding: [0, 0, 0, 0, 0, 0, 0, 1])
        }
        #expect(throws: FrontierError.peakCount(expected: 2, actual: 3)) { try Frontier(size: 5, peaks: digests) }
        #expect(throws: FrontierError.size(1 << 63)) { try Frontier(size: 1 << 63, peaks: [digests[0]]) }
    }

    @Test func everyCompletedNodeIsReportedOnceWithItsHash() throws {
        let leaves = sampleLeaves(300)
        var frontier = Frontier()
        var reported: [TreePosition: Digest] = [:]
        for leaf in leaves {
            frontier.append(leaf) { position, hash in
                #expect(reported.updateValue(hash, forKey: position) == nil)
            }
        }
        for (position, hash) in reported {
            let width = 1 << position.level
            let first = Int(position.index) * width
            #expect(hash == ReferenceTree.root(leaves[first..<(first + width)]))
        }
        #expect(reported.count == (0...8).reduce(0) { $0 + 300 >> $1 })
    }

    @Test func peaksReadFromTheirPositionsRestoreAnyPastFrontier() throws {
        let leaves = sampleLeaves(200)
        let tree = MerkleTree(leaves: leaves)
        var frontier = Frontier()
        for size in 0...200 {
            let peaks = tree.hashes(at: Frontier.positions(of: UInt64(size)))
            #expect(try Frontier(size: UInt64(size), peaks: peaks) == frontier)
            if size < 200 { frontier.append(leaves[size]) }
        }
        #expect(tree.edge == frontier)
    }

    @Test func largestSizeIsRepresentable() throws {
        let size = UInt64(Int64.max)
        let frontier = try Frontier(size: size, peaks: sampleLeaves(63))
        #expect(try Frontier(decoding: frontier.encoded) == frontier)
        #expect(Frontier.positions(of: size).count == 63)
        #expect(Frontier.positions(of: size).first == TreePosition(level: 62, index: 0))
    }

    @Test func memoryIsAskedForOnlyWhileThePeaksGrow() {
        var frontier = Frontier()
        var addresses: Set<UInt> = []
        for leaf in sampleLeaves(4096) {
            frontier.append(leaf)
            addresses.insert(frontier.peaks.withUnsafeBufferPointer { UInt(bitPattern: $0.baseAddress) })
        }
        #expect(addresses.count <= 6)
    }
}
