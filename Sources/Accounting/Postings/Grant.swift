import Domain
import Records

extension [Posting] {
    /// A fill becomes quota: the provider's duty → the buyer's undelivered, in milli-unit-seconds.
    public static func grant(_ fill: Fill) -> [Posting] {
        [
            Posting(
                from: .duty(fill.lease, provider: fill.provider), to: .undelivered(fill.lease, buyer: fill.buyer),
                amount: fill.quotaWhole, cause: .grant, subject: .lease(fill.lease))
        ]
    }
}

extension Fill {
    /// Quantity × seconds of the window, in milli-unit-seconds: at most 10⁹ × 315,360,000 < 2⁶³.
    public var quotaWhole: Int64 { quantity.milli * window.seconds }
}
