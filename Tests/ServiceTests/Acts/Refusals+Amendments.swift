extension Refusals {
    /// More than there is: what it gets, the two offers then have sold.
    nonisolated(unsafe) static let partlyFilled = demand([
        "quantity_milli": 20_000, "policy": ["minimum_milli": 2_000],
    ])

    private static func amendment(
        _ status: Int, _ code: String, _ body: [String: Any],
        _ key: KeyPath<TestExchange.Keys, String> = \.provider, offer: String = "offer-1"
    ) -> Refusal {
        Refusal(status, code, "/v1/offers/\(offer)/amendments", key, body)
    }

    private static func schedule(_ steps: [String: Any]...) -> [String: Any] { ["schedule": steps] }
    private static func price(_ price: Int) -> [String: Any] { ["price": ["flat_micro_yuan": price]] }

    nonisolated(unsafe) static let offerAmendments: [Refusal] = [
        amendment(422, "missing_member", [:]),
        amendment(422, "value_out_of_range", ["price": ["hour_of_week_micro_yuan": [1, 2]]]),
        amendment(
            422, "time_invalid",
            schedule(["from": "2026-12-10T00:30:00Z", "until": "2026-12-11T00:00:00Z", "quantity_milli": 1_000])),
        amendment(422, "window_inverted", schedule(step("2026-12-11", "2026-12-10"))),
        amendment(422, "window_too_long", schedule(step("2026-12-11", "2046-12-10"))),
        amendment(422, "quantity_not_positive", schedule(step("2026-12-10", "2026-12-11", 0))),
        amendment(422, "quantity_too_large", schedule(step("2026-12-10", "2026-12-11", 1_000_000_001))),
        amendment(422, "schedule_empty", ["schedule": [Any]()]),
        amendment(
            422, "schedule_disordered", schedule(step("2026-12-11", "2026-12-12"), step("2026-12-10", "2026-12-11"))),
        amendment(422, "price_not_positive", price(0)),
        amendment(422, "price_too_high", price(10_000_000_001)),
        amendment(422, "lot_size_not_whole", schedule(step("2026-11-26", "2026-12-26", 8_500))),
        amendment(403, "not_admitted", price(1), \.outsideProvider),
        amendment(404, "unknown_offer", price(1), offer: "offer-999"),
        amendment(403, "foreign_object", price(1), \.secondProvider),
        amendment(409, "window_past", schedule(step("2026-11-26", "2026-11-28", 8_000))),
        amendment(409, "already_closed", price(1), offer: "offer-4"),
        amendment(409, "capacity_sold", schedule(step("2026-11-26", "2026-12-26"))),
        amendment(409, "nothing_changed", price(20_000_000)),
        Refusal(422, "identifier_invalid", "/v1/withdrawals", \.provider, ["zone": "zone"]),
        Refusal(403, "not_admitted", "/v1/withdrawals", \.outsideProvider, [:]),
        Refusal(404, "unknown_zone", "/v1/withdrawals", \.provider, ["zone": "zone-999"]),
        Refusal(404, "unknown_instance_type", "/v1/withdrawals", \.provider, ["instance_type": "type-999"]),
    ]

    private static func amendment(
        _ status: Int, _ code: String, _ body: [String: Any], _ key: KeyPath<TestExchange.Keys, String> = \.buyer,
        demand: String
    ) -> Refusal {
        Refusal(status, code, "/v1/demands/\(demand)/amendments", key, body)
    }

    nonisolated(unsafe) static let demandAmendments: [Refusal] = [
        amendment(422, "missing_member", [:], demand: "demand-7"),
        amendment(422, "missing_member", ["time_in_force": "good_till"], demand: "demand-7"),
        amendment(422, "unknown_member", ["until": "2026-12-09T00:00:00Z"], demand: "demand-7"),
        amendment(422, "unknown_value", ["time_in_force": "for_ever"], demand: "demand-7"),
        amendment(422, "time_invalid", ["time_in_force": "good_till", "until": "tomorrow"], demand: "demand-7"),
        amendment(422, "quantity_not_positive", ["quantity_milli": 0], demand: "demand-7"),
        amendment(422, "quantity_too_large", ["quantity_milli": 1_000_000_001], demand: "demand-7"),
        amendment(422, "price_not_positive", ["limit_micro_yuan": 0], demand: "demand-7"),
        amendment(422, "price_too_high", ["limit_micro_yuan": 10_000_000_001], demand: "demand-7"),
        amendment(
            422, "fill_policy_contradictory", ["time_in_force": "immediate_or_cancel"], demand: "demand-7"),
        amendment(422, "minimum_fill_too_large", ["quantity_milli": 1_000], demand: "demand-7"),
        amendment(403, "not_admitted", ["quantity_milli": 1_000], \.outsider, demand: "demand-7"),
        amendment(404, "unknown_demand", ["quantity_milli": 1_000], demand: "demand-999"),
        amendment(403, "foreign_object", ["quantity_milli": 1_000], \.secondBuyer, demand: "demand-7"),
        amendment(
            409, "expiry_past", ["time_in_force": "good_till", "until": "2026-11-26T00:00:00Z"], demand: "demand-7"),
        amendment(409, "already_closed", ["quantity_milli": 1_000], demand: "demand-1"),
        amendment(409, "quantity_below_filled", ["quantity_milli": 2_000], demand: "demand-7"),
        amendment(409, "nothing_changed", ["quantity_milli": 20_000], demand: "demand-7"),
        amendment(
            409, "funds_insufficient", ["quantity_milli": 1_000_000_000, "limit_micro_yuan": 10_000_000_000],
            demand: "demand-7"),
        Refusal(422, "identifier_invalid", "/v1/cancellations", \.buyer, ["instance_type": "zone-1"]),
        Refusal(403, "not_admitted", "/v1/cancellations", \.outsider, [:]),
        Refusal(404, "unknown_zone", "/v1/cancellations", \.buyer, ["zone": "zone-999"]),
        Refusal(404, "unknown_instance_type", "/v1/cancellations", \.buyer, ["instance_type": "type-999"]),
    ]
}
