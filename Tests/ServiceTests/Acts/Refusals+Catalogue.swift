extension Refusals {
    static func zone(_ changes: [String: Any]) -> [String: Any] {
        Bodies.with(
            ["code": "east", "name": "东", "name_english": "East", "level": "hub", "parent": "zone-1"], changes)
    }

    static func link(_ changes: [String: Any]) -> [String: Any] {
        let link = (Bodies.network["links"] as? [[String: Any]])?[0] ?? [:]
        return ["links": [Bodies.with(link, changes)]]
    }

    static func type(_ changes: [String: Any]) -> [String: Any] {
        Bodies.with(Bodies.with(Bodies.instanceType, ["code": "other"]), changes)
    }

    nonisolated(unsafe) static let catalogue: [Refusal] = [
        Refusal(422, "unknown_value", "/v1/zones", \.operator, zone(["level": "planet"])),
        Refusal(422, "symbol_invalid", "/v1/zones", \.operator, zone(["code": "EAST"])),
        Refusal(422, "label_invalid", "/v1/zones", \.operator, zone(["name": ""])),
        Refusal(422, "identifier_invalid", "/v1/zones", \.operator, zone(["parent": "zone-x"])),
        Refusal(422, "identifier_invalid", "/v1/zones", \.operator, zone(["level": "nation"])),
        Refusal(409, "already_exists", "/v1/zones", \.operator, zone(["code": "west"])),
        Refusal(404, "unknown_zone", "/v1/zones", \.operator, zone(["parent": "zone-999"])),
        Refusal(422, "unknown_value", "/v1/network", \.operator, link(["tariff_kind": "gift"])),
        Refusal(422, "value_out_of_range", "/v1/network", \.operator, link(["latency_microseconds": -1])),
        Refusal(422, "identifier_invalid", "/v1/network", \.operator, link(["from": "zone-01"])),
        Refusal(422, "price_not_positive", "/v1/network", \.operator, link(["tariff_micro_yuan": -1])),
        Refusal(422, "price_too_high", "/v1/network", \.operator, link(["tariff_micro_yuan": 10_000_000_001])),
        Refusal(404, "unknown_zone", "/v1/network", \.operator, link(["from": "zone-999"])),
        Refusal(
            409, "already_exists", "/v1/network", \.operator,
            ["links": [[String: Any]](repeating: (Bodies.network["links"] as? [[String: Any]])?[0] ?? [:], count: 2)]),
        Refusal(
            422, "unknown_value", "/v1/conversion", \.operator,
            ["chips": [["code": "x", "architecture": "y", "origin": "mars", "rates": [Any]()]]]),
        Refusal(
            422, "value_out_of_range", "/v1/conversion", \.operator,
            [
                "chips": [
                    [
                        "code": "x", "architecture": "y", "origin": "foreign",
                        "rates": [["precision": "fp16", "milli_teraflops": 0]],
                    ]
                ]
            ]),
        Refusal(
            422, "symbol_invalid", "/v1/conversion", \.operator,
            ["chips": [["code": "X", "architecture": "y", "origin": "foreign", "rates": [Any]()]]]),
        Refusal(
            409, "already_exists", "/v1/conversion", \.operator,
            [
                "chips": [[String: Any]](
                    repeating: ["code": "x", "architecture": "y", "origin": "foreign", "rates": [Any]()], count: 2)
            ]),
        Refusal(422, "unknown_value", "/v1/policy", \.operator, Bodies.with(Bodies.policy, ["price_rule": "guess"])),
        Refusal(422, "value_out_of_range", "/v1/policy", \.operator, Bodies.with(Bodies.policy, ["contest_hours": -1])),
        Refusal(
            422, "rate_out_of_range", "/v1/policy", \.operator, Bodies.with(Bodies.policy, ["fee_basis_points": 10_001])
        ),
        Refusal(
            409, "already_exists", "/v1/policy", \.operator, Bodies.with(Bodies.policy, ["price_rule": "resting"])),
        Refusal(422, "unknown_value", "/v1/instance-types", \.operator, type(["kind": "abacus"])),
        Refusal(422, "value_out_of_range", "/v1/instance-types", \.operator, type(["chips_milli": -1])),
        Refusal(422, "symbol_invalid", "/v1/instance-types", \.operator, type(["code": "-"])),
        Refusal(409, "already_exists", "/v1/instance-types", \.operator, Bodies.instanceType),
        Refusal(404, "unknown_chip", "/v1/instance-types", \.provider, type(["chip": "b100"])),
        Refusal(
            409, "rate_above_dense", "/v1/instance-types", \.provider,
            type(["declared_rates": [["precision": "fp16", "milli_teraflops": 624_000]]])),
        Refusal(422, "time_invalid", "/v1/clock", \.operator, ["to": "2026-11-25 00:00"]),
        Refusal(409, "clock_backwards", "/v1/clock", \.operator, Bodies.clock),
    ]
}
