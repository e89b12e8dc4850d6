import Domain

/// The languages in which the exchange speaks.
public enum Language: String, Sendable, CaseIterable {
    case zh
    case en
}

/// The sentences that people read, by reason code.
public enum Wording {
    /// One sentence without a full stop.
    public static func sentence(_ reason: Reason, _ language: Language) -> String {
        let sentence = sentences(reason)
        return language == .zh ? sentence.zh : sentence.en
    }

    private static func sentences(_ reason: Reason) -> (zh: String, en: String) {
        switch reason {
        case .overflow: ("数值超出可计算的范围", "A number leaves the range that can be computed with")
        case .amountNotPositive: ("金额必须大于零", "The amount must be above zero")
        case .amountTooLarge: ("金额超过单次上限", "The amount is above what one command may name")
        case .priceNotPositive: ("价格必须大于零", "The price must be above zero")
        case .priceTooHigh: ("价格超过上限：每单位小时一万元", "The price is above 10,000 yuan per unit-hour")
        case .quantityNotPositive: ("数量必须大于零", "The quantity must be above zero")
        case .quantityTooLarge: ("数量超过上限", "The quantity is above its bound")
        case .rateOutOfRange: ("比率不在允许范围内", "The rate is outside its range")
        case .windowInverted: ("时间窗口的结束不晚于开始", "The window does not end after it starts")
        case .windowTooLong: ("时间窗口超过十年", "The window is longer than ten years")
        case .windowOutOfRange: ("时间窗口不在可用的时间范围内", "The window lies outside the usable time")
        case .dateInvalid: ("日期不存在，应写成 2026-01-31", "There is no such date; write it as 2026-01-31")
        case .timeZoneInvalid: ("时区数据无效", "The time zone's data are not valid")
        case .identifierInvalid: ("标识无效", "The identifier is not valid")
        case .symbolInvalid:
            ("代码无效：只能用小写字母、数字和 . _ : + -", "The code is not valid: lower-case letters, digits and . _ : + - only")
        case .labelInvalid: ("名称为空、过长或含控制字符", "The name is empty, too long or has control characters")
        case .commitmentInvalid: ("承诺值必须是 32 字节", "A commitment has 32 bytes")
        case .creditCodeInvalid: ("统一社会信用代码格式不对", "The unified social credit code has not the right form")
        case .creditCodeCheckDigit: ("统一社会信用代码校验位不符", "The check character of the credit code is wrong")
        case .identityNumberInvalid: ("身份证号码格式不对", "The identity number has not the right form")
        case .identityNumberCheckDigit: ("身份证号码校验位不符", "The check character of the identity number is wrong")
        case .scheduleEmpty: ("容量计划没有任何时段", "The capacity schedule has no step")
        case .scheduleDisordered: ("容量计划的时段重叠或次序不对", "The steps of the schedule overlap or are out of order")
        case .scheduleTooLong: ("容量计划的时段过多", "The schedule has too many steps")
        case .lotSizeMismatch: ("数量不是最小单位的整数倍", "The quantity is no multiple of the lot size")
        case .lotSizeNotWhole: ("容量不是最小销售单位的整数倍", "The capacity is no multiple of the lot size")
        case .termTooLong: ("最短租期不在允许范围内", "The shortest term is outside its range")
        case .fillPolicyContradictory: ("成交条件互相矛盾", "The fill policy contradicts itself")
        case .minimumFillTooLarge: ("最低成交量大于需求量", "The minimum fill is above the quantity")
        case .requirementsTooMany: ("要求中的备选项过多", "The requirements name too many alternatives")
        case .programmeInvalid: ("补贴方案的内容无效", "The programme is not valid")
        case .laneUnsupported: ("批次通道不接受即时成交的需求", "The batch lane takes no immediate demand")
        case .hoursOutsideWindow: ("所需时数超出时间窗口", "The hours are more than the window has")
        case .leastPieceUnfit: ("每段最短时数与所需时数不符", "The least piece does not fit the hours")
        case .hoursNotFixed:
            (
                "以标准算力单位计量的需求只接受固定时间窗口", "Demands in standard compute units take a fixed window alone"
            )
        case .scuNotInBatches: ("批次通道不接受以标准算力单位计量的需求", "The batch lane takes no demand in standard compute units")
        case .batchPolicyInvalid: ("批次政策的时间、手数或区域无效", "The times, lots or zones of the batches are not valid")
        case .safetyPolicyInvalid: ("价格区间或数量上限无效", "The collars or bounds of the policy are not valid")
        case .bundleInvalid:
            (
                "组合须有二至八项，各项须全部成交或不成交且有效期相同",
                "A bundle has two to eight lines, all of them all-or-none and good for the same time"
            )
        case .startsDiffer:
            ("组合各项没有可以共同开始的小时", "There is no hour, or none in a month, with which all lines could begin")
        case .seatForbidden: ("该席位无权执行此操作", "This seat may not do that")
        case .foreignObject: ("该对象属于其他机构", "The object belongs to another organisation")
        case .samePerson: ("须由另一人批准", "Another person must approve")
        case .unknownParty: ("没有这个机构", "There is no such party")
        case .unknownZone: ("没有这个区域", "There is no such zone")
        case .unknownInstanceType: ("没有这个实例类型", "There is no such instance type")
        case .unknownChip: ("换算表中没有这种芯片", "The conversion table has no such chip")
        case .unknownOffer: ("没有这个挂单", "There is no such offer")
        case .unknownDemand: ("没有这个需求", "There is no such demand")
        case .unknownLease: ("没有这个租约", "There is no such lease")
        case .unknownFill: ("没有这笔成交", "There is no such fill")
        case .unknownProgramme: ("没有这个补贴方案", "There is no such programme")
        case .unknownLot: ("没有这张算力券", "There is no such voucher lot")
        case .unknownPayout: ("没有这笔付款申请", "There is no such payout")
        case .unknownBatch: ("没有该批次", "There is no such batch")
        case .alreadyExists: ("已经存在", "It exists already")
        case .bankReferenceUsed: ("该银行流水号已入账", "This bank reference has been booked before")
        case .notAdmitted: ("该机构尚未准入", "The party has not been admitted yet")
        case .notProvider: ("该机构不是供应方", "The party is no provider")
        case .rateAboveDense:
            (
                "申报算力高于换算表中该芯片在该精度下的稠密峰值（稀疏峰值不计）",
                "A declared rate is above the chip's dense rate in the conversion table; sparse rates do not count"
            )
        case .ordersTooMany: ("本小时提交的订单过多，请稍后再试", "The firm has sent too many orders in this hour")
        case .windowPast: ("时间窗口已经开始或过去", "The window has begun or is past")
        case .expiryPast: ("有效期限已经过去", "The time limit is past already")
        case .alreadyClosed: ("已经结束", "It has ended already")
        case .quantityBelowFilled: ("数量低于已成交量", "The quantity is below what is filled already")
        case .capacitySold: ("容量低于已售出部分", "The capacity is below what is sold already")
        case .nothingChanged: ("没有任何改动", "Nothing would change")
        case .quoted: ("这是报价，只能下单或撤销", "It is a quote: it can be posted or cancelled, and nothing else")
        case .notQuoted: ("没有这份有效报价", "No quote of this number is open")
        case .quoteExpired: ("报价已经到期", "The quote has ended")
        case .quoteDiffers: ("内容与报价不一致", "The body is not the one that was quoted")
        case .quotesTooMany: ("未用报价已达上限", "The firm has as many quotes open as it may")
        case .quotedTooMuch: ("该类容量的报价已达上限", "Quotes hold as much of this class as they may")
        case .nothingToQuote: ("目前没有可以立即成交的部分", "Nothing of it would be filled at once")
        case .bundled: ("这是组合中的一项，不能单独修改", "It is a line of a bundle: it cannot be changed alone")
        case .alreadyApproved: ("已经批准过", "It has been approved already")
        case .notApproved: ("尚未批准", "It has not been approved yet")
        case .programmeNotLive: ("补贴方案尚未生效", "The programme is not in force")
        case .programmeExpired: ("补贴方案已经到期", "The programme has ended")
        case .notEligible: ("不符合补贴条件", "The conditions of the programme are not met")
        case .poolInsufficient: ("资金池余额不足", "The pool has not enough left")
        case .usageOutsideLease: ("用量报告超出租约或留下空档", "The usage report leaves the lease or a gap")
        case .usageExceedsQuota: ("用量超过租约额度", "The usage is above the quota of the lease")
        case .usageAlreadyReported: ("该时段的用量已经报过", "The usage of this stretch has been reported before")
        case .usageNotYetDue: ("该时段尚未结束", "This stretch is not over yet")
        case .leaseStillOwed: ("缺供时长不足，租约不能终止", "Too little was missed for the lease to end")
        case .nothingToClaim: ("没有可以申领的金额", "There is nothing to claim")
        case .nothingToClear: ("该范围没有可成交的需求与容量", "No demand in this scope could take any free capacity")
        case .allocationInfeasible:
            ("分配超出容量、数量或允许的配对", "The allocation exceeds capacity, quantity or the pairs allowed")
        case .proofWrong: ("分配的价值、上界或价格与其证明不符", "Welfare, bound or prices are not what the proof states")
        case .openOrdersTooMany: ("该机构的未结订单已达上限", "The firm has as many open orders as it may")
        case .priceOutsideCollar:
            ("价格超出参考价允许的区间", "The price is outside the band around the reference price")
        case .clockBackwards: ("时钟不能往回拨", "The clock cannot be moved back")
        case .clockNotManual: ("本交易所使用真实时钟", "This exchange is on the wall's clock")
        case .fundsInsufficient: ("可用资金不足", "There is not enough free money")
        case .unfilled: ("没有可成交的挂单", "No offer could fill it")
        case .bundleUnfilled: ("组合中有另一项无法成交", "Another line of the bundle could not be filled")
        case .notAllFillable: ("不能一次全部成交", "Not all of it could be filled at once")
        case .minimumNotMet: ("达不到最低成交量", "The minimum fill was not reached")
        case .related: ("双方存在关联关系", "The two parties are related")
        case .sameBeneficialOwner: ("双方受益所有人相同", "The two parties have one beneficial owner")
        case .wouldCrossBlock:
            ("剩余部分只会与受限对手成交，已撤销", "The residual would trade with a blocked party only and was cancelled")
        case .ownMoney: ("自有资金不足以承担该挂单", "Own money does not reach for this offer")
        case .noCancelPhase:
            ("批次即将开始，此阶段不能撤销、撤回或修改", "The batch is near: nothing is cancelled, withdrawn or amended now")
        case .frozen: ("该容量正在批次中冻结", "The capacity is frozen for a batch")
        case .halted: ("已暂停交易", "It stands still for now: matching is halted")
        case .withdrawn: ("供应方已撤回挂单", "The provider withdrew the offer")
        case .windowBegun: ("时间窗口已经开始", "The window has begun")
        case .demandExpired: ("需求已到有效期限", "The demand reached its time limit")
        case .lotExpired: ("算力券已经到期", "The voucher lot has expired")
        case .reserveEnded: ("资金池预留已经到期", "The reservation on the pool has ended")
        case .cancelledByOwner: ("由需求方撤销", "Cancelled by its owner")
        case .endedForMissedHours: ("因缺供时长过多由买方终止", "Ended by the buyer for missed hours")
        case .unreported: ("供应方逾期未报用量", "The provider did not report in time")
        case .solverFailed: ("批次求解失败，容量已全部释放", "The batch found no allocation and released everything")
        case .batchOverdue: ("批次未按时结束，容量已全部释放", "The batch was not closed in time and released everything")
        case .regionNotCovered: ("注册地不在补贴范围内", "The place of registration is not covered")
        case .sizeNotCovered: ("企业规模不在补贴范围内", "The size of the firm is not covered")
        case .sectorNotCovered: ("所属行业不在补贴范围内", "The sector is not covered")
        case .kindNotCovered: ("该类资源不在补贴范围内", "This kind of resource is not covered")
        case .foundingDateNotCovered: ("成立日期不在补贴范围内", "The founding date is not covered")
        case .attributeMissing: ("缺少所要求的资格", "A required qualification is missing")
        case .providerNotListed: ("供应方不在名单内", "The provider is not on the list")
        case .useNotCovered: ("该用途不在补贴范围内", "This use is not covered")
        case .contractTooEarly: ("合同签订日期过早", "The contract was signed too early")
        case .contractTooLong: ("合同期限过长", "The contract is too long")
        case .alreadyClaimed: ("该合同已经申领过", "The contract has been claimed before")
        case .belowMinimum: ("低于最低补贴金额", "The amount is below the minimum")
        case .capReached: ("已达补贴上限", "The cap has been reached")
        case .aboveReference:
            ("价格高于参考价，超出部分不计入补贴基数", "The price is above the reference price; what exceeds it is not eligible")
        case .busy: ("系统繁忙，请稍后重试", "Too many commands are waiting; try again shortly")
        case .unavailable: ("服务暂不可用，请用同一幂等键重试", "The service is not available; try again under the same key")
        case .intakeStopped: ("时钟异常，已暂停受理", "Intake is stopped until two persons confirm the clock")
        case .internalFault: ("内部错误，已记录", "An internal fault; it has been recorded")
        }
    }
}
