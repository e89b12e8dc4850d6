import Wording

/// The fixed texts of the market page.
struct MarketWords {
    let title: String
    let lead: String
    let offers: String
    let demands: String
    let fills: String
    let parties: String
    let open: String
    let instanceType: String
    let chip: String
    let lowest: String
    let quantity: String
    let listings: String
    let empty: String
    let chart: String
    let price: String
    let unitNote: String
    let asOf: String
    let machine: String
    let other: String

    init(_ language: Language) {
        self = language == .zh ? .chinese : .english
    }

    private init(_ texts: [String]) {
        title = texts[0]
        lead = texts[1]
        offers = texts[2]
        demands = texts[3]
        fills = texts[4]
        parties = texts[5]
        open = texts[6]
        instanceType = texts[7]
        chip = texts[8]
        lowest = texts[9]
        quantity = texts[10]
        listings = texts[11]
        empty = texts[12]
        chart = texts[13]
        price = texts[14]
        unitNote = texts[15]
        asOf = texts[16]
        machine = texts[17]
        other = texts[18]
    }

    private static let english = MarketWords([
        "Suanli Exchange", "Compute capacity, traded in the open and paid with compute vouchers.", "Open offers",
        "Resting demands", "Fills", "Parties", "Open capacity by instance type", "Instance type", "Chip",
        "Lowest price", "Units free", "Offers", "No capacity is listed yet.", "Supply of", "yuan per unit-hour",
        "Prices in yuan per unit-hour, VAT included. Units free at the best hour.", "As of record",
        "For programs: the interface, the log's signed head", "中文",
    ])

    private static let chinese = MarketWords([
        "算力交易所", "算力公开交易，可用算力券支付。", "在售挂单", "挂起需求", "成交", "主体", "各实例类型的可用容量", "实例类型", "芯片", "最低价",
        "可用单位", "挂单数", "尚无容量挂单。", "供给曲线：", "元/单位·小时", "价格为元/单位·小时，含增值税。可用单位按最宽裕的一小时计。", "截至记录",
        "供程序使用：接口说明、日志签名头", "English",
    ])
}
