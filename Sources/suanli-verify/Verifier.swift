import Records
import TransparencyLog

/// Checks an export against a public key, and nothing else.
struct Verifier {
    let key: VerifierKey
    /// A note that somebody kept of an earlier head of the same log.
    let earlier: [UInt8]?

    init(key: VerifierKey, earlier: [UInt8]? = nil) {
        self.key = key
        self.earlier = earlier
    }

    /// Reads the export once. Errors: a file that cannot be read; what is wrong with a file that can is a finding.
    func verify(_ export: ExportFolder) throws(UnreadableFile) -> Verdict {
        guard let manifest = ExportManifest(bytes: export.manifest) else { return Verdict(.manifestMalformed) }
        let head: Checkpoint
        do { head = try Checkpoint.open(export.checkpoint, origin: manifest.origin, keys: [key]) } catch {
            return Verdict(.checkpointRefused(error))
        }
        var check = RecordCheck()
        var leaves = export.leaves
        try check.read(export.records)
        let comparison = LogComparison(
            size: Int(head.size), root: head.root, log: check.log, stored: try leaves.storedLeaves())
        var findings = comparison.findings()
        // What unsigned records say is the forger's word; it helps only where nothing else names the record.
        if comparison.recordsAreSigned || findings.contains(.notTheSignedLog(agree: true)) {
            findings += check.findings
        }
        return Verdict(head: head, findings: findings + earlierFindings(head, check.log))
    }

    /// Whether the log is a continuation of the earlier head's.
    private func earlierFindings(_ head: Checkpoint, _ log: RecordLog) -> [Finding] {
        guard let earlier else { return [] }
        let before: Checkpoint
        do { before = try Checkpoint.open(earlier, origin: head.origin, keys: [key]) } catch {
            return [.earlierCheckpointRefused(error)]
        }
        guard before.size <= head.size else { return [.earlierHeadLarger(size: before.size)] }
        return log.root(of: before.size) == before.root ? [] : [.earlierHeadDiffers(size: before.size)]
    }
}
