/// For each operation a request that the door lets through.
struct Sample {
    let entry: Document.Entry
    let keys: TestExchange.Keys

    /// A key of one of the operation's seats; nil where it needs none.
    var key: String? {
        for seat in ["operator", "buyer", "provider", "manager", "auditor"] where entry.seats.contains(seat) {
            return key(of: seat)
        }
        return nil
    }

    func key(of seat: String) -> String {
        switch seat {
        case "buyer": keys.buyer
        case "provider": keys.provider
        case "manager": keys.manager
        case "auditor": keys.auditor
        default: keys.operator
        }
    }

    var target: String {
        let query =
            switch entry.id {
            case "getDepth": "?instance_type=type-1"
            case "getBatchIndication": "?zone=zone-1"
            case "inclusionProof": "?sequence=1&size=2"
            case "consistencyProof": "?first=1&second=2"
            default: ""
            }
        return path + query
    }

    /// With identifiers of things that are not there.
    var path: String {
        let kinds = [
            "parties": "party", "instance-types": "type", "payouts": "payout", "accounts": "account",
            "programmes": "programme", "lots": "lot", "offers": "offer", "demands": "demand", "fills": "fill",
            "leases": "lease", "batches": "batch",
        ]
        let parts = entry.path.split(separator: "/")
        let kind = parts.count > 1 ? kinds[String(parts[1])] ?? "" : ""
        return entry.path.replacing("{id}", with: "\(kind)-99999").replacing("{version}", with: "1")
    }

    /// A request of the same operation that means something else.
    var other: WireRequest {
        guard !entry.path.contains("{id}") else {
            return .post(path.replacing("99999", with: "99998"), key: key, body)
        }
        let changes: [String: [String: Any]] = [
            "registerParty": ["name": "李四"], "recordOwnership": ["share_basis_points": 2],
            "recordRelation": ["kind": "close_family"], "defineZone": ["code": "other"],
            "publishNetwork": ["links": [Any]()], "publishConversion": ["chips": [Any]()],
            "setPolicy": ["contest_hours": 71], "defineInstanceType": ["code": "other"],
            "recordDeposit": ["reference": "other"], "requestPayout": ["amount_fen": 999],
            "proposeProgramme": ["title": "其他"], "listOffer": ["vat_percent": 13],
            "submitDemand": ["quantity_milli": 3_000], "cancelDemands": ["zone": "zone-99998"],
            "withdrawOffers": ["zone": "zone-99998"], "advanceClock": ["to": "2026-11-25T00:00:01Z"],
            "callBatch": ["lot_milli": 2_000], "setBatchPolicy": ["minutes_most": 6],
            "halt": ["scope": "zone-99998"], "resume": ["scope": "zone-99998"],
            "setSafetyPolicy": ["open_offers_most": 7],
            "attest": ["subject": "offer-99998"], "failVerification": ["subject": "offer-99998"],
            "quoteDemand": ["quantity_milli": 3_000], "submitBundle": ["common_start": true],
            "setQuotePolicy": ["minutes_most": 6],
        ]
        return .post(path, key: key, Bodies.with(body ?? [:], changes[entry.id] ?? [:]))
    }

    var request: WireRequest {
        guard entry.method == "POST" else { return WireRequest("GET", target, key: key) }
        return .post(target, key: key, body)
    }

    var body: [String: Any]? {
        switch entry.id {
        case "registerParty": Bodies.person
        case "recordOwnership": ["owner": "party-1", "owned": "party-2", "share_basis_points": 1]
        case "recordRelation": ["kind": "key_manager", "first": "party-1", "second": "party-2"]
        case "defineZone": Bodies.zone
        case "publishNetwork": Bodies.network
        case "publishConversion": Bodies.conversion
        case "setPolicy": Bodies.policy
        case "defineInstanceType": Bodies.instanceType
        case "recordDeposit": Bodies.deposit
        case "requestPayout", "authorisePool": Bodies.amount
        case "approvePayout": Bodies.approval
        case "proposeProgramme": Bodies.programme
        case "applyForVoucher": Bodies.application
        case "listOffer": Bodies.offer
        case "submitDemand", "previewDemand", "quoteDemand": Bodies.demand
        case "submitBundle", "previewBundle": ["lines": [Bodies.demand, Bodies.demand].map(Bodies.allOrNone)]
        case "setQuotePolicy": ["minutes_most": 5, "open_most": 3, "class_share_basis_points": 1_000]
        case "amendDemand": ["limit_micro_yuan": 1_000_000]
        case "planWithdrawal": ["from": "2026-12-23T10:00:00Z", "until": "2026-12-23T11:00:00Z"]
        case "amendOffer": ["price": ["flat_micro_yuan": 1_000_000]]
        case "cancelDemands", "withdrawOffers": ["zone": "zone-99999"]
        case "reportUsage": Bodies.usage
        case "advanceClock": Bodies.clock
        case "callBatch": Bodies.batch
        case "halt", "resume": ["scope": "zone-99999", "note": "例行检查"]
        case "setSafetyPolicy": ["types": [Any](), "open_offers_most": 1_000_000]
        case "attest": Verifications.body("offer-99999")
        case "failVerification": ["subject": "offer-99999", "evidence": Verifications.evidence]
        case "setBatchPolicy": ["minutes_most": 5, "rounds": [Any]()]
        default: nil
        }
    }
}
