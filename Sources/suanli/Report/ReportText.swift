import Domain
import MarketStudies
import Persistence

/// The report as a person reads it, in Chinese and English, with bars where a figure wants to be seen.
struct ReportText {
    let market: MarketReport
    let explanation: Explanation
    let run: RunSummary

    var text: String {
        [
            title("市场报告 Market report"),
            line("记录 records", "\(market.sequence)"),
            counts("挂单 offers", market.offers), counts("需求 demands", market.demands),
            line("成交 fills", "\(market.fills)"),
            line("成交量 unit-hours", thousandths(market.filledUnitHours)),
            line("算力费 capacity", yuan(market.capacityFen)), line("传输费 transfer", yuan(market.transferFen)),
            line("  自有资金 own money", yuan(market.ownFen)), line("  算力券 vouchers", yuan(market.publicFen)),
            counts("券 lots", market.lots), line("  面值 face", yuan(market.lotFaceFen)),
            title("各区成交 Unit-hours by zone"), bars(market.fillsByZone.prefix(12).map { ($0.name, $0.count) }),
            title("未成交的原因 What alone kept demands unfilled (at record \(explanation.sequence))"), unfilled,
            title("交付 Delivery (unit-hours)"), bars(market.delivered.map { ($0.name, $0.count / 3_600) }),
            title("试算平衡 Trial balance (fen)"), trialBalance,
            title("资金池 Pools"), pools,
            title("拒绝的行 Rows refused"), refused,
            title("运行 Run"),
            line("耗时 seconds", "\(Int64(run.seconds * 10) / 10)"), line("每秒记录 records/s", "\(Int64(run.rate))"),
            line("峰值内存 peak memory", "\(run.peakMemoryBytes >> 20) MiB"), line("日志根 log root", run.head),
        ].joined(separator: "\n")
    }

    private func title(_ text: String) -> String { "\n== \(text)" }
    private func line(_ name: String, _ value: String) -> String { "   \(name): \(value)" }
    private func yuan(_ fen: Int64) -> String { "\(Money(fen: fen)) 元" }

    private func thousandths(_ milli: Int64) -> String {
        let rest = String(milli % 1_000)
        return "\(milli / 1_000).\(String(repeating: "0", count: 3 - rest.count))\(rest)"
    }

    private func counts(_ name: String, _ counts: [MarketReport.Count]) -> String {
        line(name, counts.map { "\($0.name) \($0.count)" }.joined(separator: ", "))
    }

    private func bars(_ values: [(String, Int64)]) -> String {
        let most = max(1, values.map(\.1).max() ?? 1)
        return values.map { name, value in
            let length = Int(value * 40 / most)
            return "   \(padded(name, 10)) \(String(repeating: "█", count: length)) \(thousandths(value))"
        }.joined(separator: "\n")
    }

    private var unfilled: String {
        let lines = explanation.byDimension.map { ($0.name, Int64($0.demands)) }
        let most = max(1, lines.map(\.1).max() ?? 1)
        let bars = lines.map { name, count in
            "   \(padded(name, 12)) \(String(repeating: "█", count: Int(count * 40 / most))) \(count)"
        }
        return (bars + ["   多项 several at once: \(explanation.causes.several) of \(explanation.causes.unfilled)"])
            .joined(separator: "\n")
    }

    private func padded(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }

    private var trialBalance: String {
        let lines = market.balances.map { "   \(padded($0.asset, 16)) \(padded($0.role, 12)) \($0.balance)" }
        let sums = Dictionary(grouping: market.balances, by: \.asset).mapValues { $0.reduce(0) { $0 + $1.balance } }
        let foots = sums.keys.sorted().map { "   \(padded($0, 16)) 合计 sum      \(sums[$0] ?? 0)" }
        return (lines + foots).joined(separator: "\n")
    }

    private var pools: String {
        market.pools.map {
            "   \($0.code) funder \($0.funder): 授权 authorised \(yuan($0.authorised)) = \(yuan($0.accounted))"
                + " \($0.holds ? "✓" : "✗")"
        }.joined(separator: "\n")
    }

    private var refused: String {
        run.refusedByCode.map {
            "   \($0.name): \($0.count), lines \($0.lines.map(String.init).joined(separator: ", ")) …"
        }
        .joined(separator: "\n")
    }
}
