import Wording

extension DoorProblem {
    /// What a person reads. `Wording` has the sentences of the exchange; these are the door's.
    public func sentence(_ language: Language) -> String {
        switch language {
        case .zh: chinese
        case .en: english
        }
    }

    private var english: String {
        switch self {
        case .routeUnknown: "There is nothing at this address; /openapi.json lists what there is."
        case .methodNotAllowed: "This address does not answer to this method; the Allow header lists those it does."
        case .keyMissing: "A key is needed: send the header Authorization: Bearer sk_…"
        case .keyInvalid: "This key is not known, or it was revoked."
        case .queryInvalid: "A query parameter is unknown, given twice, or not of its form."
        case .cursorInvalid: "This cursor was not given out by this list; begin without one."
        case .idempotencyKeyMissing: "This request needs the header Idempotency-Key, so that it can be repeated safely."
        case .idempotencyKeyInvalid: "An Idempotency-Key is 1 to 128 visible ASCII characters."
        case .mediaTypeUnsupported: "Send the body as application/json."
        case .bodyTooLarge: "The body is larger than this service takes."
        case .bodyTimeout: "The body did not arrive in time."
        case .bodyUnexpected: "This request takes no body."
        case .malformedJSON: "The body is not JSON."
        case .invalidUTF8: "The body is not UTF-8."
        case .nulInString: "A text contains the character NUL, which cannot be stored."
        case .duplicateMember: "An object has the same member twice."
        case .nestedTooDeeply: "The body is nested more than 16 levels deep."
        case .tooManyMembers: "An object has more than 64 members."
        case .numberNotInteger: "A number has a fraction or an exponent; all numbers here are whole."
        case .numberOutOfRange: "A number does not fit 64 bits."
        case .unknownMember: "The body has a member that this request does not know."
        case .missingMember: "The body lacks a member that this request needs."
        case .wrongType: "A value is of another type than the one expected."
        case .unknownValue: "A value is not one of those allowed here."
        case .valueOutOfRange: "A value is outside its bounds."
        case .timeInvalid: "A time is written in UTC as 2026-11-25T08:00:00Z; an hour, on the hour."
        case .keyConflict: "This Idempotency-Key was used for another request; use a new one."
        case .unknownAccount: "There is no such account, or it is not yours."
        case .unknownRecord: "The log has no such record yet."
        case .sequenceNotReached: "The state asked for by at_least has not been reached yet; try again."
        case .notReady: "The exchange is starting or recovering; try again soon."
        case .askedTooOften: "Your firm has asked too often in this minute; try again in the next."
        }
    }

    private var chinese: String {
        switch self {
        case .routeUnknown: "此地址不存在；可用地址见 /openapi.json。"
        case .methodNotAllowed: "此地址不支持该方法；支持的方法见 Allow 标头。"
        case .keyMissing: "需要密钥：请发送标头 Authorization: Bearer sk_…"
        case .keyInvalid: "密钥不存在或已吊销。"
        case .queryInvalid: "查询参数未知、重复或格式不符。"
        case .cursorInvalid: "该游标不是由此列表给出的；请不带游标重新开始。"
        case .idempotencyKeyMissing: "此请求需要标头 Idempotency-Key，以便安全重试。"
        case .idempotencyKeyInvalid: "Idempotency-Key 应为 1 至 128 个可见 ASCII 字符。"
        case .mediaTypeUnsupported: "请以 application/json 发送请求体。"
        case .bodyTooLarge: "请求体超过本服务的上限。"
        case .bodyTimeout: "请求体未按时到达。"
        case .bodyUnexpected: "此请求不接受请求体。"
        case .malformedJSON: "请求体不是 JSON。"
        case .invalidUTF8: "请求体不是 UTF-8。"
        case .nulInString: "文本含有无法保存的 NUL 字符。"
        case .duplicateMember: "同一对象中有重复的成员。"
        case .nestedTooDeeply: "请求体嵌套超过 16 层。"
        case .tooManyMembers: "一个对象的成员超过 64 个。"
        case .numberNotInteger: "数字带有小数或指数；此处的数字均为整数。"
        case .numberOutOfRange: "数字超出 64 位。"
        case .unknownMember: "请求体含有此请求不认识的成员。"
        case .missingMember: "请求体缺少必需的成员。"
        case .wrongType: "值的类型与预期不符。"
        case .unknownValue: "值不在允许的范围之列。"
        case .valueOutOfRange: "值超出界限。"
        case .timeInvalid: "时间须为 UTC，写作 2026-11-25T08:00:00Z；整点须为整小时。"
        case .keyConflict: "此 Idempotency-Key 已用于另一请求；请换用新的。"
        case .unknownAccount: "账户不存在，或不属于您。"
        case .unknownRecord: "日志中尚无此记录。"
        case .sequenceNotReached: "at_least 所要求的状态尚未达到；请稍后重试。"
        case .notReady: "交易所正在启动或恢复；请稍后重试。"
        case .askedTooOften: "贵机构本分钟内的询问次数已满；请下一分钟再试。"
        }
    }
}
