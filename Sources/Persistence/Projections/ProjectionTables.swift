/// The tables that are computed from events.
extension Table {
    static let zone = Table(
        "zone",
        [
            "id": .int8, "code": .text, "name": .text, "name_english": .text, "level": .int2, "parent": .int8,
            "seq": .int8,
        ])
    static let link = Table(
        "link",
        [
            "version": .int8, "home": .int8, "zone": .int8, "latency": .int8, "tariff": .int8, "tariff_kind": .int2,
        ])
    static let chip = Table("chip", ["version": .int8, "code": .text, "body": .bytea])
    static let marketPolicy = Table(
        "market_policy",
        [
            "version": .int8, "fee_basis_points": .int2, "contest_hours": .int8, "report_hours": .int8,
            "missed_hours_to_end": .int8, "price_rule": .int2, "seq": .int8,
        ])
    static let instanceType = Table(
        "instance_type",
        [
            "id": .int8, "code": .text, "kind": .int2, "architecture": .text, "chip": .text, "origin": .int2,
            "chips_milli": .int8, "body": .bytea, "seq": .int8,
        ])
    static let referencePrice = Table(
        "reference_price",
        [
            "version": .int8, "instance_type": .int8, "zone": .int8, "price": .int8, "basis": .int2, "seq": .int8,
        ])
    static let party = Table(
        "party",
        [
            "id": .int8, "credit_code": .text, "name": .bytea, "region": .text, "sector": .int2, "buys": .bool,
            "provides": .bool, "admitted": .bool, "body": .bytea, "seq": .int8,
        ])
    static let halt = Table(
        "halt", ["seq": .int8, "scope": .text, "resumes": .bool, "note": .bytea, "person": .int8])
    static let verification = Table(
        "verification",
        [
            "seq": .int8, "subject": .text, "state": .int2, "tier": .int2, "valid_until": .int8, "evidence": .bytea,
            "person": .int8,
        ])
    static let partyApproval = Table("party_approval", ["party": .int8, "person": .int8, "seq": .int8])
    static let ownership = Table(
        "ownership", ["seq": .int8, "owner": .int8, "owned": .int8, "share_basis_points": .int2])
    static let relation = Table(
        "relation", ["seq": .int8, "kind": .int2, "first_party": .int8, "second_party": .int8])
    static let bankReference = Table("bank_reference", ["reference": .text, "seq": .int8])
    static let deposit = Table("deposit", ["seq": .int8, "party": .int8, "amount": .int8, "reference": .text])
    static let payout = Table(
        "payout",
        [
            "id": .int8, "party": .int8, "amount": .int8, "requester": .int8, "approver": .int8, "reference": .text,
            "seq": .int8, "approved_seq": .int8,
        ])
    static let programme = Table("programme", ["id": .int8, "code": .text, "live_version": .int8, "seq": .int8])
    static let programmeVersion = Table(
        "programme_version",
        [
            "programme": .int8, "version": .int8, "mode": .int2, "body": .bytea, "proposer": .int8, "seq": .int8,
        ])
    static let poolAuthorisation = Table(
        "pool_authorisation", ["seq": .int8, "programme": .int8, "funder": .int2, "amount": .int8])
    static let voucherDecision = Table(
        "voucher_decision",
        [
            "seq": .int8, "programme": .int8, "version": .int8, "party": .int8, "planned_spend": .int8,
            "granted": .int8, "body": .bytea,
        ])
    static let lot = Table(
        "lot",
        [
            "id": .int8, "programme": .int8, "programme_version": .int8, "holder": .int8, "face": .int8,
            "issued_at": .int8, "expires_at": .int8, "state": .text, "expired_amount": .int8, "expired_to": .text,
            "seq": .int8,
        ])
    static let lotFace = Table("lot_face", ["lot": .int8, "funder": .int2, "amount": .int8])
}

/// The tables of the market.
extension Table {
    static let offer = Table(
        "offer",
        [
            "id": .int8, "provider": .int8, "instance_type": .int8, "zone": .int8, "start_hour": .int8,
            "end_hour": .int8, "lot_size": .int8, "price": .int8, "state": .text, "reason": .text, "body": .bytea,
            "seq": .int8,
        ])
    static let offerStep = Table(
        "offer_step", ["offer": .int8, "start_hour": .int8, "end_hour": .int8, "quantity": .int8, "seq": .int8])
    static let demand = Table(
        "demand",
        [
            "id": .int8, "buyer": .int8, "quantity": .int8, "filled_hours": .int8, "hours": .int8,
            "start_hour": .int8, "end_hour": .int8, "home": .int8, "price_limit": .int8, "held_own": .int8,
            "held_lots": .int8, "state": .text,
            "reason": .text, "body": .bytea, "network_version": .int8, "conversion_version": .int8,
            "policy_version": .int8, "reference_version": .int8, "most": .int8, "bundle": .int8,
            "seq": .int8,
        ])
    static let fill = Table(
        "fill",
        [
            "id": .int8, "demand": .int8, "offer": .int8, "buyer": .int8, "provider": .int8, "quantity": .int8,
            "start_hour": .int8, "end_hour": .int8, "ask_sum": .int8, "price_sum": .int8, "charge_tariff": .int8,
            "home": .int8, "zone": .int8, "capacity": .int8, "transfer": .int8, "own": .int8,
            "fee_basis_points": .int2, "network_version": .int8, "conversion_version": .int8,
            "policy_version": .int8, "reference_version": .int8, "related": .bool, "milli_scu": .int8,
            "seq": .int8,
        ])
    static let fillShare = Table("fill_share", ["fill": .int8, "lot": .int8, "funder": .int2, "amount": .int8])
    static let fillEvaluation = Table(
        "fill_evaluation",
        [
            "fill": .int8, "programme": .int8, "version": .int8, "contract_base": .int8, "contract_amount": .int8,
            "body": .bytea,
        ])
    static let lease = Table(
        "lease",
        [
            "id": .int8, "buyer": .int8, "provider": .int8, "quota": .int8, "used": .int8, "idle": .int8,
            "missed": .int8, "delivered_until": .int8, "matured": .int8, "claimed": .int8, "reason": .text,
            "ended_hour": .int8, "cut": .int8, "sought": .int8, "seq": .int8,
        ])
    static let delivery = Table(
        "delivery",
        [
            "lease": .int8, "from_second": .int8, "until_second": .int8, "used": .int8, "idle": .int8,
            "missed": .int8, "reason": .text, "seq": .int8,
        ])
    static let claim = Table(
        "claim", ["seq": .int8, "lease": .int8, "lot": .int8, "funder": .int2, "amount": .int8])
    static let batch = Table(
        "batch",
        [
            "id": .int8, "zone": .int8, "start_hour": .int8, "end_hour": .int8, "lot": .int8, "deadline": .int8,
            "members": .int8, "state": .text, "reason": .text, "proof": .bytea, "rejected": .int8, "seq": .int8,
            "closed_seq": .int8,
        ])
    static let batchRun = Table(
        "batch_run",
        [
            "batch": .int8, "position": .int8, "offer": .int8, "start_hour": .int8, "end_hour": .int8, "ask_sum": .int8,
            "capacity": .int8,
        ])
}
