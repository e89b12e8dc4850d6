extension ArgumentError {
    func sentence(_ say: Language) -> String {
        switch self {
        case .help: ArgumentError.usage(say)
        case .exportMissing: say("缺少导出文件夹", "the folder of the export is missing")
        case .keyMissing: say("缺少 --key", "--key is missing")
        case .keyMalformed(let error): say("--key 不是验证公钥（\(error)）", "--key is no verifier key (\(error))")
        case .valueMissing(let option): say("\(option) 缺少取值", "\(option) needs a value")
        case .unknownOption(let option): say("没有选项 \(option)", "there is no option \(option)")
        case .unknownLanguage(let name): say("没有语言 \(name)：zh 或 en", "there is no language \(name): zh or en")
        case .surplus(let word): say("多余的参数 \(word)", "one argument too many: \(word)")
        }
    }

    static func usage(_ say: Language) -> String {
        say(
            """
            用法：suanli-verify 导出文件夹 --key 公钥 [--earlier 检查点文件] [--language zh|en]

            离线验证 `suanli audit export` 的导出：每条记录是否与签署的检查点相符，账本在每一条记录之后是否成立。
              --key       日志的验证公钥，形如 名称+标识+密钥
              --earlier   先前保存的检查点：本日志须是它的延续
              --language  zh 或 en；缺省依 LANG
            退出码：0 通过，1 未通过，2 用法有误或文件不可读。
            """,
            """
            usage: suanli-verify EXPORT --key KEY [--earlier CHECKPOINT] [--language zh|en]

            Verifies the export made by `suanli audit export`, offline: that each record is the one that the
            checkpoint signed, and that the ledger holds after each.
              --key       the log's verifier key, as name+identifier+key
              --earlier   a checkpoint kept from before: this log must continue it
              --language  zh or en; by LANG if left out
            Exit codes: 0 verified, 1 failed, 2 wrong usage or a file that cannot be read.
            """)
    }
}
