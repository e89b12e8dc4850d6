import Domain
import ExchangeAPI

/// What the rounds of the policy would clear: the values that the page and the command line show.
public struct RoundsView: Sendable {
    /// The record that it reflects.
    public let sequence: Int64
    /// In order of the policy.
    public let rounds: [BatchIndicationResource]
    /// Rounds that are not shown.
    public let leftOut: Int
    /// Names of zones and, of offers, what they are of; what is not named is shown by its identifier.
    public let zones: [ZoneID: String]
    public let offers: [OfferID: String]
    /// Rows of a batch that are shown.
    static let mostRows = 100

    public init(
        sequence: Int64, rounds: [BatchIndicationResource], leftOut: Int = 0, zones: [ZoneID: String] = [:],
        offers: [OfferID: String] = [:]
    ) {
        self.sequence = sequence
        self.rounds = rounds
        self.leftOut = leftOut
        self.zones = zones
        self.offers = offers
    }
}

/// What a batch would sell of an offer in hours that no member's window divides, as texts.
struct SoldRow {
    let offer: String
    let type: String
    let hours: String
    let ask: String
    let shadow: String
    let price: String
    let volume: String

    init(_ body: IndicatedOfferBody, _ view: RoundsView) {
        let hours = body.until.hour - body.from.hour
        offer = "\(body.offer)"
        type = view.offers[body.offer] ?? "–"
        self.hours = Self.span(body.from, body.until)
        ask = Figures.yuan(body.askSumMicroYuan / hours)
        shadow = Figures.yuan(body.shadowPriceMicroYuan)
        price = Figures.yuan(body.priceSumMicroYuan / hours)
        volume = "\(Figures.units(body.volumeMilli)) / \(Figures.units(body.capacityMilli))"
    }

    var cells: [String] { [offer, type, hours, ask, shadow, price, volume] }

    /// As `2026-12-12T00Z → 2026-12-12T05Z`.
    static func span(_ from: WholeHour, _ until: WholeHour) -> String { "\(text(from)) → \(text(until))" }

    private static func text(_ hour: WholeHour) -> String {
        String(Instant.text(of: Stamp(hour: hour.hour)).prefix(13)) + "Z"
    }
}

extension IndicatedBatchBody {
    /// What would be sold.
    func rows(_ view: RoundsView) -> [SoldRow] {
        offers.filter { $0.volumeMilli > 0 }.map { SoldRow($0, view) }
    }
}
