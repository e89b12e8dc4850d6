"""The schemas of requests and answers. Objects are closed, strings and integers bounded."""

INT64_MOST = 2**63 - 1
TIME = {"type": "string", "maxLength": 27,
        "pattern": r"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{1,6})?Z$"}
HOUR = {"type": "string", "maxLength": 20, "pattern": r"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:00:00Z$"}
DATE = {"type": "string", "maxLength": 10, "pattern": r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}
SYMBOL = {"type": "string", "maxLength": 64, "pattern": r"^[a-z0-9][a-z0-9._:+-]{0,63}$"}
LABEL = {"type": "string", "minLength": 1, "maxLength": 200}
WIDE = {"type": "string", "maxLength": 40, "pattern": "^(0|[1-9][0-9]{0,38})$"}
SIGNED_WIDE = {"type": "string", "maxLength": 41, "pattern": "^(0|-?[1-9][0-9]{0,38})$"}
CREDIT_CODE = {"type": "string", "maxLength": 18, "pattern": "^[0-9A-HJ-NP-RTUW-Y]{18}$"}
HASH = {"type": "string", "maxLength": 64, "pattern": "^[0-9a-f]{64}$"}
CODE = {"type": "string", "maxLength": 64, "pattern": "^[a-z0-9_]+$"}


def integer(least=0, most=INT64_MOST):
    return {"type": "integer", "format": "int64", "minimum": least, "maximum": most}


VERIFIED = {"type": "string", "maxLength": 32, "pattern": "^(offer|party)-[1-9][0-9]{0,17}$"}
ANY_IDENTIFIER = {"type": "string", "maxLength": 32, "pattern": "^[a-z]+-[1-9][0-9]{0,17}$"}


def identifier(kind):
    return {"type": "string", "maxLength": 32, "pattern": f"^{kind}-[1-9][0-9]{{0,17}}$"}


HALT_SCOPE = {"type": "string", "maxLength": 32, "pattern": "^(market|(zone|party|programme)-[1-9][0-9]{0,17})$"}


def named(*values):
    return {"type": "string", "maxLength": 32, "enum": list(values)}


def array(items, most, least=0):
    return {"type": "array", "items": items, "minItems": least, "maxItems": most}


def ref(name):
    return {"$ref": f"#/components/schemas/{name}"}


def closed(required, optional=None):
    return {"type": "object", "additionalProperties": False, "required": list(required),
            "properties": {**required, **(optional or {})}}


FEN = integer(0, 10**15)
POSITIVE_FEN = integer(1, 10**15)
PRICE = integer(1, 10**10)
TARIFF = integer(0, 10**10)
QUANTITY = integer(1, 10**9)
OPEN_QUANTITY = integer(0, 10**9)
RATE = integer(0, 10_000)
AMOUNT = integer(0, 2**60)
MILLI_SECONDS = integer(0, 10**9 * 87_600 * 3600)
SEQUENCE = integer(1)
VERSION = integer(0)
ORDER_STATE = named("quoted", "open", "filled", "closed")
SIZES = named("micro", "small", "medium", "large")
SECTORS = named(
    "industry", "software", "information_transmission", "wholesale", "retail", "construction", "transport",
    "warehousing", "postal", "accommodation", "catering", "property_management", "leasing_and_business",
    "real_estate", "agriculture", "other")
LEVELS = named("nation", "hub", "province", "city", "edge")
DIMENSIONS = named(
    "kind", "chip", "architecture", "instance_type", "origin", "service", "unit_size", "tier", "buyer_class",
    "zone_level", "latency", "capacity", "term", "lot", "price_limit", "block", "provider", "own_money", "suspended",
    "rate")
PRECISIONS = named("fp64", "fp32", "tf32", "fp16", "bf16", "fp8", "int8")
KINDS = named("accelerator", "cpu", "storage", "network")
ORIGINS = named("domestic", "foreign", "unstated")
SERVICES = named("bare", "image", "managed_platform", "model_endpoint")
TIERS = named("declared", "documented", "measured")
USES = named("training", "inference", "model_service", "application")
ROUNDINGS = named("half_even", "down", "up", "half_up")

SCHEMAS = {
    "Problem": closed(
        {"type": {"type": "string", "maxLength": 100, "pattern": "^urn:suanli:problem:[a-z0-9_]+$"},
         "title": {"type": "string", "maxLength": 100}, "status": integer(400, 599),
         "detail": {"type": "string", "maxLength": 500}, "code": CODE,
         "instance": {"type": "string", "maxLength": 100_000}},
        {"errors": array(ref("MemberProblem"), 16, 1), "sequence": SEQUENCE, "band": ref("PriceBand")}),
    "MemberProblem": closed({"pointer": {"type": "string", "maxLength": 100_000}, "code": CODE}),
    # Parties.
    "Profile": closed(
        {"region": SYMBOL, "sector": SECTORS, "staff": integer(0, 100_000_000), "revenue_fen": FEN,
         "assets_fen": FEN, "founded": DATE},
        {"attributes": array(SYMBOL, 64)}),
    "PartyRequest": closed(
        {"form": named("firm", "individual_business", "person"), "name": LABEL, "profile": ref("Profile"),
         "buys": {"type": "boolean"}, "provides": {"type": "boolean"}},
        {"credit_code": CREDIT_CODE,
         "identity_number": {"type": "string", "maxLength": 18, "pattern": "^[0-9]{17}[0-9X]$"}}),
    "Party": closed(
        {"id": identifier("party"), "form": named("firm", "individual_business", "person"),
         "buys": {"type": "boolean"}, "provides": {"type": "boolean"}, "admitted": {"type": "boolean"}},
        {"credit_code": CREDIT_CODE, "name": LABEL, "profile": ref("Profile"),
         "approvals": array(identifier("person"), 16)}),
    "OwnershipRequest": closed(
        {"owner": identifier("party"), "owned": identifier("party"), "share_basis_points": RATE}),
    "RelationRequest": closed(
        {"kind": named("control_by_agreement", "joint_control", "significant_influence", "common_control",
                       "key_manager", "close_family"),
         "first": identifier("party"), "second": identifier("party")}),
    # The catalogue.
    "ZoneRequest": closed(
        {"code": SYMBOL, "name": LABEL, "name_english": LABEL, "level": LEVELS}, {"parent": identifier("zone")}),
    "Zone": closed(
        {"id": identifier("zone"), "code": SYMBOL, "name": LABEL, "name_english": LABEL, "level": LEVELS},
        {"parent": identifier("zone")}),
    "Link": closed(
        {"from": identifier("zone"), "to": identifier("zone"), "latency_microseconds": integer(0, 3_600_000_000),
         "tariff_micro_yuan": TARIFF, "tariff_kind": named("charge", "policy")}),
    "NetworkRequest": closed({"links": array(ref("Link"), 10_000)}),
    "Network": closed({"version": VERSION, "links": array(ref("Link"), 10_000)}),
    "Rate": closed(
        {"precision": PRECISIONS,
         "milli_teraflops": integer(1, 10**12)}),
    "Chip": closed(
        {"code": SYMBOL, "architecture": SYMBOL, "origin": ORIGINS, "rates": array(ref("Rate"), 7)}),
    "ConversionRequest": closed({"chips": array(ref("Chip"), 1_000)}),
    "UnitConversion": closed(
        {"version": SEQUENCE, "precision": PRECISIONS, "milli_teraflops": integer(1, 10**12)},
        {"milli_scu_per_unit": integer(1, 10**9)}),
    "TypeConversion": closed(
        {"id": identifier("type"), "chips_milli": AMOUNT, "items": array(ref("UnitConversion"), 3_500)},
        {"chip": SYMBOL}),
    "Conversion": closed({"version": VERSION, "chips": array(ref("Chip"), 1_000)}),
    "PolicyBody": closed(
        {"fee_basis_points": RATE, "contest_hours": integer(0, 8_760), "report_hours": integer(0, 8_760),
         "missed_hours_to_end": integer(0, 8_760), "price_rule": named("listed", "resting", "clearing")}),
    "Policy": closed({"version": VERSION, "policy": ref("PolicyBody")}),
    "InstanceTypeBody": closed(
        {"code": SYMBOL, "kind": KINDS, "architecture": SYMBOL, "origin": ORIGINS},
        {"chip": SYMBOL, "chips_milli": AMOUNT, "chip_memory_bytes": AMOUNT, "vcpu_milli": AMOUNT,
         "memory_bytes": AMOUNT, "declared_rates": array(ref("Rate"), 7), "service": SERVICES,
         "interconnect": SYMBOL, "stack": SYMBOL, "compute_identifier": SYMBOL}),
    "InstanceType": closed({"id": identifier("type"), "terms": ref("InstanceTypeBody")}),
    # Money.
    "DepositRequest": closed({"party": identifier("party"), "amount_fen": POSITIVE_FEN, "reference": LABEL}),
    "Deposit": closed(
        {"sequence": SEQUENCE, "party": identifier("party"), "amount_fen": POSITIVE_FEN, "reference": LABEL}),
    "AmountRequest": closed({"amount_fen": POSITIVE_FEN}),
    "PayoutApprovalRequest": closed({"reference": LABEL}),
    "Payout": closed(
        {"id": identifier("payout"), "party": identifier("party"), "amount_fen": POSITIVE_FEN,
         "requester": identifier("person")},
        {"approver": identifier("person"), "reference": LABEL}),
    "Account": closed(
        {"id": identifier("account"),
         "asset": {"type": "string", "maxLength": 32, "pattern": "^(cny|programme-[0-9]+|lease-[0-9]+)$"},
         "role": CODE,
         "owner": {"type": "string", "maxLength": 64, "pattern": "^(exchange|party-[0-9]+|zone-[0-9]+/zone-[0-9]+)$"},
         "balance": integer(-INT64_MOST, INT64_MOST)},
        {"funder": integer(0, 7)}),
    "Transfer": closed(
        {"sequence": SEQUENCE, "ordinal": integer(0, 2**31 - 1), "debit": identifier("account"),
         "credit": identifier("account"), "amount": integer(1), "cause": CODE},
        {"lot": identifier("lot"), "subject": {"type": "string", "maxLength": 32, "pattern": "^[a-z]+-[0-9]+$"}}),
    "VoucherBalance": closed(
        {"programme": identifier("programme"), "free_fen": FEN, "held_fen": FEN, "escrow_fen": FEN,
         "earned_fen": FEN, "claimed_fen": FEN}),
    "Wallet": closed(
        {"party": identifier("party"), "free_fen": integer(), "held_fen": integer(), "escrow_fen": integer(),
         "earned_fen": integer(), "vouchers": array(ref("VoucherBalance"), 100_000)}),
    # Programmes.
    "Source": closed({"text": LABEL, "confidence": SYMBOL}),
    "Transition": closed({"from": TIME, "offset_seconds": integer(-64_800, 64_800)}),
    "Funder": closed(
        {"name": LABEL, "level": named("nation", "province", "city", "district"), "share_basis_points": RATE}),
    "Clause": closed(
        {"id": SYMBOL},
        {"region": array(SYMBOL, 64), "size": array(SIZES, 4), "sector": array(SECTORS, 16),
         "legal_person": {"type": "boolean"}, "founded_from": DATE, "founded_through": DATE, "attribute": SYMBOL,
         "attribute_absent": SYMBOL}),
    "Condition": closed(
        {}, {"chip_origin": ORIGINS, "size": array(SIZES, 4), "attribute": SYMBOL, "use": array(USES, 4),
             "service": array(SERVICES, 4)}),
    "Tier": closed(
        {"id": SYMBOL, "rate_basis_points": RATE}, {"conditions": array(ref("Condition"), 16)}),
    "Cap": closed(
        {"id": SYMBOL,
         "scope": named("contract", "calendar_year", "fiscal_year", "rolling_days", "lifetime"),
         "amount_fen": POSITIVE_FEN, "counts_at": named("issue", "fill", "delivery", "claim")},
        {"first_month": integer(1, 12), "days": integer(1, 3_660), "waived_for": array(SYMBOL, 64)}),
    "BasePeriod": closed(
        {"from": DATE, "through": DATE, "day_count": named("end_exclusive", "inclusive")}),
    "TablePrice": closed({"price_micro_yuan": PRICE}, {"instance_type": SYMBOL, "chip": SYMBOL}),
    "Rounding": closed({"unit_fen": POSITIVE_FEN, "rule": ROUNDINGS}),
    "Validity": closed({}, {"days": integer(1, 3_660), "months": integer(1, 120), "through": DATE}),
    "ProgrammeBody": closed(
        {"code": SYMBOL, "title": LABEL, "title_english": LABEL, "sources": array(ref("Source"), 16),
         "mode": named("deduct", "reimburse", "post_use"), "effective_from": DATE,
         "funders": array(ref("Funder"), 8), "eligibility": array(ref("Clause"), 64),
         "base_kinds": array(KINDS, 4), "base_includes_vat": {"type": "boolean"},
         "reference_tolerance_basis_points": RATE, "rates": array(ref("Tier"), 64),
         "caps": array(ref("Cap"), 64), "validity": ref("Validity")},
        {"clock": array(ref("Transition"), 512), "effective_through": DATE,
         "providers": array(CREDIT_CODE, 1_000), "base_uses": array(USES, 4),
         "reference_prices": array(ref("TablePrice"), 1_000), "base_period": ref("BasePeriod"),
         "base_rounding": ref("Rounding"), "higher_of": {"type": "boolean"}, "minimum_fen": FEN,
         "rounding": ref("Rounding"), "use_by": named("delivery", "fill"),
         "breakage_to": named("available", "lapsed"), "contract_from": DATE,
         "contract_days_most": integer(1, 3_660), "one_claim_per_contract": {"type": "boolean"},
         "reserve_for_hours": integer(1, 720)}),
    "ProgrammeVersion": closed(
        {"version": VERSION, "proposer": identifier("person"), "definition": ref("ProgrammeBody")},
        {"approver": identifier("person")}),
    "Programme": closed(
        {"id": identifier("programme"), "code": SYMBOL, "versions": array(ref("ProgrammeVersion"), 10_000)},
        {"live_version": VERSION}),
    "ApplicationRequest": closed({"planned_spend_fen": POSITIVE_FEN}),
    "Lot": closed(
        {"id": identifier("lot"), "programme": identifier("programme"), "programme_version": VERSION,
         "holder": identifier("party"), "face_fen": POSITIVE_FEN, "faces_fen": array(FEN, 8, 1), "free_fen": FEN,
         "held_fen": FEN, "issued_at": TIME, "expires_at": TIME, "state": named("live", "expired")},
        {"expired_fen": FEN, "expired_to": named("available", "lapsed")}),
    "Trace": closed(
        {"phase": named("eligibility", "eligible_base", "pro_rating", "rate", "contract_cap", "period_cap",
                        "cross_programme_cap", "pot", "rounding"),
         "input": integer(-INT64_MOST, INT64_MOST), "output": integer(-INT64_MOST, INT64_MOST)},
        {"rule": SYMBOL, "reason": CODE}),
    # Market.
    "Step": closed({"from": HOUR, "until": HOUR, "quantity_milli": QUANTITY}),
    "Price": closed({}, {"flat_micro_yuan": PRICE, "hour_of_week_micro_yuan": array(PRICE, 168, 168)}),
    "BuyerClass": closed(
        {}, {"sizes": array(SIZES, 4), "sectors": array(SECTORS, 16), "regions": array(SYMBOL, 64),
             "members": array(identifier("party"), 1_000)}),
    "OfferBody": closed(
        {"instance_type": identifier("type"), "zone": identifier("zone"), "schedule": array(ref("Step"), 1_000, 1),
         "price": ref("Price"), "vat_percent": integer(0, 100)},
        {"lot_size_milli": QUANTITY, "shortest_term_hours": integer(1, 87_600), "buyers": ref("BuyerClass"),
         "tier": TIERS}),
    "OfferAmendment": closed({}, {"price": ref("Price"), "schedule": array(ref("Step"), 1_000, 1)}),
    "PlannedWithdrawal": closed({"from": HOUR, "until": HOUR}, {"left_milli": OPEN_QUANTITY}),
    "Scope": closed({}, {"zone": identifier("zone"), "instance_type": identifier("type")}),
    "Offer": closed(
        {"id": identifier("offer"), "provider": identifier("party"), "terms": ref("OfferBody"),
         "state": named("open", "closed"), "sequence": SEQUENCE},
        {"reason": CODE}),
    "Requirements": closed(
        {}, {"kind": KINDS, "chips": array(SYMBOL, 64), "architectures": array(SYMBOL, 64),
             "instance_types": array(identifier("type"), 64), "origin": ORIGINS, "services": array(SERVICES, 4),
             "chips_milli": AMOUNT, "chip_memory_bytes": AMOUNT, "vcpu_milli": AMOUNT, "memory_bytes": AMOUNT,
             "least_tier": TIERS}),
    "Reach": closed({"level": LEVELS}, {"latency_microseconds_most": integer(0, 3_600_000_000)}),
    "FillPolicy": closed(
        {}, {"time_in_force": named("good_till_cancelled", "good_till", "immediate_or_cancel", "fill_or_kill"),
             "until": TIME, "all_or_none": {"type": "boolean"}, "minimum_milli": QUANTITY}),
    "Funding": closed(
        {}, {"own_money_only": {"type": "boolean"}, "programmes": array(identifier("programme"), 64)}),
    "Scu": closed({"precision": PRECISIONS}, {"tolerance_basis_points": integer(0, 5_000)}),
    "DemandBody": closed(
        {"requirements": ref("Requirements"), "quantity_milli": QUANTITY, "from": HOUR, "until": HOUR,
         "home": identifier("zone"), "limit_micro_yuan": PRICE},
        {"reach": ref("Reach"), "policy": ref("FillPolicy"), "single_provider": {"type": "boolean"}, "use": USES,
         "lane": named("now", "batch"), "funding": ref("Funding"), "accepts_related": {"type": "boolean"},
         "hours": integer(1, 87_600), "least_piece_hours": integer(1, 87_600), "scu": ref("Scu"),
         "quote": identifier("demand")}),
    "BundleBody": closed(
        {"lines": array(ref("DemandBody"), 8, 2)},
        {"common_start": {"type": "boolean"}, "latency_microseconds_most": integer(0, 3_600_000_000)}),
    "DemandAmendment": closed(
        {}, {"limit_micro_yuan": PRICE, "quantity_milli": QUANTITY,
             "time_in_force": named("good_till_cancelled", "good_till"), "until": TIME}),
    "Versions": closed({"network": VERSION, "conversion": VERSION, "policy": VERSION,
         "reference": VERSION}),
    "Demand": closed(
        {"id": identifier("demand"), "buyer": identifier("party"), "terms": ref("DemandBody"), "state": ORDER_STATE,
         "filled_milli": OPEN_QUANTITY, "held_own_fen": integer(), "held_lots_fen": integer(),
         "versions": ref("Versions"), "sequence": SEQUENCE},
        {"reason": CODE, "bundle": identifier("demand")}),
    "LotShare": closed({"lot": identifier("lot"), "funder": integer(0, 7), "amount_fen": POSITIVE_FEN}),
    "Fill": closed(
        {"id": identifier("fill"), "demand": identifier("demand"), "offer": identifier("offer"),
         "buyer": identifier("party"), "provider": identifier("party"), "lease": identifier("lease"),
         "quantity_milli": QUANTITY, "from": HOUR, "until": HOUR, "ask_sum_micro_yuan": integer(),
         "price_sum_micro_yuan": integer(), "charge_tariff_micro_yuan": TARIFF, "home": identifier("zone"),
         "zone": identifier("zone"), "capacity_fen": integer(), "transfer_fen": integer(), "own_fen": integer(),
         "shares": array(ref("LotShare"), 10_000), "fee_basis_points": RATE, "versions": ref("Versions"),
         "related": {"type": "boolean"}, "sequence": SEQUENCE},
        {"milli_scu_per_unit": integer(1, 10**9)}),
    "Level": closed({"price_micro_yuan": PRICE, "quantity_milli": integer(1), "orders": integer(1)}),
    "Depth": closed(
        {"instance_type": identifier("type"), "offers": array(ref("Level"), 1_000_000),
         "demands": array(ref("Level"), 1_000_000)},
        {"zone": identifier("zone"), "from": HOUR, "until": HOUR}),
    "Dimension": closed({"dimension": DIMENSIONS, "failing": integer(1), "alone": integer()}),
    "ExcludedSet": closed({"dimensions": array(DIMENSIONS, 20, 2), "offers": integer(1)}),
    "Exclusions": closed(
        {"offers": integer(), "open": integer(), "dimensions": array(ref("Dimension"), 20),
         "together": array(ref("ExcludedSet"), 64)}),
    "PlannedFill": closed(
        {"offer": identifier("offer"), "provider": identifier("party"), "zone": identifier("zone"),
         "quantity_milli": QUANTITY, "from": HOUR, "until": HOUR, "ask_sum_micro_yuan": integer(),
         "price_sum_micro_yuan": integer(), "charge_tariff_micro_yuan": TARIFF, "capacity_fen": integer(),
         "transfer_fen": integer(), "subsidy_fen": integer(), "own_fen": integer(),
         "shares": array(ref("LotShare"), 10_000), "related": {"type": "boolean"}},
        {"milli_scu_per_unit": integer(1, 10**9)}),
    "VoucherShare": closed(
        {"lot": identifier("lot"), "programme": identifier("programme"), "mode": named("deduct", "reimburse"),
         "amount_fen": POSITIVE_FEN}),
    "Cost": closed(
        {"capacity_fen": integer(), "transfer_fen": integer(), "subsidy_fen": integer(), "payable_fen": integer(),
         "reimbursable_fen": integer(), "vouchers": array(ref("VoucherShare"), 10_000), "held_own_fen": integer(),
         "held_lots_fen": integer()}),
    "Remedy": closed(
        {"changes": array(named(
            "limit", "window", "latency", "level", "quantity", "kind", "chip", "architecture", "instance_type",
            "origin", "service", "unit_size", "tier", "precision", "tolerance"), 2, 1),
         "distance_basis_points": integer(), "text": LABEL, "demand": ref("DemandBody")}),
    "FillTime": closed({"from_seconds": integer(), "until_seconds": integer(), "filled": integer(9, 256), "ended": integer(9, 256)}),
    "QueuePlace": closed({"place": integer(1), "count": integer(1)}),
    "Explanation": closed(
        {"state": ORDER_STATE, "open_milli": OPEN_QUANTITY, "fills": array(ref("PlannedFill"), 1_000_000),
         "cost": ref("Cost"), "exclusions": ref("Exclusions"), "halts": array(HALT_SCOPE, 10_000), "remedies": array(ref("Remedy"), 500),
         "exhaustive": {"type": "boolean"}},
        {"reason": CODE, "queue": ref("QueuePlace"), "fill_time": ref("FillTime")}),
    "LinePreview": closed(
        {"state": ORDER_STATE, "fills": array(ref("PlannedFill"), 1_000_000), "cost": ref("Cost")}, {"reason": CODE}),
    "ShortLine": closed(
        {"line": integer(0, 7), "exclusions": ref("Exclusions"), "too_far": integer(),
         "halts": array(HALT_SCOPE, 10_000), "remedies": array(ref("Remedy"), 500), "exhaustive": {"type": "boolean"}},
        {"start": HOUR}),
    "BundlePreview": closed(
        {"lines": array(ref("LinePreview"), 8, 2), "cost": ref("Cost"), "text": LABEL}, {"short": ref("ShortLine")}),
    # Delivery.
    "UsageRequest": closed(
        {"from": TIME, "until": TIME, "used_milli_seconds": MILLI_SECONDS, "idle_milli_seconds": MILLI_SECONDS}),
    "Lease": closed(
        {"id": identifier("lease"), "buyer": identifier("party"), "provider": identifier("party"),
         "quota_milli_seconds": MILLI_SECONDS, "used_milli_seconds": MILLI_SECONDS,
         "idle_milli_seconds": MILLI_SECONDS, "missed_milli_seconds": MILLI_SECONDS, "cut_milli_seconds": MILLI_SECONDS,
         "delivered_until": TIME,
         "matured_fen": integer(), "claimed_fen": integer()},
        {"reason": CODE, "ended_at": HOUR, "sought": identifier("demand")}),
    "Delivery": closed(
        {"from": TIME, "until": TIME, "used_milli_seconds": MILLI_SECONDS, "idle_milli_seconds": MILLI_SECONDS,
         "missed_milli_seconds": MILLI_SECONDS, "sequence": SEQUENCE},
        {"reason": CODE}),
    "StatementLine": closed(
        {"source": {"type": "string", "maxLength": 32, "pattern": "^(own|transfer|lot-[0-9]+)$"},
         "amount_fen": integer(), "escrow_fen": integer(), "earned_fen": integer(), "refunded_fen": integer(),
         "fee_fen": integer(), "waiting_fen": integer(), "paid_fen": integer(), "claimable_fen": integer(),
         "claimed_fen": integer(),
         "claim_state": named("not_claimed", "waiting", "claimable", "partly_claimed", "claimed", "refunded")},
        {"funder": integer(0, 7)}),
    "FillStatement": closed(
        {"lease": identifier("lease"), "demand": identifier("demand"), "buyer": identifier("party"),
         "used_milli_seconds": MILLI_SECONDS, "idle_milli_seconds": MILLI_SECONDS,
         "missed_milli_seconds": MILLI_SECONDS, "undelivered_milli_seconds": MILLI_SECONDS,
         "lines": array(ref("StatementLine"), 10_000)}),
    "Statement": closed(
        {"provider": identifier("party"), "foots": {"type": "boolean"}, "items": array(ref("FillStatement"), 500)},
        {"next": {"type": "string", "maxLength": 100}}),
    # The log, the clock and the process.
    "Inclusion": closed(
        {"sequence": SEQUENCE, "size": SEQUENCE, "leaf": HASH, "root": HASH, "hashes": array(HASH, 63)}),
    "Consistency": closed(
        {"first": SEQUENCE, "second": SEQUENCE, "first_root": HASH, "second_root": HASH, "hashes": array(HASH, 64)}),
    "Entry": closed(
        {"sequence": SEQUENCE, "at": TIME, "person": integer(), "key": integer(),
         "seat": named("buyer", "provider", "manager", "auditor", "operator"), "kind": CODE, "nonce": HASH,
         "body": {"type": "string", "maxLength": 100_000_000, "pattern": "^[0-9a-f]*$"}, "leaf": HASH},
        {"organisation": identifier("party"), "reason": CODE}),
    # Safety.
    "HaltRequest": closed({"scope": HALT_SCOPE, "note": LABEL}),
    "Halt": closed(
        {"scope": HALT_SCOPE, "sequence": SEQUENCE}, {"note": LABEL, "resumed_sequence": SEQUENCE, "resumed_note": LABEL}),
    "Collar": closed({"below_basis_points": RATE, "above_basis_points": integer(0, 1_000_000)}),
    "TypeCollar": closed({"instance_type": identifier("type")}, {"collar": ref("Collar")}),
    "SafetyPolicyBody": closed(
        {"types": array(ref("TypeCollar"), 1_000)},
        {"collar": ref("Collar"), "open_demands_most": integer(1), "open_offers_most": integer(1),
         "orders_per_hour_most": integer(1)}),
    "SafetyPolicy": closed({"version": VERSION, "policy": ref("SafetyPolicyBody")}),
    "PriceBand": closed({"least_micro_yuan": TARIFF, "most_micro_yuan": TARIFF}),
    "VerificationRequest": closed(
        {"subject": VERIFIED, "tier": TIERS, "evidence": HASH, "valid_until": TIME}),
    "VerificationFailureRequest": closed({"subject": VERIFIED, "evidence": HASH}),
    "Verification": closed(
        {"sequence": SEQUENCE, "subject": VERIFIED, "state": named("valid", "failed", "lapsed"),
         "current": {"type": "boolean"}}, {"tier": TIERS, "valid_until": TIME, "evidence": HASH}),
    # Batches.
    "BatchRequest": closed(
        {"zone": identifier("zone"), "from": HOUR, "until": HOUR}, {"lot_milli": QUANTITY}),
    "Certificate": closed(
        {"primal": WIDE, "dual": WIDE, "gap": WIDE, "rejected_in_the_money": integer()},
        {"nominal_subsidy": WIDE, "nominal_subsidy_bound": WIDE}),
    "Batch": closed(
        {"id": identifier("batch"), "zone": identifier("zone"), "from": HOUR, "until": HOUR, "lot_milli": QUANTITY,
         "deadline": TIME, "members": integer(1), "state": named("called", "cleared", "released"),
         "sequence": SEQUENCE},
        {"closed_sequence": SEQUENCE, "reason": CODE, "certificate": ref("Certificate")}),
    "BatchOffer": closed(
        {"offer": identifier("offer"), "from": HOUR, "until": HOUR, "ask_sum_micro_yuan": integer(0, 10**15),
         "capacity_milli": QUANTITY},
        {"shadow_price": integer(0, 2**60), "bound_price": integer(0, 2**60), "subsidy_price": SIGNED_WIDE}),
    "BatchDetail": closed(
        {"batch": ref("Batch"), "offers": array(ref("BatchOffer"), 2**21, 1)}, {"price_scale": integer(1, 2**21)}),
    "BatchRound": closed(
        {"zone": identifier("zone"), "lot_milli": QUANTITY, "every_minutes": integer(1, 1_440),
         "offset_minutes": integer(0, 1_439)},
        {"clears_residual": {"type": "boolean"}, "no_cancel_seconds": integer(0, 86_399)}),
    "RoundTimes": closed(
        {"next": TIME, "awaits": array(identifier("batch"), 2**20)},
        {"no_cancel_from": TIME, "no_cancel_until": TIME}),
    "BatchPolicyBody": closed({"minutes_most": integer(1, 60), "rounds": array(ref("BatchRound"), 1_000)}),
    "BatchPolicy": closed(
        {"version": VERSION, "policy": ref("BatchPolicyBody"), "rounds": array(ref("RoundTimes"), 1_000)}),
    "IndicatedOffer": closed(
        {"offer": identifier("offer"), "from": HOUR, "until": HOUR, "capacity_milli": OPEN_QUANTITY,
         "ask_sum_micro_yuan": integer(0, 10**15), "shadow_price_micro_yuan": integer(0, 2**60),
         "price_sum_micro_yuan": integer(), "volume_milli": OPEN_QUANTITY}),
    "IndicatedBatch": closed(
        {"from": HOUR, "until": HOUR, "called": {"type": "boolean"}, "members": integer(1), "wanted_milli": integer(1),
         "filled_milli": integer(), "unfilled_milli": integer(), "finished": {"type": "boolean"},
         "certificate": ref("Certificate"), "offers": array(ref("IndicatedOffer"), 2**21, 1)}),
    "BatchIndication": closed(
        {"zone": identifier("zone"), "lot_milli": QUANTITY, "batches": array(ref("IndicatedBatch"), 100_000)},
        {"round": ref("RoundTimes")}),
    "QuotePolicyBody": closed(
        {"minutes_most": integer(1, 60), "open_most": integer(0, 1_000), "class_share_basis_points": RATE}),
    "QuotePolicy": closed({"version": VERSION, "policy": ref("QuotePolicyBody")}),
    "Clock": closed({"mode": named("wall", "market"), "now": TIME}),
    "ClockRequest": closed({"to": TIME}),
    "Confirmation": closed({"intake_goes_on": {"type": "boolean"}}),
    "Health": closed({"status": named("ok")}),
    "Ready": closed({"status": named("ready"), "sequence": integer()}),
    # Answers to commands.
    "Receipt": closed(
        {"sequence": SEQUENCE, "at": TIME},
        {"id": ANY_IDENTIFIER, "version": VERSION}),
    "OfferReceipt": closed(
        {"sequence": SEQUENCE, "at": TIME, "id": identifier("offer"), "fills": array(ref("Fill"), 1_000_000)}),
    "WithdrawalReceipt": closed(
        {"sequence": SEQUENCE, "at": TIME, "id": identifier("offer"), "cut": array(ref("CutLease"), 1_000_000),
         "fills": array(ref("Fill"), 1_000_000)}),
    "CutLease": closed(
        {"lease": identifier("lease"), "from": HOUR, "quota_milli_seconds": MILLI_SECONDS, "reason": CODE}),
    "DemandReceipt": closed(
        {"sequence": SEQUENCE, "at": TIME, "id": identifier("demand"), "state": ORDER_STATE,
         "open_milli": OPEN_QUANTITY, "held_own_fen": integer(), "held_lots_fen": integer(),
         "fills": array(ref("Fill"), 1_000_000)},
        {"reason": CODE}),
    "BundleReceipt": closed(
        {"sequence": SEQUENCE, "at": TIME, "id": identifier("demand"), "lines": array(ref("DemandReceipt"), 8, 2)}),
    "QuoteReceipt": closed(
        {"sequence": SEQUENCE, "at": TIME, "id": identifier("demand"), "until": TIME, "open_milli": OPEN_QUANTITY,
         "held_own_fen": integer(), "held_lots_fen": integer(), "fills": array(ref("PlannedFill"), 1_000_000, 1),
         "demand": ref("DemandBody")}),
    "ScopeReceipt": closed({"sequence": SEQUENCE, "at": TIME, "ids": array(ANY_IDENTIFIER, 1_000_000)}),
    "VoucherReceipt": closed(
        {"sequence": SEQUENCE, "at": TIME, "programme": identifier("programme"), "version": VERSION,
         "granted_fen": FEN, "trace": array(ref("Trace"), 1_000)},
        {"lot": identifier("lot"), "expires_at": TIME}),
    "ClaimReceipt": closed(
        {"sequence": SEQUENCE, "at": TIME, "id": identifier("lease"), "claimed_fen": POSITIVE_FEN,
         "parts": array(ref("LotShare"), 10_000, 1)}),
}

for listed in ("Party", "Zone", "InstanceType", "Deposit", "Payout", "Account", "Transfer", "Programme", "Lot", "Offer",
               "Demand", "Fill", "Lease", "Delivery", "Entry", "Batch", "Halt", "Verification"):
    SCHEMAS[listed + "Page"] = closed(
        {"items": array(ref(listed), 500)}, {"next": {"type": "string", "maxLength": 100}})
