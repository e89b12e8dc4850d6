import ArgumentParser
import Domain
import Foundation
import ProgrammeFiles

extension ReportCommand {
    /// `suanli report market`.
    struct Market: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Run a market's files under several rules and write a page that compares them. 市场对比报告",
            discussion: """
                Offers, demands and programmes are run in memory, with ledger and log but no database, once for each lane \
                and price rule. The folder gets report.html, one page with its pictures in Chinese and English, and \
                report.json, the same figures for programs. What it does is told on standard error.

                在内存中（含账本与日志，不用数据库）按每种通道和价格规则各运行一次挂单、需求和补贴方案。输出文件夹中的 \
                report.html 是中英双语、自带图表的网页，report.json 是同样的数字。进度显示在标准错误输出。
                """)

        @Option(help: "Offers (CSV, the columns of sample/offers.csv). 挂单文件")
        var offers: String?
        @Option(help: "Demands (CSV, the columns of sample/demands.csv). 需求文件")
        var demands: String?
        @Option(help: "A voucher programme (YAML); may be given several times. 补贴方案，可多次给出")
        var programme: [String] = []
        @Option(help: "The folder that gets report.html and report.json; it is made. 输出文件夹")
        var out: String
        @Option(help: "Price rules to compare: listed, resting, clearing. 要比较的价格规则")
        var rule: [PriceRuleOption] = [.listed, .clearing]
        @Option(help: "Whole hours from a demand to the earliest start of its window. 需求提交到窗口开始的最少整小时")
        var notice: Int64 = 1
        @Option(help: "Minutes between two batches of the nation. 全国批次的间隔（分钟）")
        var batchMinutes: Int64 = 15
        @Option(help: "How often each demand of the busiest hour comes in the surge. 激增时最忙一小时的需求重复的次数")
        var surgeCopies: Int = 1
        @Option(help: "Hours in which a buyer of the surge asks. 激增中买方持续询问的小时数")
        var surgePatience: Int64 = 48
        @Option(help: "Hours that windows are put off while bands of fill times are measured. 测量成交时间区间时窗口推迟的小时数")
        var bandHours: Int64 = 168
        @Option(help: "Seed of the order in which offers come then. 此时挂单到来次序的种子")
        var seed: UInt64 = 1
        @Option(help: "The day on which second 0 of the demands falls, as 2026-01-01. 需求第 0 秒所在日期")
        var asOf: String = "2026-01-01"
        @Option(help: "The folder with sample, migrations and openapi. 项目文件夹")
        var home: String = "."

        func validate() throws {
            guard (0...8_760).contains(notice), (2...1_440).contains(batchMinutes) else {
                throw ValidationError("--notice takes 0 to 8760, --batch-minutes 2 to 1440")
            }
            guard (1...1_000).contains(surgeCopies), (1...8_760).contains(surgePatience),
                (0...8_760).contains(bandHours)
            else {
                throw ValidationError("--surge-copies takes 1 to 1000, --surge-patience and --band-hours up to 8760")
            }
            guard Set(rule).count == rule.count, !rule.isEmpty else {
                throw ValidationError("--rule takes each price rule once")
            }
        }

        func run() async throws { try await inOneLine(write) }

        private func write() async throws {
            let sample = home + "/sample/"
            let paths = programme.isEmpty ? DemoRun.samplePrograms.map { sample + $0 } : programme
            let study = MarketStudy(
                files: try MarketFiles(
                    offers: offers ?? sample + "offers.csv", demands: demands ?? sample + "demands.csv"),
                tables: try ReferenceTables(folder: home + "/sample"), programmes: try ProgrammeFile.all(paths),
                start: ZoneClock.utc.midnight(of: try CivilDate(asOf: asOf)), noticeHours: notice,
                batchMinutes: batchMinutes, rules: rule.map(\.rule), surgeCopies: surgeCopies,
                surgePatience: surgePatience, bandHours: bandHours, seed: seed
            ) { text in
                FileHandle.standardError.write(Data("report: \(text)\n".utf8))
            }
            try await study.view().write(into: out)
            print("\(out)/report.html")
            print("\(out)/report.json")
        }
    }
}

enum PriceRuleOption: String, ExpressibleByArgument, CaseIterable {
    case listed
    case resting
    case clearing

    var rule: PriceRule {
        switch self {
        case .listed: .listed
        case .resting: .resting
        case .clearing: .clearing
        }
    }
}
