import Foundation
import MarketStudies
import Persistence

/// The same report for programs: one JSON object, keys sorted.
struct ReportJSON {
    let market: MarketReport
    let explanation: Explanation
    let run: RunSummary

    var text: String {
        get throws {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .prettyPrinted]
            return String(decoding: try encoder.encode(Body(market, explanation, run)), as: UTF8.self)
        }
    }

    private struct Body: Encodable {
        let sequence: Int64
        let offers: [String: Int64]
        let demands: [String: Int64]
        let fills: Int64
        let filledMilliUnitHours: Int64
        let capacityFen: Int64
        let transferFen: Int64
        let ownFen: Int64
        let voucherFen: Int64
        let lots: [String: Int64]
        let lotFaceFen: Int64
        let unfilledAtSequence: Int64
        let unfilled: Int
        let unfilledByDimensionAlone: [String: Int]
        let unfilledBySeveral: Int
        let delivered: [String: Int64]
        let trialBalance: [Balance]
        let pools: [Pool]
        let recordsRefused: [String: Int64]
        let rowsRefused: [RefusedGroup]
        let logRoot: String
        let recordsPerSecond: Double
        let seconds: Double
        let peakMemoryBytes: Int64

        init(_ market: MarketReport, _ explanation: Explanation, _ run: RunSummary) {
            func table(_ counts: [MarketReport.Count]) -> [String: Int64] {
                Dictionary(counts.map { ($0.name, $0.count) }, uniquingKeysWith: +)
            }
            sequence = market.sequence
            offers = table(market.offers)
            demands = table(market.demands)
            fills = market.fills
            filledMilliUnitHours = market.filledUnitHours
            (capacityFen, transferFen) = (market.capacityFen, market.transferFen)
            (ownFen, voucherFen) = (market.ownFen, market.publicFen)
            lots = table(market.lots)
            lotFaceFen = market.lotFaceFen
            unfilledAtSequence = explanation.sequence
            unfilled = explanation.causes.unfilled
            unfilledByDimensionAlone = Dictionary(
                explanation.byDimension.map { ($0.name, $0.demands) }, uniquingKeysWith: +)
            unfilledBySeveral = explanation.causes.several
            delivered = table(market.delivered)
            trialBalance = market.balances.map { Balance(asset: $0.asset, role: $0.role, balance: $0.balance) }
            pools = market.pools.map {
                Pool(programme: $0.code, funder: $0.funder, authorised: $0.authorised, accounted: $0.accounted)
            }
            recordsRefused = table(market.refusals)
            rowsRefused = run.refusedByCode.map { RefusedGroup(code: $0.name, count: $0.count, lines: $0.lines) }
            logRoot = run.head
            recordsPerSecond = run.rate
            seconds = run.seconds
            peakMemoryBytes = run.peakMemoryBytes
        }
    }

    private struct Balance: Encodable {
        let asset: String
        let role: String
        let balance: Int64
    }

    private struct Pool: Encodable {
        let programme: String
        let funder: Int64
        let authorised: Int64
        let accounted: Int64
    }

    private struct RefusedGroup: Encodable {
        let code: String
        let count: Int
        let lines: [Int]
    }
}
