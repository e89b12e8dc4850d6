import Wording

/// The fixed texts of the study of a market.
enum StudyWord: CaseIterable {
    case title, lead, other, runs, measure, now, batch, listed, resting, clearing
    case accepted, refused, whole, partly, units, unitHours, wanted, welfare, buyers, providers, policyTariff
    case capacity, transfer, publicMoney, gross, net, median, p90, longest, batches, records, root
    case curves, supply, demand, accelerator, cpu, storage, network, price, quantity, curveNote
    case policies, policy, welfareByPolicy, unitsByLevel, value, ofNation, policyNote, book, demandsHere, offersHere
    case nation, hub, province, city, edge
    case surge, reach, share, filledByHour, hours, surgeNote
    case bands, rested, told, bandFilled, before, within, after, bandNote, seed
    case hubs, elsewhere, welfareByRun, ended, several, unfilled, sources, notes, tariffNote, clockNote

    func text(_ language: Language) -> String {
        let pair = texts
        return language == .zh ? pair.zh : pair.en
    }

    private var texts: (zh: String, en: String) {
        switch self {
        case .title: ("市场研究", "Study of a market")
        case .lead:
            (
                "同一批挂单与需求，在不同通道和价格规则下各运行一次，结果并列。",
                "The same offers and demands, run once under each lane and price rule, side by side."
            )
        case .other: ("English", "中文")
        case .runs: ("各次运行", "The runs")
        case .measure: ("指标", "Measure")
        case .now: ("即时", "now")
        case .batch: ("批次", "batch")
        case .listed: ("按挂单价", "listed")
        case .resting: ("按先到价", "resting")
        case .clearing: ("按出清价", "clearing")
        default: moreTexts
        }
    }

    private var moreTexts: (zh: String, en: String) {
        switch self {
        case .accepted: ("接受的需求", "Demands accepted")
        case .refused: ("拒绝的需求", "Demands refused")
        case .whole: ("全部成交的需求", "Demands filled whole")
        case .partly: ("部分成交的需求", "Demands filled in part")
        case .units: ("成交单位数", "Units filled")
        case .unitHours: ("成交单位·小时", "Unit-hours filled")
        case .wanted: ("占需求的比例", "Share of what was wanted")
        case .welfare: ("福利（元）", "Welfare (yuan)")
        case .buyers: ("其中买方所得（元）", "of it buyers' gain (yuan)")
        case .providers: ("其中供方所得（元）", "of it providers' gain (yuan)")
        case .policyTariff: ("政策费率，不在福利内（元）", "Policy tariff, no part of welfare (yuan)")
        case .capacity: ("算力费（元）", "Capacity lines (yuan)")
        case .transfer: ("传输费（元）", "Transfer lines (yuan)")
        case .publicMoney: ("公共资金（元）", "Public money (yuan)")
        case .gross: ("平均价格，补贴前（元/单位·小时）", "Average price before public money (yuan per unit-hour)")
        case .net: ("平均净价，补贴后（元/单位·小时）", "Average net price (yuan per unit-hour)")
        case .median: ("全部成交所用的市场时间，中位数", "Market time to be filled whole, median")
        case .p90: ("九成不超过", "nine in ten within")
        case .longest: ("最长", "the longest")
        case .batches: ("批次数", "Batches")
        case .records: ("日志记录", "Journal records")
        case .root: ("日志根", "Log root")
        default: pictureTexts
        }
    }

    private var pictureTexts: (zh: String, en: String) {
        switch self {
        case .curves: ("供需曲线", "Supply and demand")
        case .supply: ("供给", "Supply")
        case .demand: ("需求", "Demand")
        case .accelerator: ("加速卡实例", "Accelerators")
        case .cpu: ("CPU 实例", "CPU instances")
        case .storage: ("存储", "Storage")
        case .network: ("网络", "Network")
        case .price: ("元/单位·小时", "yuan per unit-hour")
        case .quantity: ("累计单位·小时", "unit-hours in all")
        case .curveNote:
            (
                "不分区域、芯片和规格：在有需求的时段内，某价格及更优价格的累计单位·小时。两轴均为对数刻度。",
                "Whatever zone, chip and size: unit-hours at a price or a better one, over the hours that are asked for. "
                    + "Both axes go by powers of ten."
            )
        case .hubs: ("各枢纽供给的成交单位·小时", "Unit-hours filled, by the hub that serves")
        case .elsewhere: ("枢纽之外", "In no hub")
        case .welfareByRun: ("各次运行的福利（元）", "Welfare by run (yuan)")
        case .ended: ("未被接受或未全部成交的需求", "Demands refused or not filled whole")
        case .several: ("须同时放宽多项", "Several at once")
        case .unfilled: ("单独放宽哪一项就会有可用挂单", "What alone, relaxed, would bring in an offer")
        case .sources: ("来源", "Sources")
        case .notes: ("说明", "Notes")
        case .tariffNote:
            (
                "福利 =（限价 − 要价 − 传输费率）× 数量 × 小时，对成交求和。政策费率只用于排序，无人支付。",
                "Welfare is the sum over the fills of (limit − ask − charge tariff) × quantity × hours. "
                    + "Policy tariffs only rank; nobody pays them."
            )
        case .clockNote:
            (
                "时间是市场时间。窗口最早在提交后若干整小时开始：", "Times are market time. Whole hours from a demand to its window's start: "
            )
        default: escalationTexts
        }
    }

    private var escalationTexts: (zh: String, en: String) {
        switch self {
        case .policies: ("同一订单簿在不同升级政策下的出清", "One book cleared under several escalation policies")
        case .policy: ("政策", "Policy")
        case .welfareByPolicy: ("各政策的福利（元，一小时）", "Welfare by policy (yuan, of the one hour)")
        case .unitsByLevel: ("各级成交单位数", "Units filled at each level")
        case .value: ("数值", "Value")
        case .ofNation: ("占全国一次出清", "Of one national clearing")
        case .policyNote:
            (
                "每一级同时出清其所有区域，剩余转到下一级；数值 = 福利减政策费率，即批次最大化的量。",
                "Each level clears all its zones at once and leaves the rest to the next. Value is welfare less policy tariff, "
                    + "which is what a batch maximises."
            )
        case .book: ("订单簿", "The book")
        case .demandsHere: ("条需求", "demands")
        case .offersHere: ("个挂单", "offers")
        case .nation: ("全国", "nation")
        case .hub: ("枢纽", "hub")
        case .province: ("省或集群", "province or cluster")
        case .city: ("城市", "city")
        case .edge: ("边缘站点", "edge site")
        default: surgeTexts
        }
    }

    private var surgeTexts: (zh: String, en: String) {
        switch self {
        case .surge: ("一地需求激增，由别处的空闲容量吸收", "A burst in one city, absorbed by idle capacity elsewhere")
        case .reach: ("可用范围", "Reach")
        case .share: ("成交的比例", "Share filled")
        case .filledByHour: ("各小时末已成交的需求", "Demands filled by the end of each hour")
        case .hours: ("小时", "hours")
        case .surgeNote:
            (
                "文件中最忙一小时的需求集中到一地；买方立即要整笔，未成交则每小时再要一次。",
                "The demands of the busiest hour, all in one place; each asks for all of it at once, and again every hour where "
                    + "it gets nothing."
            )
        case .bands: ("成交时间区间的命中率", "How often the band of fill times holds")
        case .rested: ("挂起的需求", "Demands that came to rest")
        case .told: ("其中给出了区间", "of them told a band")
        case .bandFilled: ("其中全部成交", "of those filled whole")
        case .before: ("早于区间", "before the band")
        case .within: ("在区间内（应约为 80 %）", "within it (it says about 80 %)")
        case .after: ("晚于区间", "after it")
        case .bandNote:
            (
                "挂单按抽取的次序在需求之间逐个到来，窗口推迟：",
                "The offers come one by one among the demands, in drawn order; windows begin later by"
            )
        case .seed: ("种子", "seed")
        default: ("", "")
        }
    }
}
