extension Refusals {
    static func offer(_ changes: [String: Any]) -> [String: Any] { Bodies.with(later(Bodies.offer), changes) }
    static func demand(_ changes: [String: Any]) -> [String: Any] {
        Bodies.with(
            Bodies.with(Bodies.demand, ["from": "2026-12-10T00:00:00Z", "until": "2026-12-10T02:00:00Z"]), changes)
    }

    static func step(_ from: String, _ until: String, _ quantity: Int = 1_000) -> [String: Any] {
        ["from": "\(from)T00:00:00Z", "until": "\(until)T00:00:00Z", "quantity_milli": quantity]
    }

    static func later(_ body: [String: Any]) -> [String: Any] {
        Bodies.with(body, ["schedule": [step("2026-12-10", "2026-12-20")]])
    }

    nonisolated(unsafe) static let offers: [Refusal] = [
        Refusal(422, "unknown_value", "/v1/offers", \.provider, offer(["tier": "hearsay"])),
        Refusal(
            422, "value_out_of_range", "/v1/offers", \.provider, offer(["price": ["hour_of_week_micro_yuan": [1, 2]]])),
        Refusal(
            422, "time_invalid", "/v1/offers", \.provider,
            offer([
                "schedule": [
                    ["from": "2026-12-10T00:30:00Z", "until": "2026-12-11T00:00:00Z", "quantity_milli": 1_000]
                ]
            ])),
        Refusal(422, "identifier_invalid", "/v1/offers", \.provider, offer(["zone": "zone"])),
        Refusal(422, "symbol_invalid", "/v1/offers", \.provider, offer(["buyers": ["regions": ["!"]]])),
        Refusal(
            422, "window_inverted", "/v1/offers", \.provider, offer(["schedule": [step("2026-12-11", "2026-12-10")]])),
        Refusal(
            422, "window_too_long", "/v1/offers", \.provider, offer(["schedule": [step("2026-12-11", "2046-12-10")]])),
        Refusal(
            422, "quantity_not_positive", "/v1/offers", \.provider,
            offer(["schedule": [step("2026-12-10", "2026-12-11", 0)]])),
        Refusal(
            422, "quantity_too_large", "/v1/offers", \.provider,
            offer(["schedule": [step("2026-12-10", "2026-12-11", 1_000_000_001)]])),
        Refusal(422, "schedule_empty", "/v1/offers", \.provider, offer(["schedule": [Any]()])),
        Refusal(
            422, "schedule_disordered", "/v1/offers", \.provider,
            offer(["schedule": [step("2026-12-11", "2026-12-12"), step("2026-12-10", "2026-12-11")]])),
        Refusal(422, "price_not_positive", "/v1/offers", \.provider, offer(["price": ["flat_micro_yuan": 0]])),
        Refusal(422, "price_too_high", "/v1/offers", \.provider, offer(["price": ["flat_micro_yuan": 10_000_000_001]])),
        Refusal(422, "rate_out_of_range", "/v1/offers", \.provider, offer(["vat_percent": 101])),
        Refusal(422, "lot_size_not_whole", "/v1/offers", \.provider, offer(["lot_size_milli": 700])),
        Refusal(422, "term_too_long", "/v1/offers", \.provider, offer(["shortest_term_hours": 0])),
        Refusal(403, "not_admitted", "/v1/offers", \.outsideProvider, offer([:])),
        Refusal(403, "not_provider", "/v1/offers", \.pretender, offer([:])),
        Refusal(404, "unknown_instance_type", "/v1/offers", \.provider, offer(["instance_type": "type-999"])),
        Refusal(404, "unknown_zone", "/v1/offers", \.provider, offer(["zone": "zone-999"])),
        Refusal(404, "unknown_party", "/v1/offers", \.provider, offer(["buyers": ["members": ["party-999"]]])),
        Refusal(409, "window_past", "/v1/offers", \.provider, offer(["schedule": [step("2026-11-01", "2026-11-02")]])),
        Refusal(422, "identifier_invalid", "/v1/offers/offer-x/withdrawal", \.provider),
        Refusal(403, "not_admitted", "/v1/offers/offer-1/withdrawal", \.outsideProvider),
        Refusal(404, "unknown_offer", "/v1/offers/offer-999/withdrawal", \.provider),
        Refusal(403, "foreign_object", "/v1/offers/offer-1/withdrawal", \.secondProvider),
        Refusal(409, "already_closed", "/v1/offers/offer-3/withdrawal", \.provider),
    ]

    nonisolated(unsafe) static let demands: [Refusal] = [
        Refusal(422, "unknown_value", "/v1/demands", \.buyer, demand(["use": "mining"])),
        Refusal(
            422, "value_out_of_range", "/v1/demands", \.buyer,
            demand(["reach": ["level": "nation", "latency_microseconds_most": -1]])),
        Refusal(422, "time_invalid", "/v1/demands", \.buyer, demand(["from": "2026-12-10T00:00:00+08:00"])),
        Refusal(422, "identifier_invalid", "/v1/demands", \.buyer, demand(["home": "home"])),
        Refusal(422, "symbol_invalid", "/v1/demands", \.buyer, demand(["requirements": ["chips": ["A100"]]])),
        Refusal(422, "window_inverted", "/v1/demands", \.buyer, demand(["until": "2026-12-10T00:00:00Z"])),
        Refusal(422, "window_too_long", "/v1/demands", \.buyer, demand(["until": "2046-12-10T00:00:00Z"])),
        Refusal(422, "quantity_not_positive", "/v1/demands", \.buyer, demand(["quantity_milli": -1])),
        Refusal(422, "quantity_too_large", "/v1/demands", \.buyer, demand(["quantity_milli": 1_000_000_001])),
        Refusal(422, "price_not_positive", "/v1/demands", \.buyer, demand(["limit_micro_yuan": 0])),
        Refusal(422, "price_too_high", "/v1/demands", \.buyer, demand(["limit_micro_yuan": 10_000_000_001])),
        Refusal(
            422, "fill_policy_contradictory", "/v1/demands", \.buyer,
            demand(["policy": ["all_or_none": true, "minimum_milli": 1]])),
        Refusal(
            422, "minimum_fill_too_large", "/v1/demands", \.buyer, demand(["policy": ["minimum_milli": 2_001]])),
        Refusal(
            422, "requirements_too_many", "/v1/demands", \.buyer,
            demand(["requirements": ["chips": [String](repeating: "a100", count: 65)]])),
        Refusal(
            422, "lane_unsupported", "/v1/demands", \.buyer,
            demand(["lane": "batch", "policy": ["time_in_force": "immediate_or_cancel"]])),
        Refusal(
            422, "scu_not_in_batches", "/v1/demands", \.buyer,
            demand(["lane": "batch", "scu": ["precision": "fp16"]])),
        Refusal(422, "hours_outside_window", "/v1/demands", \.buyer, demand(["hours": 3])),
        Refusal(422, "least_piece_unfit", "/v1/demands", \.buyer, demand(["hours": 2, "least_piece_hours": 3])),
        Refusal(
            422, "hours_not_fixed", "/v1/demands", \.buyer, demand(["hours": 1, "scu": ["precision": "fp16"]])),
        Refusal(403, "not_admitted", "/v1/demands", \.outsider, demand([:])),
        Refusal(404, "unknown_zone", "/v1/demands", \.buyer, demand(["home": "zone-999"])),
        Refusal(404, "unknown_chip", "/v1/demands", \.buyer, demand(["requirements": ["chips": ["b100"]]])),
        Refusal(
            404, "unknown_instance_type", "/v1/demands", \.buyer,
            demand(["requirements": ["instance_types": ["type-999"]]])),
        Refusal(
            404, "unknown_programme", "/v1/demands", \.buyer, demand(["funding": ["programmes": ["programme-999"]]])),
        Refusal(
            409, "window_past", "/v1/demands", \.buyer,
            demand(["from": "2026-11-01T00:00:00Z", "until": "2026-11-01T01:00:00Z"])),
        Refusal(
            409, "expiry_past", "/v1/demands", \.buyer,
            demand(["policy": ["time_in_force": "good_till", "until": "2026-11-26T00:00:00Z"]])),
        Refusal(
            409, "funds_insufficient", "/v1/demands", \.buyer,
            demand(["quantity_milli": 1_000_000_000, "limit_micro_yuan": 10_000_000_000])),
        Refusal(422, "identifier_invalid", "/v1/demands/lot-1/cancellation", \.buyer),
        Refusal(403, "not_admitted", "/v1/demands/demand-1/cancellation", \.outsider),
        Refusal(404, "unknown_demand", "/v1/demands/demand-999/cancellation", \.buyer),
        Refusal(403, "foreign_object", "/v1/demands/demand-1/cancellation", \.secondBuyer),
        Refusal(409, "already_closed", "/v1/demands/demand-1/cancellation", \.buyer),
    ]

    /// What a demand would be refused for, its quote is refused for.
    static var quotes: [Refusal] {
        demands.filter { $0.target == "/v1/demands" }.map {
            Refusal($0.status, $0.code, "/v1/quotes", $0.key, $0.body)
        }
    }

    /// What a demand would be refused for, a bundle of it twice is refused for; batches take no bundle at all.
    static var bundles: [Refusal] {
        demands.filter { $0.target == "/v1/demands" && $0.code != "scu_not_in_batches" }.map {
            let line = Bodies.allOrNone($0.body ?? [:])
            let lines = [line, line]
            return Refusal($0.status, $0.code, "/v1/bundles", $0.key, ["lines": lines])
        }
    }

    /// What a bundle would be refused for, but for money, its preview is refused for.
    static var bundlePreviews: [Refusal] {
        bundles.filter { $0.code != "funds_insufficient" }.map {
            Refusal($0.status, $0.code, "/v1/bundles/preview", $0.key, $0.body)
        }
    }

    /// What a demand would be refused for, but for money, its preview is refused for.
    static var previews: [Refusal] {
        demands.filter { $0.target == "/v1/demands" && $0.code != "funds_insufficient" }.map {
            Refusal($0.status, $0.code, "/v1/demands/preview", $0.key, $0.body)
        }
    }
}
