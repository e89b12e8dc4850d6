extension Refusals {
    static func deposit(_ changes: [String: Any]) -> [String: Any] {
        Bodies.with(["party": "party-1", "amount_fen": 5, "reference": "bank-77"], changes)
    }

    static func programme(_ changes: [String: Any]) -> [String: Any] {
        Bodies.with(Bodies.with(Bodies.programme, ["code": "faulty"]), changes)
    }

    nonisolated(unsafe) static let money: [Refusal] = [
        Refusal(422, "identifier_invalid", "/v1/deposits", \.operator, deposit(["party": "1"])),
        Refusal(422, "label_invalid", "/v1/deposits", \.operator, deposit(["reference": "a\nb"])),
        Refusal(422, "amount_not_positive", "/v1/deposits", \.operator, deposit(["amount_fen": 0])),
        Refusal(422, "amount_not_positive", "/v1/deposits", \.operator, deposit(["amount_fen": -5])),
        Refusal(
            422, "amount_too_large", "/v1/deposits", \.operator, deposit(["amount_fen": 1_000_000_000_000_001])),
        Refusal(404, "unknown_party", "/v1/deposits", \.operator, deposit(["party": "party-999"])),
        Refusal(403, "not_admitted", "/v1/deposits", \.operator, deposit(["party": "party-5"])),
        Refusal(409, "bank_reference_used", "/v1/deposits", \.operator, deposit(["reference": "bank-1"])),
        Refusal(422, "amount_not_positive", "/v1/payouts", \.buyer, ["amount_fen": 0]),
        Refusal(422, "amount_too_large", "/v1/payouts", \.buyer, ["amount_fen": 1_000_000_000_000_001]),
        Refusal(403, "not_admitted", "/v1/payouts", \.outsider, Bodies.amount),
        Refusal(409, "funds_insufficient", "/v1/payouts", \.buyer, ["amount_fen": 1_000_000_000_000_000]),
        Refusal(422, "identifier_invalid", "/v1/payouts/lot-1/approval", \.operator, Bodies.approval),
        Refusal(422, "label_invalid", "/v1/payouts/payout-1/approval", \.operator, ["reference": ""]),
        Refusal(404, "unknown_payout", "/v1/payouts/payout-99/approval", \.operator, ["reference": "new-1"]),
        Refusal(409, "already_approved", "/v1/payouts/payout-1/approval", \.operator, ["reference": "new-2"]),
        Refusal(409, "bank_reference_used", "/v1/payouts/payout-2/approval", \.operator, Bodies.approval),
        Refusal(409, "funds_insufficient", "/v1/payouts/payout-4/approval", \.operator, ["reference": "new-3"]),
        Refusal(422, "amount_not_positive", "/v1/programmes/programme-1/authorisations", \.manager, ["amount_fen": 0]),
        Refusal(
            422, "amount_too_large", "/v1/programmes/programme-1/authorisations", \.manager,
            ["amount_fen": 1_000_000_000_000_001]),
        Refusal(422, "identifier_invalid", "/v1/programmes/x/authorisations", \.manager, Bodies.amount),
        Refusal(404, "unknown_programme", "/v1/programmes/programme-99/authorisations", \.manager, Bodies.amount),
        Refusal(
            422, "amount_not_positive", "/v1/programmes/programme-1/applications", \.buyer, ["planned_spend_fen": 0]),
        Refusal(
            422, "amount_too_large", "/v1/programmes/programme-1/applications", \.buyer,
            ["planned_spend_fen": 1_000_000_000_000_001]),
        Refusal(422, "identifier_invalid", "/v1/programmes/x/applications", \.buyer, Bodies.application),
        Refusal(403, "not_admitted", "/v1/programmes/programme-1/applications", \.outsider, Bodies.application),
        Refusal(404, "unknown_programme", "/v1/programmes/programme-99/applications", \.buyer, Bodies.application),
        Refusal(404, "unknown_programme", "/v1/programmes/programme-99/versions/1/approval", \.manager),
        Refusal(409, "already_approved", "/v1/programmes/programme-1/versions/1/approval", \.manager),
        Refusal(422, "identifier_invalid", "/v1/programmes/programme-1/versions/x/approval", \.manager),
    ]

    nonisolated(unsafe) static let programmes: [Refusal] = [
        Refusal(422, "unknown_value", "/v1/programmes", \.manager, programme(["mode": "gift"])),
        Refusal(422, "value_out_of_range", "/v1/programmes", \.manager, programme(["minimum_fen": -1])),
        Refusal(
            422, "time_invalid", "/v1/programmes", \.manager,
            programme(["clock": [["from": "x", "offset_seconds": 0]]])),
        Refusal(422, "time_zone_invalid", "/v1/programmes", \.manager, programme(["clock": [Any]()])),
        Refusal(422, "symbol_invalid", "/v1/programmes", \.manager, programme(["code": "?"])),
        Refusal(422, "label_invalid", "/v1/programmes", \.manager, programme(["title": ""])),
        Refusal(422, "date_invalid", "/v1/programmes", \.manager, programme(["effective_from": "2026-13-01"])),
        Refusal(422, "credit_code_invalid", "/v1/programmes", \.manager, programme(["providers": ["91"]])),
        Refusal(
            422, "credit_code_check_digit", "/v1/programmes", \.manager,
            programme(["providers": ["911101080000000010"]])),
        Refusal(
            422, "rate_out_of_range", "/v1/programmes", \.manager,
            programme(["reference_tolerance_basis_points": 10_001])),
        Refusal(
            422, "amount_not_positive", "/v1/programmes", \.manager,
            programme(["rounding": ["unit_fen": 0, "rule": "down"]])),
        Refusal(
            422, "amount_too_large", "/v1/programmes", \.manager,
            programme(["rounding": ["unit_fen": 1_000_000_000_000_001, "rule": "down"]])),
        Refusal(422, "programme_invalid", "/v1/programmes", \.manager, programme(["rates": [Any]()])),
        Refusal(422, "programme_invalid", "/v1/programmes", \.manager, programme(["validity": [String: Any]()])),
    ]
}
