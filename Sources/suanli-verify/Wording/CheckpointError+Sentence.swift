import TransparencyLog

extension CheckpointError {
    /// What a person can do something about; the rest by its name.
    func sentence(_ say: Language) -> String {
        switch self {
        case .note(.noKnownSignature): say("它不是用这把公钥签署的", "this key did not sign it")
        case .note(.invalidSignature): say("签名与内容不符", "its signature does not fit its text")
        case .note(let error): say("不是签名文本（\(error)）", "it is no signed note (\(error))")
        case .otherOrigin(let origin): say("它属于另一份日志 \(origin)", "it is of another log, \(origin)")
        case .lines, .origin, .size, .root, .extensionLine:
            say("不是检查点（\(self)）", "it is no checkpoint (\(self))")
        }
    }
}
