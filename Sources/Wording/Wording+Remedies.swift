/// A term of a demand that another value of would fill it.
public enum ChangedTerm: String, CaseIterable, Sendable {
    case limit
    case window
    case latency
    case level
    case quantity
    case kind
    case chip
    case architecture
    case instanceType
    case origin
    case service
    case unitSize
    case tier
    case precision
    case tolerance
}

extension Wording {
    /// What to change, in one sentence without a full stop; the values are in the demand beside it.
    public static func sentence(changing terms: [ChangedTerm], _ language: Language) -> String {
        terms.map { language == .zh ? advice($0).zh : advice($0).en }
            .joined(separator: language == .zh ? "，并" : "; ")
    }

    /// Whether all lines of a bundle would be filled, in one sentence without a full stop.
    ///
    /// - Parameter position: the line that would not, from 0.
    public static func sentence(shortLine position: Int?, _ language: Language) -> String {
        guard let position else {
            return language == .zh ? "组合各行均可成交" : "All lines of the bundle would be filled"
        }
        let line = position + 1
        return language == .zh
            ? "组合第 \(line) 行无法全部成交，故各行均不成交"
            : "Line \(line) of the bundle would not be filled, so none would"
    }

    private static func advice(_ term: ChangedTerm) -> (zh: String, en: String) {
        switch term {
        case .limit: ("提高限价", "Raise the limit")
        case .window: ("换一个时间窗口", "Take another window")
        case .latency: ("放宽时延上限", "Allow a longer latency")
        case .level: ("扩大可用区域的层级", "Reach wider from home")
        case .quantity: ("减少数量", "Ask for less")
        case .kind: ("不限资源种类", "Take any kind of resource")
        case .chip: ("接受其他芯片", "Accept other chips")
        case .architecture: ("接受其他架构", "Accept other architectures")
        case .instanceType: ("接受其他实例类型", "Accept other instance types")
        case .origin: ("不限芯片产地", "Accept chips of any origin")
        case .service: ("接受其他交付方式", "Accept other kinds of service")
        case .unitSize: ("接受更小的单位", "Accept smaller units")
        case .tier: ("接受较低的核验等级", "Accept a lower verification tier")
        case .precision: ("换一种计算精度", "Count at another precision")
        case .tolerance: ("放宽数量的允许偏差", "Allow a wider tolerance of the quantity")
        }
    }
}
