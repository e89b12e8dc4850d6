import Domain
import Foundation
import MarketStudies
import ProgrammeFiles
import Records
import Simulation
import Trading
import WebPages

/// A market's files, run under several rules, and the page and JSON of what came of it.
struct MarketStudy {
    let files: MarketFiles
    let tables: ReferenceTables
    let programmes: [ProgrammeFile]
    let start: Stamp
    let noticeHours: Int64
    let batchMinutes: Int64
    let rules: [PriceRule]
    let surgeCopies: Int
    let surgePatience: Int64
    let bandHours: Int64
    let seed: UInt64
    let progress: (String) -> Void

    /// - Parameter observe: told each run while its journal is at hand.
    func view(observe: (MarketRun, RunView) -> Void = { _, _ in }) async throws -> StudyView {
        let (commands, loader) = try await script()
        return try compare(commands, refused: files.refused + loader.refused, observe)
    }

    /// Inlined into an asynchronous function, this might end the compiler in a release build.
    @inline(never)
    private func compare(
        _ commands: [GeneratedCommand], refused rows: [RefusedRow], _ observe: (MarketRun, RunView) -> Void
    ) throws -> StudyView {
        var runs: [RunView] = []
        var curves: [CurveView] = []
        var policies: PoliciesView?
        for rule in rules {
            for lane in Lane.allCases {
                let run = run(commands, MarketVariant(rule: rule, lane: lane, batchMinutes: batchMinutes))
                if runs.isEmpty {
                    curves = PriceCurve.curves(of: run.market).map { CurveView($0) }
                    policies = HourBook(busiestOf: run.market).flatMap { PoliciesView($0, progress: progress) }
                }
                let view = RunView(run)
                observe(run, view)
                runs.append(view)
            }
        }
        let refused = Dictionary(grouping: rows) {
            "\(URL(filePath: $0.file).lastPathComponent) \($0.code)"
        }
        return StudyView(
            offers: files.file(.offers).path, demands: files.file(.demands).path,
            rowsRefused: refused.mapValues { Int64($0.count) }, noticeHours: noticeHours, batchMinutes: batchMinutes,
            runs: runs, curves: curves, policies: policies, surge: surge(commands), bands: try bands(commands))
    }

    private func surge(_ commands: [GeneratedCommand]) -> SurgeView? {
        guard let script = SurgeScript(commands, copies: surgeCopies), let home = script.homeZone else { return nil }
        let runs = script.reaches.map { reach in
            progress("surge within \(reach)")
            return SurgeRun(script, reach: reach, patience: surgePatience)
        }
        return SurgeView(
            home: home, demands: runs[0].demands, copies: Int64(surgeCopies), patienceHours: surgePatience,
            reaches: runs.map { ReachView($0) })
    }

    private func bands(_ commands: [GeneratedCommand]) throws -> BandView {
        let waiting = BandStudy.waiting(commands, hours: bandHours, seed: seed)
        let run = run(waiting, MarketVariant(rule: .listed, lane: .now))
        return BandView(try BandStudy(run.market), seed: seed, hoursLater: bandHours)
    }

    /// The files as commands, with the loader that wrote them.
    private func script() async throws -> (commands: [GeneratedCommand], loader: MarketLoader) {
        let desk = ScriptDesk()
        let loader = MarketLoader(desk: desk, tables: tables, files: files, start: start, progress: progress)
        loader.noticeHours = noticeHours
        let policy = MarketPolicy(
            fee: try BasisPoints(50), contestHours: 72, reportHours: 24, missedHoursToEnd: 24, priceRule: .listed)
        try await loader.open(policy: policy, programmes: programmes)
        try await loader.listOffers()
        try await loader.submitDemands { _ in }
        return (desk.commands, loader)
    }

    private func run(_ commands: [GeneratedCommand], _ variant: MarketVariant) -> MarketRun {
        let name = "\(variant.lane), \(variant.rule)"
        progress("\(name): begins")
        let run = MarketRun(commands, variant) { progress("\(name): \($0) demands") }
        progress("\(name): \(run.market.head.size) records")
        return run
    }
}

extension StudyView {
    /// Writes `report.html` and `report.json` into a folder, which is made.
    func write(into folder: String) throws {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted]
        try encoder.encode(self).write(to: URL(filePath: folder + "/report.json"))
        try Data(StudyPage(self).html.utf8).write(to: URL(filePath: folder + "/report.html"))
    }
}
