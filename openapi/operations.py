"""The operations: where, who, what with, and every code that they may answer with."""
import re

from schemas import HOUR, ORDER_STATE, QUANTITY, identifier, integer, ref

BUYER, PROVIDER, MANAGER, AUDITOR, OPERATOR = "buyer", "provider", "manager", "auditor", "operator"
TRADERS = [BUYER, PROVIDER]
EVERYBODY = [BUYER, PROVIDER, MANAGER, AUDITOR, OPERATOR]
LEDGER_SEATS = [BUYER, PROVIDER, AUDITOR, OPERATOR]

STATUSES = {
    400: "query_invalid cursor_invalid idempotency_key_missing idempotency_key_invalid body_unexpected malformed_json "
         "invalid_utf8 nul_in_string duplicate_member nested_too_deeply too_many_members",
    401: "key_missing key_invalid",
    403: "seat_forbidden foreign_object same_person not_admitted not_provider not_eligible",
    404: "route_unknown unknown_account unknown_record unknown_party unknown_zone unknown_instance_type unknown_chip "
         "unknown_offer unknown_demand unknown_lease unknown_fill unknown_programme unknown_lot unknown_payout "
         "unknown_batch",
    405: "method_not_allowed",
    408: "body_timeout",
    409: "idempotency_conflict already_exists bank_reference_used rate_above_dense window_past expiry_past "
         "already_closed quantity_below_filled capacity_sold nothing_changed quoted not_quoted quote_expired "
         "quote_differs quotes_too_many quoted_too_much nothing_to_quote bundled already_approved not_approved programme_not_live programme_expired pool_insufficient "
         "usage_outside_lease usage_exceeds_quota usage_already_reported usage_not_yet_due lease_still_owed "
         "nothing_to_claim open_orders_too_many price_outside_collar nothing_to_clear allocation_infeasible proof_wrong "
         "no_cancel_phase clock_backwards clock_not_manual funds_insufficient unfilled not_all_fillable bundle_unfilled "
         "minimum_not_met related same_beneficial_owner would_cross_block own_money frozen halted withdrawn window_begun "
         "demand_expired lot_expired reserve_ended cancelled_by_owner ended_for_missed_hours unreported "
         "solver_failed batch_overdue "
         "region_not_covered size_not_covered sector_not_covered kind_not_covered founding_date_not_covered "
         "attribute_missing provider_not_listed use_not_covered contract_too_early contract_too_long already_claimed "
         "below_minimum cap_reached above_reference",
    413: "body_too_large",
    415: "media_type_unsupported",
    422: "number_not_integer number_out_of_range unknown_member missing_member wrong_type unknown_value "
         "value_out_of_range time_invalid overflow amount_not_positive amount_too_large price_not_positive "
         "price_too_high quantity_not_positive quantity_too_large rate_out_of_range window_inverted window_too_long "
         "window_out_of_range date_invalid time_zone_invalid identifier_invalid symbol_invalid label_invalid "
         "commitment_invalid credit_code_invalid credit_code_check_digit identity_number_invalid "
         "identity_number_check_digit schedule_empty schedule_disordered schedule_too_long lot_size_mismatch "
         "lot_size_not_whole term_too_long fill_policy_contradictory minimum_fill_too_large requirements_too_many "
         "programme_invalid lane_unsupported hours_outside_window least_piece_unfit hours_not_fixed "
         "batch_policy_invalid safety_policy_invalid scu_not_in_batches bundle_invalid starts_differ",
    429: "orders_too_many asked_too_often",
    500: "internal_fault",
    503: "sequence_not_reached not_ready busy unavailable intake_stopped",
}
STATUS_OF_CODE = {code: status for status, codes in STATUSES.items() for code in codes.split()}

DOOR = ["query_invalid", "body_too_large", "body_timeout"]
KEY = ["key_missing", "key_invalid", "seat_forbidden"]
TEXT = ["media_type_unsupported", "malformed_json", "invalid_utf8", "nul_in_string", "duplicate_member",
        "nested_too_deeply", "too_many_members", "number_not_integer", "number_out_of_range", "unknown_member",
        "missing_member", "wrong_type"]
COMMAND = ["idempotency_key_missing", "idempotency_key_invalid", "idempotency_conflict", "busy", "unavailable",
           "intake_stopped", "internal_fault"]
READ = ["sequence_not_reached", "unavailable", "internal_fault", "body_unexpected"]
OPERATIONS = []
SEQUENCE_QUERY = {"at_least": integer()}
PAGE_QUERY = {"cursor": {"type": "string", "maxLength": 100, "pattern": r"^[A-Za-z]+\.[0-9]+\.[0-9]+$"},
              "limit": integer(1, 500)}


def kind_of(path):
    kinds = {"parties": "party", "instance-types": "type", "payouts": "payout", "accounts": "account",
             "programmes": "programme", "lots": "lot", "offers": "offer", "demands": "demand", "fills": "fill",
             "leases": "lease", "batches": "batch"}
    return identifier(kinds[path.split("/")[2]])


def add(method, path, name, summary, seats, answer, codes, body=None, status=200, query=None, required=(), key=False,
        sequence=True):
    names = re.findall(r"\{(\w+)\}", path)
    schemas = {"id": kind_of(path)} if "id" in names else {}
    if "version" in names:
        schemas["version"] = {"type": "string", "pattern": "^[1-9][0-9]{0,17}$", "maxLength": 18}
    if names:
        codes = codes + ["identifier_invalid"]
    OPERATIONS.append({
        "method": method, "path": path, "id": name, "summary": summary, "seats": seats, "answer": answer,
        "codes": list(dict.fromkeys(DOOR + (KEY if seats else []) + codes)), "body": body, "status": status,
        "query": query or {}, "required_query": required, "key": key, "sequence": sequence, "path_names": names,
        "path_schemas": schemas, "tag": path.split("/")[2] if path.startswith("/v1/") else "system"})


def json_of(schema):
    return ("application/json", ref(schema))


def get(path, name, summary, seats, schema, codes="", query=None, required=()):
    add("get", path, name, summary, seats, json_of(schema), READ + codes.split(),
        query={**SEQUENCE_QUERY, **(query or {})}, required=required)
    if seats == EVERYBODY:
        # No key lacks a seat that may ask.
        OPERATIONS[-1]["codes"].remove("seat_forbidden")


def listed(path, name, summary, seats, schema, codes="", query=None):
    get(path, name, summary, seats, schema + "Page", "cursor_invalid " + codes, {**PAGE_QUERY, **(query or {})})


def post(path, name, summary, seats, schema, codes, body=None, status=201):
    add("post", path, name, summary, seats, json_of(schema),
        COMMAND + (TEXT if body else ["body_unexpected"]) + codes.split(), body=body, status=status, key=True)


def state(*names):
    return {"type": "string", "maxLength": 32, "enum": list(names)}


# Open to anybody.
add("get", "/", "firstPage", "The market at a glance, for people.", [],
    ("text/html; charset=utf-8", {"type": "string", "maxLength": 1_000_000}), ["body_unexpected", "unavailable", "sequence_not_reached"],
    query={**SEQUENCE_QUERY, "lang": state("zh", "en")})
add("get", "/batches", "batchPage", "Indicative prices of the next batches, for people.", [],
    ("text/html; charset=utf-8", {"type": "string", "maxLength": 10_000_000}), ["body_unexpected", "unavailable", "sequence_not_reached"],
    query={**SEQUENCE_QUERY, "lang": state("zh", "en")})
add("get", "/openapi.json", "openAPI", "This document.", [],
    ("application/json", {"type": "object"}), ["body_unexpected"], query={}, sequence=False)
add("get", "/v1/health", "health", "Whether the process lives.", [], json_of("Health"), ["body_unexpected"],
    query={}, sequence=False)
add("get", "/v1/ready", "ready", "Whether it takes commands and answers reads.", [], json_of("Ready"),
    READ + ["not_ready"], query=SEQUENCE_QUERY)
add("get", "/v1/metrics", "metrics", "What Prometheus scrapes.", [],
    ("text/plain; version=0.0.4; charset=utf-8", {"type": "string", "maxLength": 10_000_000}), ["body_unexpected"],
    query={}, sequence=False)
add("get", "/v1/log/checkpoint", "checkpoint", "The last signed head, a C2SP tlog-checkpoint.", [],
    ("text/plain; charset=utf-8", {"type": "string", "maxLength": 10_000}), ["body_unexpected", "unknown_record"],
    query={})
get("/v1/log/inclusion", "inclusionProof", "That a record is in the log.", [], "Inclusion", "unknown_record",
    {"sequence": integer(1), "size": integer(1)}, ("sequence", "size"))
get("/v1/log/consistency", "consistencyProof", "That one head continues another.", [], "Consistency",
    "unknown_record", {"first": integer(1), "second": integer(1)}, ("first", "second"))
listed("/v1/log/entries", "listEntries", "The records, for auditors.", [AUDITOR], "Entry")
# Parties.
post("/v1/parties", "registerParty", "Registers a party.", [OPERATOR], "Receipt",
     "unknown_value value_out_of_range credit_code_invalid credit_code_check_digit identity_number_invalid "
     "identity_number_check_digit symbol_invalid label_invalid date_invalid already_exists not_provider",
     "PartyRequest")
listed("/v1/parties", "listParties", "Parties: one's own and admitted providers; for officers all.", EVERYBODY, "Party")
get("/v1/parties/{id}", "getParty", "A party.", EVERYBODY, "Party", "unknown_party")
post("/v1/parties/{id}/approvals", "admitParty", "Approves a party's admission; a provider needs two persons.",
     [OPERATOR], "Receipt", "unknown_party already_approved same_person", status=200)
post("/v1/ownerships", "recordOwnership", "Records a share of one party in another.", [OPERATOR], "Receipt",
     "identifier_invalid rate_out_of_range unknown_party foreign_object", "OwnershipRequest")
post("/v1/relations", "recordRelation", "Records another relation of two parties.", [OPERATOR], "Receipt",
     "identifier_invalid unknown_value unknown_party foreign_object", "RelationRequest")
# The catalogue.
post("/v1/zones", "defineZone", "Defines a zone.", [OPERATOR], "Receipt",
     "unknown_value symbol_invalid label_invalid identifier_invalid already_exists unknown_zone", "ZoneRequest")
listed("/v1/zones", "listZones", "The zone tree.", EVERYBODY, "Zone")
post("/v1/network", "publishNetwork", "Publishes a new version of the network.", [OPERATOR], "Receipt",
     "unknown_value value_out_of_range identifier_invalid price_not_positive price_too_high unknown_zone "
     "already_exists", "NetworkRequest")
get("/v1/network", "getNetwork", "The network in force.", EVERYBODY, "Network")
post("/v1/conversion", "publishConversion", "Publishes a new version of the conversion table.", [OPERATOR], "Receipt",
     "unknown_value value_out_of_range symbol_invalid already_exists", "ConversionRequest")
get("/v1/conversion", "getConversion", "The conversion table in force.", EVERYBODY, "Conversion")
post("/v1/policy", "setPolicy", "Sets the market's policy.", [OPERATOR], "Receipt",
     "unknown_value value_out_of_range rate_out_of_range already_exists", "PolicyBody")
get("/v1/policy", "getPolicy", "The policy in force.", EVERYBODY, "Policy")
post("/v1/instance-types", "defineInstanceType", "Defines an instance type.", [OPERATOR, PROVIDER], "Receipt",
     "unknown_value value_out_of_range symbol_invalid already_exists unknown_chip rate_above_dense",
     "InstanceTypeBody")
listed("/v1/instance-types", "listInstanceTypes", "Instance types.", EVERYBODY, "InstanceType")
get("/v1/instance-types/{id}", "getInstanceType", "An instance type.", EVERYBODY, "InstanceType",
    "unknown_instance_type")
get("/v1/instance-types/{id}/conversion", "getTypeConversion",
    "What a unit of an instance type is in SCU, by each version of the conversion table.", EVERYBODY, "TypeConversion",
    "unknown_instance_type")
# Money.
post("/v1/deposits", "recordDeposit", "Books a credit line of the bank's statement.", [OPERATOR], "Receipt",
     "identifier_invalid label_invalid amount_not_positive amount_too_large unknown_party not_admitted "
     "bank_reference_used", "DepositRequest")
listed("/v1/deposits", "listDeposits", "Deposits.", LEDGER_SEATS, "Deposit")
post("/v1/payouts", "requestPayout", "Asks for a payout.", TRADERS, "Receipt",
     "amount_not_positive amount_too_large not_admitted funds_insufficient", "AmountRequest")
listed("/v1/payouts", "listPayouts", "Payouts.", LEDGER_SEATS, "Payout")
get("/v1/payouts/{id}", "getPayout", "A payout.", LEDGER_SEATS, "Payout", "unknown_payout")
post("/v1/payouts/{id}/approval", "approvePayout", "Books the bank's debit line; another person than the requester.",
     [OPERATOR], "Receipt",
     "label_invalid unknown_payout already_approved bank_reference_used funds_insufficient",
     "PayoutApprovalRequest", status=200)
listed("/v1/accounts", "listAccounts", "Accounts with their balances.", LEDGER_SEATS, "Account")
get("/v1/accounts/{id}", "getAccount", "An account.", LEDGER_SEATS, "Account", "unknown_account")
listed("/v1/accounts/{id}/transfers", "listTransfers", "What came into an account and went out of it.", LEDGER_SEATS,
       "Transfer", "unknown_account")
get("/v1/wallet", "getWallet", "What one's party has.", TRADERS, "Wallet")
# Programmes.
post("/v1/programmes", "proposeProgramme", "Proposes a programme, or a new version of one.", [MANAGER], "Receipt",
     "unknown_value value_out_of_range time_invalid symbol_invalid label_invalid date_invalid time_zone_invalid "
     "credit_code_invalid credit_code_check_digit rate_out_of_range amount_not_positive amount_too_large "
     "programme_invalid", "ProgrammeBody")
listed("/v1/programmes", "listProgrammes", "Programmes.", EVERYBODY, "Programme")
get("/v1/programmes/{id}", "getProgramme", "A programme.", EVERYBODY, "Programme", "unknown_programme")
post("/v1/programmes/{id}/versions/{version}/approval", "approveProgramme",
     "Puts a version in force; another person than the proposer.", [MANAGER], "Receipt",
     "unknown_programme already_approved same_person", status=200)
post("/v1/programmes/{id}/authorisations", "authorisePool", "Puts money into the pool.", [MANAGER], "Receipt",
     "amount_not_positive amount_too_large unknown_programme programme_not_live", "AmountRequest")
post("/v1/programmes/{id}/applications", "applyForVoucher", "Applies for a voucher; the trace says what was decided.",
     [BUYER], "VoucherReceipt",
     "amount_not_positive amount_too_large not_admitted unknown_programme programme_not_live halted", "ApplicationRequest")
listed("/v1/lots", "listLots", "Voucher lots.", [BUYER, MANAGER, AUDITOR], "Lot")
get("/v1/lots/{id}", "getLot", "A voucher lot.", [BUYER, MANAGER, AUDITOR], "Lot", "unknown_lot")
# Market.
post("/v1/offers", "listOffer", "Lists an offer.", [PROVIDER], "OfferReceipt",
     "unknown_value value_out_of_range time_invalid identifier_invalid symbol_invalid window_inverted window_too_long "
     "quantity_not_positive quantity_too_large schedule_empty schedule_disordered price_not_positive price_too_high "
     "rate_out_of_range lot_size_not_whole term_too_long not_admitted not_provider unknown_instance_type unknown_zone "
     "unknown_party window_past orders_too_many open_orders_too_many price_outside_collar", "OfferBody")
listed("/v1/offers", "listOffers", "Offers.", EVERYBODY, "Offer", query={
    "instance_type": identifier("type"), "zone": identifier("zone"), "provider": identifier("party"),
    "state": ORDER_STATE})
get("/v1/offers/{id}", "getOffer", "An offer.", EVERYBODY, "Offer", "unknown_offer")
post("/v1/offers/{id}/amendments", "amendOffer", "Gives an open offer another price or schedule; what is sold stays sold.",
     [PROVIDER], "OfferReceipt",
     "value_out_of_range time_invalid window_inverted window_too_long quantity_not_positive quantity_too_large "
     "schedule_empty schedule_disordered price_not_positive price_too_high lot_size_not_whole not_admitted "
     "unknown_offer foreign_object window_past already_closed no_cancel_phase capacity_sold nothing_changed orders_too_many "
     "price_outside_collar", "OfferAmendment",
     status=200)
post("/v1/offers/{id}/planned-withdrawals", "planWithdrawal",
     "Announces that no more than so much of an offer will be there from one hour to another: what is unsold ends, what "
     "is sold is looked for elsewhere at no worse price, or goes back to who paid it.", [PROVIDER],
     "WithdrawalReceipt",
     "time_invalid window_inverted window_too_long quantity_not_positive quantity_too_large lot_size_not_whole "
     "not_admitted unknown_offer foreign_object frozen no_cancel_phase window_past nothing_changed", "PlannedWithdrawal",
     status=200)
post("/v1/offers/{id}/withdrawal", "withdrawOffer", "Takes an offer out of the market.", [PROVIDER], "Receipt",
     "not_admitted unknown_offer foreign_object already_closed frozen no_cancel_phase", status=200)
post("/v1/withdrawals", "withdrawOffers", "Takes all of one's offers within a scope out of the market.", [PROVIDER],
     "ScopeReceipt", "identifier_invalid not_admitted unknown_zone unknown_instance_type", "Scope", status=200)
OPERATIONS[-1]["codes"].remove("missing_member")
DEMAND_CODES = (
    "unknown_value value_out_of_range time_invalid identifier_invalid symbol_invalid window_inverted window_too_long "
    "quantity_not_positive quantity_too_large price_not_positive price_too_high fill_policy_contradictory "
    "minimum_fill_too_large requirements_too_many lane_unsupported hours_outside_window least_piece_unfit "
    "hours_not_fixed scu_not_in_batches not_admitted unknown_zone unknown_chip unknown_instance_type unknown_programme "
    "window_past expiry_past price_outside_collar open_orders_too_many funds_insufficient")
post("/v1/demands", "submitDemand", "Submits a demand; money and lots are held for the worst case.", [BUYER],
     "DemandReceipt", DEMAND_CODES + " orders_too_many unknown_demand foreign_object not_quoted quote_expired quote_differs "
     "halted related same_beneficial_owner", "DemandBody")
post("/v1/quotes", "quoteDemand", "Holds capacity, money and lots for a demand until an instant; POST /v1/demands takes it.",
     [BUYER], "QuoteReceipt",
     DEMAND_CODES + " orders_too_many nothing_to_quote quotes_too_many quoted_too_much", "DemandBody")
BUNDLE_CODES = DEMAND_CODES.replace("scu_not_in_batches ", "") + " bundle_invalid starts_differ"
post("/v1/bundles", "submitBundle", "Submits demands that are filled together or not at all.", [BUYER],
     "BundleReceipt", BUNDLE_CODES + " orders_too_many", "BundleBody")
listed("/v1/demands", "listDemands", "One's demands.", [BUYER], "Demand", query={"state": ORDER_STATE})
get("/v1/demands/{id}", "getDemand", "A demand.", [BUYER], "Demand", "unknown_demand")
post("/v1/demands/{id}/amendments", "amendDemand",
     "Gives an open demand another limit, quantity or time limit; a new limit or more loses its place.", [BUYER],
     "DemandReceipt",
     "unknown_value time_invalid quantity_not_positive quantity_too_large price_not_positive price_too_high "
     "fill_policy_contradictory minimum_fill_too_large not_admitted unknown_demand foreign_object expiry_past "
     "already_closed no_cancel_phase quoted bundled quantity_below_filled nothing_changed orders_too_many "
     "price_outside_collar "
     "funds_insufficient", "DemandAmendment", status=200)
post("/v1/demands/{id}/cancellation", "cancelDemand", "Cancels what is open of a demand.", [BUYER], "Receipt",
     "not_admitted unknown_demand foreign_object already_closed frozen no_cancel_phase", status=200)
post("/v1/cancellations", "cancelDemands", "Cancels what is open of all of one's demands within a scope.", [BUYER],
     "ScopeReceipt", "identifier_invalid not_admitted unknown_zone unknown_instance_type", "Scope", status=200)
OPERATIONS[-1]["codes"].remove("missing_member")
get("/v1/demands/{id}/explanation", "explainDemand", "Why a demand is not filled, what would fill it, its place.",
    [BUYER], "Explanation", "unknown_demand already_closed asked_too_often")
add("post", "/v1/demands/preview", "previewDemand", "What would become of a demand now; nothing happens.", [BUYER],
    json_of("Explanation"),
    ["unavailable", "asked_too_often", *TEXT, *[code for code in DEMAND_CODES.split() if code != "funds_insufficient"]], body="DemandBody")
add("post", "/v1/bundles/preview", "previewBundle",
    "What would become of a bundle now: of each line, at what cost; which is short, and what would fill it.", [BUYER],
    json_of("BundlePreview"),
    ["unavailable", "asked_too_often", *TEXT, *[code for code in BUNDLE_CODES.split() if code != "funds_insufficient"]],
    body="BundleBody")
listed("/v1/fills", "listFills", "Fills.", LEDGER_SEATS, "Fill",
       query={"demand": identifier("demand"), "offer": identifier("offer")})
get("/v1/fills/{id}", "getFill", "A fill.", LEDGER_SEATS, "Fill", "unknown_fill")
add("get", "/v1/market/depth", "getDepth", "The book of an instance type.", EVERYBODY, json_of("Depth"),
    ["unavailable", "sequence_not_reached", "body_unexpected", "unknown_instance_type", "unknown_zone"],
    query={**SEQUENCE_QUERY, "instance_type": identifier("type"), "zone": identifier("zone"), "from": HOUR,
           "until": HOUR}, required=("instance_type",))
OPERATIONS[-1]["codes"].remove("seat_forbidden")
# Batches.
post("/v1/batches", "callBatch", "Calls a batch: freezes a scope's demands and the capacity they could take.",
     [OPERATOR], "Receipt",
     "time_invalid identifier_invalid window_inverted window_too_long quantity_not_positive quantity_too_large "
     "unknown_zone batch_policy_invalid window_past halted nothing_to_clear", "BatchRequest")
listed("/v1/batches", "listBatches", "Batches, with primal, dual and gap of those that cleared.", EVERYBODY, "Batch")
get("/v1/batches/{id}", "getBatch", "A batch with its certificate: a shadow price for each offer and hour too.", EVERYBODY,
    "BatchDetail", "unknown_batch")
post("/v1/batch-policy", "setBatchPolicy", "Says which zones clear a batch when.", [OPERATOR], "Receipt",
     "value_out_of_range identifier_invalid quantity_not_positive quantity_too_large batch_policy_invalid unknown_zone",
     "BatchPolicyBody")
add("get", "/v1/batch-policy", "getBatchPolicy", "The policy of batches in force.", EVERYBODY, json_of("BatchPolicy"),
    ["unavailable", "sequence_not_reached", "body_unexpected"], query=SEQUENCE_QUERY)
OPERATIONS[-1]["codes"].remove("seat_forbidden")
add("get", "/v1/batch-indication", "getBatchIndication",
    "What the batches of a zone and lot would come to now: prices, volumes, what stays unfilled; nothing happens.",
    EVERYBODY, json_of("BatchIndication"),
    ["unavailable", "sequence_not_reached", "body_unexpected", "unknown_zone", "batch_policy_invalid",
     "asked_too_often"],
    query={**SEQUENCE_QUERY, "zone": identifier("zone"), "lot_milli": QUANTITY}, required=("zone",))
OPERATIONS[-1]["codes"].remove("seat_forbidden")
# Safety.
HALT_CODES = "identifier_invalid label_invalid unknown_zone unknown_party unknown_programme nothing_changed"
post("/v1/halts", "halt", "Stops matching: of the market, a zone and all below it, a provider, a programme.", [OPERATOR],
     "Receipt", HALT_CODES, "HaltRequest")
post("/v1/resumptions", "resume", "Lets it go on; another person than the one who stopped it.", [OPERATOR], "Receipt",
     HALT_CODES + " same_person", "HaltRequest")
listed("/v1/halts", "listHalts", "What was halted, and what of it is resumed.", EVERYBODY, "Halt")
post("/v1/safety-policy", "setSafetyPolicy", "Sets price collars and bounds on open orders and messages.", [OPERATOR],
     "Receipt", "value_out_of_range identifier_invalid safety_policy_invalid unknown_instance_type", "SafetyPolicyBody")
add("get", "/v1/safety-policy", "getSafetyPolicy", "The bounds in force.", EVERYBODY, json_of("SafetyPolicy"),
    ["unavailable", "sequence_not_reached", "body_unexpected"], query=SEQUENCE_QUERY)
OPERATIONS[-1]["codes"].remove("seat_forbidden")
VERIFICATION_CODES = "identifier_invalid commitment_invalid unknown_offer unknown_party already_closed"
post("/v1/verifications", "attest", "Notes how far an offer or a provider was verified, by what evidence, until when.",
     [OPERATOR], "Receipt", VERIFICATION_CODES + " unknown_value time_invalid expiry_past same_person", "VerificationRequest")
post("/v1/verification-failures", "failVerification", "Notes that a check failed: what depends on it stands still at once.",
     [OPERATOR], "Receipt", VERIFICATION_CODES + " nothing_changed", "VerificationFailureRequest")
listed("/v1/verifications", "listVerifications", "What was verified, what failed and what lapsed.", EVERYBODY,
       "Verification")
# Quotes.
post("/v1/quote-policy", "setQuotePolicy", "Says what firm quotes may hold.", [OPERATOR], "Receipt",
     "rate_out_of_range", "QuotePolicyBody")
add("get", "/v1/quote-policy", "getQuotePolicy", "The policy of quotes in force.", EVERYBODY, json_of("QuotePolicy"),
    ["unavailable", "sequence_not_reached", "body_unexpected"], query=SEQUENCE_QUERY)
OPERATIONS[-1]["codes"].remove("seat_forbidden")
# Delivery.
listed("/v1/leases", "listLeases", "Leases.", LEDGER_SEATS, "Lease")
get("/v1/leases/{id}", "getLease", "A lease.", LEDGER_SEATS, "Lease", "unknown_lease")
post("/v1/leases/{id}/usage", "reportUsage", "Reports what became of the next stretch of a lease.", [PROVIDER],
     "Receipt",
     "time_invalid value_out_of_range not_admitted unknown_lease foreign_object usage_already_reported "
     "usage_outside_lease usage_not_yet_due usage_exceeds_quota", "UsageRequest")
post("/v1/leases/{id}/end", "endLease", "Ends a lease whose provider missed too much.", [BUYER], "Receipt",
     "not_admitted unknown_lease foreign_object already_closed lease_still_owed", status=200)
post("/v1/leases/{id}/claim", "claim", "Claims the public money that a lease has earned.", TRADERS, "ClaimReceipt",
     "not_admitted unknown_lease foreign_object nothing_to_claim", status=200)
listed("/v1/leases/{id}/deliveries", "listDeliveries", "What became of a lease's time.", LEDGER_SEATS, "Delivery",
       "unknown_lease")
add("get", "/v1/statement", "getStatement", "The provider's statement, fill by fill.", [PROVIDER],
    json_of("Statement"), ["cursor_invalid", "unavailable", "sequence_not_reached", "body_unexpected"],
    query={**SEQUENCE_QUERY, **PAGE_QUERY})
# Time.
add("get", "/v1/clock", "getClock", "The exchange's time.", EVERYBODY, json_of("Clock"),
    ["unavailable", "sequence_not_reached", "body_unexpected"], query=SEQUENCE_QUERY)
OPERATIONS[-1]["codes"].remove("seat_forbidden")
post("/v1/clock", "advanceClock", "Moves the market clock.", [OPERATOR], "Receipt",
     "time_invalid clock_backwards clock_not_manual", "ClockRequest", status=200)
add("post", "/v1/clock/confirmations", "confirmClock", "Confirms the wall's clock after intake was stopped.",
    [OPERATOR], json_of("Confirmation"), ["unavailable", "body_unexpected"], sequence=False)
