import Domain

/// Bodies of requests that are right by themselves.
enum Bodies {
    static let start = "2026-11-25T00:00:00Z"
    nonisolated(unsafe) static let profile: [String: Any] = [
        "region": "beijing", "sector": "software", "staff": 40, "revenue_fen": 500_000_000, "assets_fen": 100_000_000,
        "founded": "2020-05-01", "attributes": ["start-up"],
    ]

    /// A firm whose credit code is made from a number.
    static func firm(_ number: Int, buys: Bool, provides: Bool) -> [String: Any] {
        [
            "form": "firm", "credit_code": creditCode(number), "name": "企业 \(number)", "profile": profile,
            "buys": buys, "provides": provides,
        ]
    }

    static func creditCode(_ number: Int) -> String {
        let digits = String(number)
        let body = "91110108" + String(repeating: "0", count: 9 - digits.count) + digits
        return (try? CreditCode(completing: body))?.text ?? ""
    }

    nonisolated(unsafe) static let person: [String: Any] = [
        "form": "person", "identity_number": "11010519491231002X", "name": "张三", "profile": profile, "buys": true,
        "provides": false,
    ]
    nonisolated(unsafe) static let zone: [String: Any] = [
        "code": "nation", "name": "全国", "name_english": "Nation", "level": "nation",
    ]
    nonisolated(unsafe) static let network: [String: Any] = [
        "links": [
            [
                "from": "zone-2", "to": "zone-3", "latency_microseconds": 20_000, "tariff_micro_yuan": 100_000,
                "tariff_kind": "charge",
            ]
        ]
    ]
    nonisolated(unsafe) static let conversion: [String: Any] = [
        "chips": [
            [
                "code": "a100", "architecture": "cuda", "origin": "foreign",
                "rates": [["precision": "fp16", "milli_teraflops": 312_000]],
            ],
            ["code": "ascend", "architecture": "cann", "origin": "domestic", "rates": [[String: Any]]()],
        ]
    ]
    nonisolated(unsafe) static let policy: [String: Any] = [
        "fee_basis_points": 100, "contest_hours": 72, "report_hours": 24, "missed_hours_to_end": 1,
        "price_rule": "listed",
    ]
    nonisolated(unsafe) static let instanceType: [String: Any] = [
        "code": "a100-8", "kind": "accelerator", "architecture": "cuda", "chip": "a100", "origin": "foreign",
        "chips_milli": 8_000, "chip_memory_bytes": 85_899_345_920, "vcpu_milli": 96_000,
        "memory_bytes": 1_099_511_627_776,
        "declared_rates": [["precision": "fp16", "milli_teraflops": 312_000]], "service": "bare",
        "interconnect": "nvlink", "stack": "pytorch", "compute_identifier": "cn-1",
    ]
    nonisolated(unsafe) static let deposit: [String: Any] = [
        "party": "party-1", "amount_fen": 100_000_000, "reference": "bank-1",
    ]
    nonisolated(unsafe) static let amount: [String: Any] = ["amount_fen": 1_000]
    nonisolated(unsafe) static let approval: [String: Any] = ["reference": "bank-payout"]
    nonisolated(unsafe) static let application: [String: Any] = ["planned_spend_fen": 1_000_000]
    nonisolated(unsafe) static let usage: [String: Any] = [
        "from": "2026-11-26T00:00:00Z", "until": "2026-11-26T01:00:00Z", "used_milli_seconds": 1_800_000,
        "idle_milli_seconds": 1_800_000,
    ]
    nonisolated(unsafe) static let clock: [String: Any] = ["to": start]

    nonisolated(unsafe) static let offer: [String: Any] = [
        "instance_type": "type-1", "zone": "zone-3",
        "schedule": [["from": "2026-11-26T00:00:00Z", "until": "2026-12-26T00:00:00Z", "quantity_milli": 8_000]],
        "lot_size_milli": 1_000, "shortest_term_hours": 1, "price": ["flat_micro_yuan": 20_000_000],
        "vat_percent": 6, "tier": "declared",
    ]
    nonisolated(unsafe) static let demand: [String: Any] = [
        "requirements": ["kind": "accelerator", "chips": ["a100"]], "quantity_milli": 2_000,
        "from": "2026-11-26T00:00:00Z", "until": "2026-11-26T02:00:00Z", "home": "zone-2",
        "limit_micro_yuan": 30_000_000,
    ]

    /// For hours that nobody asks for.
    nonisolated(unsafe) static let batch: [String: Any] = [
        "zone": "zone-1", "from": "2026-12-24T00:00:00Z", "until": "2026-12-24T03:00:00Z", "lot_milli": 1_000,
    ]

    /// A body with some members replaced.
    static func with(_ body: [String: Any], _ changes: [String: Any]) -> [String: Any] {
        body.merging(changes) { $1 }
    }

    /// A demand as the line of a bundle, unless its policy is wrong by itself.
    static func allOrNone(_ demand: [String: Any]) -> [String: Any] {
        var policy = demand["policy"] as? [String: Any] ?? [:]
        if policy["minimum_milli"] == nil { policy["all_or_none"] = true }
        if policy["time_in_force"] as? String == "immediate_or_cancel" { policy["time_in_force"] = nil }
        return with(demand, ["policy": policy])
    }

    static func without(_ body: [String: Any], _ name: String) -> [String: Any] { body.filter { $0.key != name } }
}
