import TransparencyLog

/// What came out of a verification.
struct Verdict: Hashable {
    /// The head that the key signed; nil where it was refused.
    let head: Checkpoint?
    /// Empty: the export is what the head says.
    let findings: [Finding]

    init(head: Checkpoint?, findings: [Finding]) {
        self.head = head
        self.findings = findings
    }

    init(_ finding: Finding) {
        self.init(head: nil, findings: [finding])
    }

    var holds: Bool { findings.isEmpty }
}
