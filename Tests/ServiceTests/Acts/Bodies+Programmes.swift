extension Bodies {
    /// Half of the price off, for software firms of Beijing.
    nonisolated(unsafe) static let programme: [String: Any] = [
        "code": "spring", "title": "春雨算力券", "title_english": "Spring vouchers",
        "sources": [["text": "made up for tests", "confidence": "m"]], "mode": "deduct",
        "effective_from": "2026-01-01", "effective_through": "2027-12-31",
        "funders": [
            ["name": "市", "level": "city", "share_basis_points": 6_000],
            ["name": "区", "level": "district", "share_basis_points": 4_000],
        ],
        "eligibility": [["id": "in-beijing", "region": ["beijing"]]], "base_kinds": ["accelerator"],
        "base_includes_vat": true, "reference_tolerance_basis_points": 1_000,
        "rates": [["id": "half", "rate_basis_points": 5_000]],
        "caps": [["id": "yearly", "scope": "calendar_year", "amount_fen": 5_000_000, "counts_at": "fill"]],
        "validity": ["days": 10], "use_by": "delivery", "breakage_to": "available", "minimum_fen": 1,
        "rounding": ["unit_fen": 1, "rule": "down"], "reserve_for_hours": 24, "higher_of": false,
        "one_claim_per_contract": false,
    ]

    /// Every member that the first leaves out.
    nonisolated(unsafe) static let elaborate: [String: Any] = with(
        programme,
        [
            "code": "winter", "mode": "post_use",
            "clock": [["from": "1970-01-01T00:00:00Z", "offset_seconds": 28_800]],
            "providers": [creditCode(3)], "base_uses": ["training", "inference"],
            "base_period": ["from": "2026-01-01", "through": "2026-12-31", "day_count": "inclusive"],
            "reference_prices": [
                ["instance_type": "gpu-h800-8", "price_micro_yuan": 90_000_000],
                ["chip": "h800", "price_micro_yuan": 11_000_000],
            ],
            "base_rounding": ["unit_fen": 100, "rule": "half_even"], "contract_from": "2026-01-01",
            "contract_days_most": 365,
            "eligibility": [
                ["id": "size", "size": ["micro", "small"]], ["id": "sector", "sector": ["software"]],
                ["id": "firm", "legal_person": true], ["id": "young", "founded_from": "2015-01-01"],
                ["id": "old-enough", "founded_through": "2025-12-31"], ["id": "start-up", "attribute": "start-up"],
                ["id": "no-default", "attribute_absent": "in-default"],
            ],
            "rates": [
                [
                    "id": "domestic", "rate_basis_points": 6_000,
                    "conditions": [
                        ["chip_origin": "domestic"], ["size": ["micro"]], ["attribute": "start-up"],
                        ["use": ["training"]], ["service": ["bare"]],
                    ],
                ],
                ["id": "rest", "rate_basis_points": 3_000],
            ],
            "caps": [
                [
                    "id": "fiscal", "scope": "fiscal_year", "first_month": 4, "amount_fen": 1_000_000,
                    "counts_at": "claim", "waived_for": ["start-up"],
                ],
                ["id": "rolling", "scope": "rolling_days", "days": 30, "amount_fen": 500_000, "counts_at": "delivery"],
                ["id": "ever", "scope": "lifetime", "amount_fen": 9_000_000, "counts_at": "issue"],
                ["id": "one", "scope": "contract", "amount_fen": 9_000_000, "counts_at": "fill"],
            ],
            "validity": ["months": 3], "use_by": "fill", "breakage_to": "lapsed",
        ])
}
