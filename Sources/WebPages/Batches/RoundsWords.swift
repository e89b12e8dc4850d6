import Wording

/// The fixed texts of what the rounds would clear.
enum RoundsWord: CaseIterable {
    case title, lead, market, noRounds, nothing, nothingSold, next, stays, called, toCome, members, wanted, filled
    case unfilled, welfare, bound, unfinished, moreRounds, offer, instanceType, hours, ask, shadow, price, sold, units,
        more, asOf
    case lot

    func text(_ language: Language) -> String {
        let (chinese, english) = texts
        return language == .zh ? chinese : english
    }

    private var texts: (chinese: String, english: String) {
        switch self {
        case .title: ("下一批次的指示价格", "Indicative prices of the next batches")
        case .lead:
            (
                "若各批次现在按现有需求与容量出清，结果如下；尚未成交，出清前仍会变化。",
                "What each batch would come to if it cleared now. Nothing is traded, and it changes until the round."
            )
        case .market: ("市场", "The market")
        case .noRounds: ("批次政策没有轮次。", "The policy of batches has no rounds.")
        case .nothing: ("现在没有可出清的需求。", "There is nothing to clear now.")
        case .nothingSold: ("没有可成交的需求。", "Nothing would be sold.")
        case .next: ("下一轮", "Next round")
        case .stays: ("不可撤单时段始于", "Nobody leaves from")
        case .called: ("已冻结", "frozen")
        case .toCome: ("待召集", "to be called")
        case .members: ("参与需求", "Demands")
        case .wanted: ("需求量", "Wanted")
        case .filled: ("可成交", "Filled")
        case .unfilled: ("未成交", "Unfilled")
        case .welfare: ("福利（微元·手）", "Welfare (micro-yuan × lots)")
        case .bound: ("可证上界", "Proven bound")
        case .unfinished: ("步数上限先到，或有更优分配。", "The bound on the steps came first: there may be better.")
        case .offer: ("挂单", "Offer")
        case .instanceType: ("实例类型", "Instance type")
        case .hours: ("时段（UTC）", "Hours (UTC)")
        case .ask: ("要价", "Ask")
        case .shadow: ("影子价格", "Shadow price")
        case .price: ("指示价格", "Indicative price")
        case .sold: ("成交量 / 容量", "Sold / capacity")
        case .units:
            (
                "价格为元/单位·小时，含增值税，按时段平均，不含传输费。",
                "Prices in yuan per unit-hour, VAT included, means over the hours, without transfer."
            )
        case .more: ("其余从略，行数：", "Rows left out:")
        case .moreRounds: ("其余轮次从略：", "Rounds left out:")
        case .asOf: ("截至记录", "As of record")
        case .lot: ("每手", "lots of")
        }
    }
}
