extension Finding {
    /// One line for a person.
    func sentence(_ say: Language) -> String {
        switch self {
        case .manifestMalformed:
            say("清单文件不是本版本的导出格式", "the manifest is not that of an export of this version")
        case .checkpointRefused(let error):
            say("检查点不可信：\(error.sentence(say))", "the checkpoint is not to be believed: \(error.sentence(say))")
        case .earlierCheckpointRefused(let error):
            say(
                "先前的检查点不可信：\(error.sentence(say))",
                "the earlier checkpoint is not to be believed: \(error.sentence(say))")
        case .earlierHeadDiffers(let size):
            say(
                "前 \(size) 条记录与先前签署的检查点不符：历史已被改写",
                "the first \(size) records are not those that the earlier checkpoint signed: history was rewritten")
        case .earlierHeadLarger(let size):
            say("先前的检查点有 \(size) 条记录，多于本导出", "the earlier checkpoint has \(size) records, more than this export")
        case .sequenceGap(let expected, let found):
            say("应为记录 \(expected)，却是记录 \(found)", "record \(found) stands where record \(expected) should")
        case .stampBackwards(let record):
            say("记录 \(record) 的时间早于前一条", "record \(record): its stamp is before that of the record before")
        case .ledger(let record, let violation):
            say(
                "记录 \(record) 违反账本规则：\(violation.sentence(say))",
                "record \(record) breaks the ledger: \(violation.sentence(say))")
        default: placeSentence(say)
        }
    }

    private func placeSentence(_ say: Language) -> String {
        switch self {
        case .altered(let record): say("记录 \(record) 被篡改", "record \(record) was altered")
        case .unreadable(let record, let error):
            say(
                "记录 \(record) 被篡改，无法读取（\(error)）；其后未检查",
                "record \(record) was altered and cannot be read (\(error)); what follows it was not looked at")
        case .cutOff(let record):
            say("文件在记录 \(record) 中途截断", "the file was cut off within record \(record)")
        case .missing(let records): say("缺少\(records.name(say))", "\(records.name(say)) missing")
        case .inserted(let place, let claiming):
            say(
                "第 \(place) 位插入了日志中没有的记录（自称记录 \(claiming)）",
                "a record that the log never had was inserted at place \(place) (it claims to be record \(claiming))")
        case .repeated(let record): say("记录 \(record) 重复出现", "record \(record) stands there more than once")
        case .moved(let record): say("记录 \(record) 的次序被改动", "record \(record) was moved from its place")
        case .beyondHead(let records):
            say("检查点未涵盖\(records.name(say))", "\(records.name(say)) not covered by the checkpoint")
        default: leafSentence(say)
        }
    }

    private func leafSentence(_ say: Language) -> String {
        switch self {
        case .leafAltered(let record):
            say(
                "记录 \(record) 本身无误，但 leaves.bin 中它的哈希被篡改",
                "record \(record) is as signed, but its hash in leaves.bin was altered")
        case .leavesMissing(let records):
            say("leaves.bin 缺少\(records.name(say))的哈希", "leaves.bin: the hash of \(records.name(say)) missing")
        case .leavesBeyondHead(let records):
            say("leaves.bin 多出\(records.name(say))的哈希", "leaves.bin: the hash of \(records.name(say)) not covered")
        case .notTheSignedLog(let agree):
            agree
                ? say(
                    "records.bin 与 leaves.bin 一致，但都不是检查点所签的日志",
                    "records.bin and leaves.bin agree, but are not the log that the checkpoint signed")
                : say(
                    "records.bin 与 leaves.bin 都与检查点不符；以上为两者的差异",
                    "neither records.bin nor leaves.bin is what the checkpoint signed; above is where they differ")
        default: preconditionFailure("every finding has a sentence")
        }
    }
}

extension ClosedRange<Int64> {
    fileprivate func name(_ say: Language) -> String {
        count == 1
            ? say("记录 \(lowerBound)", "record \(lowerBound)")
            : say("记录 \(lowerBound) 至 \(upperBound)", "records \(lowerBound) to \(upperBound)")
    }
}
