extension Refusals {
    static func party(_ changes: [String: Any]) -> [String: Any] {
        Bodies.with(Bodies.firm(77, buys: true, provides: false), changes)
    }

    static func profile(_ changes: [String: Any]) -> [String: Any] {
        party(["profile": Bodies.with(Bodies.profile, changes)])
    }

    nonisolated(unsafe) static let parties: [Refusal] = [
        Refusal(422, "unknown_value", "/v1/parties", \.operator, party(["form": "guild"])),
        Refusal(422, "value_out_of_range", "/v1/parties", \.operator, profile(["staff": -1])),
        Refusal(422, "credit_code_invalid", "/v1/parties", \.operator, party(["credit_code": "91110108"])),
        Refusal(
            422, "credit_code_check_digit", "/v1/parties", \.operator, party(["credit_code": "911101080000000010"])),
        Refusal(
            422, "identity_number_invalid", "/v1/parties", \.operator,
            Bodies.with(Bodies.person, ["identity_number": "110105194913310021"])),
        Refusal(
            422, "identity_number_check_digit", "/v1/parties", \.operator,
            Bodies.with(Bodies.person, ["identity_number": "110105194912310021"])),
        Refusal(422, "missing_member", "/v1/parties", \.operator, Bodies.without(Bodies.person, "identity_number")),
        Refusal(422, "symbol_invalid", "/v1/parties", \.operator, profile(["region": "Bei Jing"])),
        Refusal(422, "label_invalid", "/v1/parties", \.operator, party(["name": ""])),
        Refusal(422, "date_invalid", "/v1/parties", \.operator, profile(["founded": "2023-02-29"])),
        Refusal(409, "already_exists", "/v1/parties", \.operator, Bodies.firm(1, buys: true, provides: false)),
        Refusal(409, "already_exists", "/v1/parties", \.operator, Bodies.person),
        Refusal(403, "not_provider", "/v1/parties", \.operator, party(["buys": false])),
        Refusal(404, "unknown_party", "/v1/parties/party-999999/approvals", \.operator),
        Refusal(409, "already_approved", "/v1/parties/party-1/approvals", \.operator),
        Refusal(422, "identifier_invalid", "/v1/parties/offer-1/approvals", \.operator),
        Refusal(
            422, "identifier_invalid", "/v1/ownerships", \.operator,
            ["owner": "party-0", "owned": "party-2", "share_basis_points": 1]),
        Refusal(
            422, "rate_out_of_range", "/v1/ownerships", \.operator,
            ["owner": "party-1", "owned": "party-2", "share_basis_points": 10_001]),
        Refusal(
            404, "unknown_party", "/v1/ownerships", \.operator,
            ["owner": "party-1", "owned": "party-999", "share_basis_points": 1]),
        Refusal(
            403, "foreign_object", "/v1/ownerships", \.operator,
            ["owner": "party-1", "owned": "party-1", "share_basis_points": 1]),
        Refusal(
            422, "identifier_invalid", "/v1/relations", \.operator,
            ["kind": "key_manager", "first": "x", "second": "party-2"]),
        Refusal(
            422, "unknown_value", "/v1/relations", \.operator,
            ["kind": "rivals", "first": "party-1", "second": "party-2"]),
        Refusal(
            404, "unknown_party", "/v1/relations", \.operator,
            ["kind": "key_manager", "first": "party-1", "second": "party-999"]),
        Refusal(
            403, "foreign_object", "/v1/relations", \.operator,
            ["kind": "key_manager", "first": "party-1", "second": "party-1"]),
    ]
}
