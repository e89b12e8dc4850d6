import Records
import TransparencyLog

extension ByteSource {
    /// All leaf hashes of `leaves.bin`; a rest shorter than a hash is dropped, and so found missing.
    mutating func storedLeaves() throws(UnreadableFile) -> [Digest] {
        var leaves: [Digest] = []
        while true {
            let bytes = try next(ExportFormat.leafSize)
            guard let leaf = try? Digest(bytes) else { return leaves }
            leaves.append(leaf)
        }
    }
}
