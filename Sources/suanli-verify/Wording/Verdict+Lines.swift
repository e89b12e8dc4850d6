import TransparencyLog

extension Verdict {
    /// Findings that are written out; a file of garbage has more than anybody reads.
    static let linesMost = 20

    /// What is printed: each finding in a line, then the verdict in one.
    func lines(_ say: Language) -> [String] {
        let shown = findings.prefix(Verdict.linesMost).map { $0.sentence(say) }
        let rest = findings.count - shown.count
        let more = rest > 0 ? [say("另有 \(rest) 处", "and \(rest) more")] : []
        return shown + more + [conclusion(say)]
    }

    private func conclusion(_ say: Language) -> String {
        guard holds, let head else { return say("未通过", "FAILED") }
        return say(
            "通过：\(head.origin) 的 \(head.size) 条记录与签署的检查点相符，账本成立（根 \(head.root)）",
            "OK: \(head.size) records of \(head.origin) are as signed and the ledger holds (root \(head.root))")
    }
}
