import Domain
import Records

extension LedgerViolation {
    func sentence(_ say: Language) -> String {
        switch self {
        case .refusedButEffective: say("被拒绝的指令却有后果", "a refused command had an effect")
        case .accountReopened(let id): say("\(id) 被重复开立", "\(id) was opened twice")
        case .accountOutsideChart(let id): say("\(id) 不在科目表内", "\(id) is not in the chart of accounts")
        case .accountUnknown(let id): say("\(id) 未开立", "\(id) was never opened")
        case .transferToItself(let id): say("\(id) 转给自身", "a transfer of \(id) to itself")
        case .assetsMixed(let one, let other):
            say("\(one) 与 \(other) 资产不同，借贷不平", "\(one) and \(other) hold different assets: it does not balance")
        case .balanceOnWrongSide(let id): say("\(id) 余额越过零", "\(id) is on the wrong side of zero")
        case .conservation(let asset):
            say("\(asset.name(say)) 不守恒", "\(asset.name(say)): what stands there is not what was put in")
        case .sourceDiffers(let asset):
            say(
                "\(asset.name(say)) 的来源与事件不符",
                "\(asset.name(say)): what its source gave is not what the events say")
        case .payoutUnknown(let payout): say("\(payout) 未曾申请", "\(payout) was never asked for")
        default: lotSentence(say)
        }
    }

    private func lotSentence(_ say: Language) -> String {
        switch self {
        case .lotReissued(let lot): say("\(lot) 被重复发放", "\(lot) was issued twice")
        case .lotUnknown(let lot): say("\(lot) 未发放", "\(lot) was never issued")
        case .walletWithoutLot(let id): say("\(id) 的转账未注明券批", "a transfer of \(id) names no lot")
        case .lotMismatch(let lot, let id): say("\(lot) 不属于 \(id)", "\(lot) does not belong in \(id)")
        case .lotFreeNegative(let lot): say("\(lot) 可用额为负", "\(lot): its free amount is below zero")
        case .lotHeldNegative(let lot): say("\(lot) 冻结额为负", "\(lot): its held amount is below zero")
        case .lotFace(let lot): say("\(lot) 的发放额不等于面额", "\(lot): what was issued is not its face")
        default: preconditionFailure("every violation has a sentence")
        }
    }
}

extension Asset {
    fileprivate func name(_ say: Language) -> String {
        switch self {
        case .cny: say("人民币", "CNY")
        case .programme(let programme, let funder):
            say("\(programme) 第 \(funder + 1) 出资方", "\(programme), funder \(funder + 1)")
        case .quota(let lease): say("\(lease) 的算力额度", "the quota of \(lease)")
        }
    }
}
