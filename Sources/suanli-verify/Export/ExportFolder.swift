import Records

/// What an export consists of, opened for one pass.
struct ExportFolder {
    let manifest: [UInt8]
    let checkpoint: [UInt8]
    var records: any ByteSource
    var leaves: any ByteSource

    /// The files of a folder.
    init(path: String) throws(UnreadableFile) {
        func file(_ name: String) -> String { path + "/" + name }
        manifest = try FileSource.contents(of: file(ExportFormat.manifestName))
        checkpoint = try FileSource.contents(of: file(ExportFormat.checkpointName))
        records = try FileSource(path: file(ExportFormat.recordsName))
        leaves = try FileSource(path: file(ExportFormat.leavesName))
    }

    /// The contents of the files, in memory.
    init(manifest: [UInt8], checkpoint: [UInt8], records: [UInt8], leaves: [UInt8]) {
        self.manifest = manifest
        self.checkpoint = checkpoint
        self.records = MemorySource(records)
        self.leaves = MemorySource(leaves)
    }
}
