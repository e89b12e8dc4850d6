import Records
import TransparencyLog

/// Where the leaf of a record is put together; one serves record after record.
struct LeafDraft {
    private var parts = RecordParts()
    private var leaf = CanonicalWriter(capacity: 128)

    /// The leaf hash of docs/log-format.md: the header in the clear, then the root over the salted parts.
    mutating func hash(of record: Record, nonce: Nonce) -> Digest {
        parts.encode(record)
        var tree = PartsTree(nonce: nonce.forParts, capacity: parts.count)
        parts.forEachPart { tree.append($0) }
        leaf.removeAll()
        record.header.write(to: &leaf)
        withUnsafeTemporaryAllocation(byteCount: Digest.byteCount, alignment: 8) { memory in
            tree.root.store(in: memory, at: 0)
            leaf.append(contentsOf: UnsafeRawBufferPointer(memory))
        }
        return leaf.written.withUnsafeBytes { .leaf(of: $0) }
    }
}

extension Nonce {
    fileprivate var forParts: PartsNonce {
        do throws(PartsNonceError) {
            return try PartsNonce(bytes)
        } catch {
            preconditionFailure("a nonce has 32 bytes")
        }
    }
}
