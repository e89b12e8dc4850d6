extension Wording {
    /// What an offer may fail a demand in, in a few words; the code itself where there are none.
    ///
    /// - Parameter code: the name of a dimension, as `priceLimit`.
    public static func dimension(_ code: String, _ language: Language) -> String {
        guard let words = dimensions[code] else { return code }
        return language == .zh ? words.zh : words.en
    }

    private static let dimensions: [String: (zh: String, en: String)] = [
        "kind": ("资源种类", "Kind of resource"),
        "chip": ("芯片", "Chip"),
        "architecture": ("架构", "Architecture"),
        "instanceType": ("实例类型", "Instance type"),
        "origin": ("芯片产地", "Chip origin"),
        "service": ("交付方式", "Kind of service"),
        "unitSize": ("单位规格", "Size of a unit"),
        "rate": ("芯片在该精度下的算力", "Rate of the chip at the precision"),
        "tier": ("核验等级", "Verification tier"),
        "buyerClass": ("买方类别", "Buyer class"),
        "zoneLevel": ("区域层级", "Reach from home"),
        "latency": ("时延", "Latency"),
        "capacity": ("容量", "Free capacity"),
        "term": ("最短租期", "Shortest term"),
        "lot": ("最小单位", "Lot size"),
        "priceLimit": ("限价", "Price limit"),
        "block": ("关联关系", "Related party"),
        "provider": ("单一供方", "One provider only"),
        "ownMoney": ("自有资金", "Own money"),
        "suspended": ("暂停", "Suspended"),
    ]
}
