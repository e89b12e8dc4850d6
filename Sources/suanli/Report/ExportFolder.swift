import Foundation
import Persistence
import Records
import Trading
import TransparencyLog

/// Writes an export (docs/log-format.md): manifest, checkpoint, records and leaves.
struct ExportFolder {
    let path: String
    private static let flushBytes = 1 << 22

    init(_ path: String) { self.path = path }

    /// Writes all records that the newest checkpoint covers; returns how many. Throws what files and database say.
    func write(_ reader: JournalReader) throws -> Int64 {
        guard let checkpoint = try reader.lastCheckpoint() else {
            throw SetUpProblem("the log has no signed head yet; start the exchange once")
        }
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        try writeRecords(reader, through: checkpoint.head.size)
        let note = try SignedNote(parsing: checkpoint.note)
        let origin = String(decoding: note.text.prefix { $0 != 0x0A }, as: UTF8.self)
        try write(ExportManifest(origin: origin).bytes, to: ExportFormat.manifestName)
        try write(checkpoint.note, to: ExportFormat.checkpointName)
        return checkpoint.head.size
    }

    private func writeRecords(_ reader: JournalReader, through size: Int64) throws {
        let records = try handle(ExportFormat.recordsName)
        let leaves = try handle(ExportFormat.leavesName)
        var writer = ExportWriter()
        func flush() throws {
            let (recordBytes, leafBytes) = writer.drain()
            try records.write(contentsOf: Data(recordBytes))
            try leaves.write(contentsOf: Data(leafBytes))
        }
        try reader.read(through: size) { entry in
            writer.append(ExportEntry(record: entry.record, nonce: entry.nonce.bytes, leaf: entry.leaf.bytes))
            if writer.pending > Self.flushBytes { try flush() }
        }
        try flush()
        try records.close()
        try leaves.close()
    }

    private func handle(_ name: String) throws -> FileHandle {
        let file = path + "/" + name
        guard FileManager.default.createFile(atPath: file, contents: nil),
            let handle = FileHandle(forWritingAtPath: file)
        else {
            throw SetUpProblem("\(file): cannot be written; check the folder's rights")
        }
        return handle
    }

    private func write(_ bytes: [UInt8], to name: String) throws {
        try Data(bytes).write(to: URL(filePath: path + "/" + name))
    }
}
